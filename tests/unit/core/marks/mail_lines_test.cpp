// SPDX-License-Identifier: MIT
#include "core/marks/mail_lines.hpp"
#include "core/text.hpp"

#include <doctest/doctest.h>

namespace mentor::mail_lines_test {

namespace {

// A line each: "3 text", with ">" before the number of one that is quoted.
std::string read(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& [line, number, is_quoted] : lines_of_mail(text))
        lines.push_back((is_quoted ? ">" : "") + std::to_string(number) + " " + line);
    return join(lines, "\n");
}

} // namespace

TEST_CASE("a promise that a mail program broke is one line up to its mark") {
    CHECK(read("[ ] Jo: Send the draft of the\nchapter, by\n2026-12-04\n^c7k2\nBye") ==
          "1 [ ] Jo: Send the draft of the chapter, by 2026-12-04 ^c7k2\n5 Bye");
    CHECK(read("- [ ] Jo: Send\n  it ^c7k2.\n- [ ] Ada: Read\n  it ^d9f4") ==
          "1 - [ ] Jo: Send it ^c7k2.\n3 - [ ] Ada: Read it ^d9f4");
    CHECK(read("[\u00a0] Jo: Send it,\u00a0by\n2026-12-04\u00a0^c7k2") ==
          "1 [\u00a0] Jo: Send it,\u00a0by 2026-12-04\u00a0^c7k2");
    CHECK(read("[ ] Jo: Send it, by\n2026-12-04\nBye") ==
          "1 [ ] Jo: Send it, by 2026-12-04\n3 Bye");
}

TEST_CASE("a promise takes no line that is something else") {
    for (const char* text :
         {"1 [ ] Jo: Send it\n2 \n3 so ^c7k2", "1 [ ] Jo: Send it\n2 - so ^c7k2",
          "1 [ ] Jo: Send it ^d9f4\n2 so ^c7k2", "1 [ ] Jo: Send it\n2 [ ] Ada: So ^c7k2",
          "1 [ ] Jo: Send it\n2 > so ^c7k2", "1 [ ] Jo: Send it\n2 on: 2026-11-20 ^c7k2",
          "1 [ ] Jo: Send it\n2 next: fri ^c7k2", "1 Send it\n2 so ^c7k2",
          "1 [ ] Jo: Send it\n2 Bye"}) {
        std::string given;
        for (const std::string& line : split_lines(text))
            given += line.substr(2) + "\n";
        CHECK(read(given) == text);
    }
}

TEST_CASE("a recap that is quoted as a whole is the recap itself") {
    const std::string recap =
        "1 Dear Ada,\n2 \n3 [ ] Jo: Send it ^c7k2\n4 > Read\n5 on: 2026-11-20";
    std::string once, twice, bare;
    for (const std::string& line : split_lines(recap)) {
        once += "> " + line.substr(2) + "\n";
        twice += "> > " + line.substr(2) + "\n";
        bare += line == "2 " ? "\n" : ">" + line.substr(2) + "\n";
    }
    CHECK(read(once) == recap);
    CHECK(read(twice) == recap);
    CHECK(read(bare) == recap);
    CHECK(read("FYI\n\n" + once).starts_with("1 FYI\n2 \n3 Dear Ada,"));
}

TEST_CASE("what else is quoted stays quoted") {
    // An answer between the lines, another recap above, no recap at all, a promise alone.
    CHECK(read("> [ ] Jo: Send it ^c7k2\nGladly!\n> on: 2026-11-20") ==
          ">1 > [ ] Jo: Send it ^c7k2\n2 Gladly!\n>3 > on: 2026-11-20");
    CHECK(read("on: 2026-11-22\n> on: 2026-11-20\n>\n") ==
          "1 on: 2026-11-22\n>2 > on: 2026-11-20\n>3 >");
    CHECK(read("> Lead with impact\n> Begin") == "1 > Lead with impact\n2 > Begin");
    CHECK(read("> Lead\n> [ ] Jo: Send it") == ">1 > Lead\n>2 > [ ] Jo: Send it");
}

TEST_CASE("the line that says when it was may carry the mark of the meeting") {
    const auto met = after_on("on: 2026-11-20, coffee ^X4T9");
    REQUIRE(met);
    CHECK(to_iso(met->day) == "2026-11-20");
    CHECK(met->kind == "coffee");
    CHECK(met->mark == "x4t9");
    CHECK(after_on("on: 2026-11-20 ^x4t9")->mark == "x4t9");
    CHECK(after_on("on: 2026-11-20, coffee")->mark.empty());
    CHECK_FALSE(after_on("on: the train ^x4t9"));
}

} // namespace mentor::mail_lines_test
