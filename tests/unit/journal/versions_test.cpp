// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "journal/sync/versions.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

namespace mentor::versions_test {

namespace {

std::string refusal_of(const Versions& versions) {
    try {
        merge_texts(versions, "ada.toml", [](const Collision&) { return Taken::mine; });
    } catch (const Error& error) {
        return error.diagnostic().what;
    }
    return "";
}

} // namespace

TEST_CASE("what a newer mentor wrote is merged by a newer mentor alone") {
    const std::string base = "format = 1\nname = \"Ada\"\n", old = base + "met = \"Here\"\n",
                      newer = "format = 2\nname = \"Ada\"\n";
    CHECK(refusal_of({base, old, newer}) ==
          "both machines changed this file, and there it has format 2, of which this mentor knows "
          "1");
    CHECK(refusal_of({base, newer, old}) ==
          "both machines changed this file, and here it has format 2, of which this mentor knows "
          "1");
    CHECK(refusal_of({base, old, base}) == "");
}

TEST_CASE("a collision shows of long values where they differ, cut between characters") {
    const std::string shared = "\"We talked at length about the packet and what they expect. ",
                      mine = shared + "She will call.\"", theirs = shared + "He was against it.\"";
    CHECK(words_of({"log x4t9: note", mine, theirs}) ==
          "log x4t9: note is …ength about the packet and what they expect. She will call.\" here "
          "and …h about the packet and what they expect. He was against it.\" there");
    for (std::size_t before = 0; before < 200; ++before) {
        for (const std::string_view behind : {"", "é", " and much more of this and of that, "}) {
            std::string start, rest(behind);
            while (start.size() < before)
                start += "ü";
            while (!rest.empty() && rest.size() < 100)
                rest += behind;
            const std::string words = words_of({"note", start + "à" + rest, start + "á" + rest});
            CAPTURE(words);
            CHECK_FALSE(find_invalid_utf8(words));
            CHECK(words.find("à") != std::string::npos);
            CHECK(words.find("á") != std::string::npos);
            CHECK(words.size() < 170);
        }
    }
    CHECK(words_of({"note", "\"short\"", "\"shorter\""}) ==
          "note is \"short\" here and \"shorter\" there");
    CHECK(words_of({"note", "\"\"\"\none\ntwo\"\"\"", "\"\"\"\none\n\ntwo\"\"\""}) ==
          R"(note is """\none\ntwo""" here and """\none\n\ntwo""" there)");
}

TEST_CASE("versions of two people are refused, whoever made the first one") {
    const auto refusal = [](const Versions& versions) {
        try {
            refuse_two_people(versions, "alex.toml");
        } catch (const Error& error) {
            return error.diagnostic().what;
        }
        return std::string();
    };
    const std::string ada = "name = \"Ada\"\n", grace = "name = \"Grace\"\n",
                      one = ada + "uid = \"a\"\n", other = ada + "uid = \"b\"\n";
    const std::string made = "both machines made this file, each about someone else",
                      taken = "these are versions of two people, of whom git takes one for the "
                              "other with a new name";
    CHECK(refusal({"", ada, grace}) == made);
    CHECK(refusal({ada, ada, grace}) == taken);
    CHECK(refusal({ada, grace, ada}) == taken);
    CHECK(refusal({ada, grace, grace}) == taken);
    CHECK(refusal({one, one, other}) == taken);
    // Each machine gave a uid of its own.
    CHECK(refusal({"", one, other}).empty());
    CHECK(refusal({ada, ada, ada + "met = \"Here\"\n"}).empty());
    // A file of nobody, such as a configuration.
    CHECK(refusal({"", "editor = \"vi\"\n", "editor = \"ed\"\n"}).empty());
    CHECK(refusal({"", "editor = \"vi\"\n", ada}).empty());
}

} // namespace mentor::versions_test
