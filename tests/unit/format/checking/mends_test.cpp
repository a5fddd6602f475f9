// SPDX-License-Identifier: MIT
#include "format/checking/mends.hpp"
#include "support/lines.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>

namespace mentor::mends_test {

using namespace mentor::testing;

namespace {

// The lines after a sound head, once they are mended.
std::string mended_lines(const std::string& lines) {
    const std::string head = R"(
        name = "Ada"
        role = "mentor"
    )"_lines;
    const Document document = Document::parse(head + lines, "ada.toml");
    return mended_relationship(document, Kinds(), make_date(2026, 11, 22))
        .text()
        .substr(head.size());
}

// Whether the lines stay as they are.
bool stays(const std::string& lines) {
    return mended_lines(lines) == lines;
}

} // namespace

TEST_CASE("a key that is one letter off gets its name, where that is free") {
    CHECK(mended_lines("strated = 2026-01-12 # ours\n") == "started = 2026-01-12 # ours\n");
    CHECK(mended_lines(R"(
        [agrement]
        every = "4w"
    )"_lines) == R"(
        [agreement]
        every = "4w"
    )"_lines);
    CHECK(mended_lines(R"(contact.emai = "a@b.c")"_lines) == R"(contact.email = "a@b.c")"_lines);
    CHECK(stays("started = 2026-01-12\nstarte = 2026-01-13\n"));
    CHECK(stays(R"(
        [agreement]
        every = "4w"
        [agrement]
        where = "here"
    )"_lines));
}

TEST_CASE("all headers of a list are mended together, and join those that are right") {
    CHECK(mended_lines(R"(
        [[comitment]]
        what = "one"
        made = 2026-11-01
        [[comitment]]
        what = "two"
        made = 2026-11-01
        [[commitment]]
        what = "three"
        made = 2026-11-01
    )"_lines) ==
          R"(
              [[commitment]]
              what = "one"
              made = 2026-11-01
              [[commitment]]
              what = "two"
              made = 2026-11-01
              [[commitment]]
              what = "three"
              made = 2026-11-01
          )"_lines);
}

TEST_CASE("a word that is one letter off one that fits is mended, in any capitals") {
    CHECK(mended_lines(R"(stage = "activ")"_lines) == R"(stage = "active")"_lines);
    CHECK(mended_lines(R"(stage = "Pasued")"_lines) == R"(stage = "paused")"_lines);
    CHECK(mended_lines(R"(
        [[log]]
        on = 2026-11-01
        kind = "cofee"
    )"_lines) ==
          R"(
              [[log]]
              on = 2026-11-01
              kind = "coffee"
          )"_lines);
    CHECK(stays(R"(stage = "act")"_lines));
    CHECK(stays("stage = 'activ'\n"));
}

TEST_CASE("a number and a yes lose the quotes that spoil them") {
    CHECK(mended_lines(R"(
        [[log]]
        on = 2026-11-01
        kind = "call"
        minutes = "45"
    )"_lines) ==
          R"(
              [[log]]
              on = 2026-11-01
              kind = "call"
              minutes = 45
          )"_lines);
    CHECK(mended_lines(R"(
        [agreement]
        confidential = "true"
    )"_lines) == "[agreement]\nconfidential = true\n");
    CHECK(stays(R"(
        [[log]]
        on = 2026-11-01
        kind = "call"
        rating = "45"
    )"_lines));
    CHECK(stays(R"(
        [agreement]
        confidential = "perhaps"
    )"_lines));
}

TEST_CASE("what would leave another fault stays, and so does what has several answers") {
    CHECK(stays(R"(tag = "work")"_lines));
    CHECK(stays("shoe_size = 39\n"));
    CHECK(stays("ends = 2026-01-01\nstarted = 2026-02-01\n"));
    CHECK(mended_lines(R"(
        stage = "activ"
        ends = 5
    )"_lines) == R"(
        stage = "active"
        ends = 5
    )"_lines);
}

TEST_CASE("of an id that is there twice the second becomes a new one, the same on every machine") {
    const std::string one = R"(
        [[log]]
        id = "x4t9"
        on = 2026-11-01
        kind = "coffee"
    )"_lines;
    const std::string other = R"(
        [[question]]
        id = "x4t9"
        ask = "how?"
    )"_lines;
    const std::string result = mended_lines(one + other + other);
    CHECK(result == mended_lines(one + other + other));
    CHECK(result.starts_with(one));
    const auto id_after = [&](std::size_t at) {
        return result.substr(result.find("id = ", at) + 6, 4);
    };
    const std::string second = id_after(one.size()), third = id_after(one.size() + other.size());
    CHECK(std::set<std::string>{"x4t9", second, third}.size() == 3);
    CHECK(stays(result));
}

TEST_CASE("an id that is there twice stays where something refers to it, or where it is none") {
    CHECK(stays(R"(
        [[log]]
        id = "x4t9"
        on = 2026-11-01
        kind = "coffee"
        [[log]]
        id = "x4t9"
        on = 2026-11-02
        kind = "coffee"
        [[commitment]]
        what = "call"
        log = "x4t9"
    )"_lines));
    CHECK(stays(R"(
        [[question]]
        id = "one"
        ask = "how?"
        [[question]]
        id = "one"
        ask = "why?"
    )"_lines));
}

TEST_CASE("many slips are mended at once") {
    std::string slips, mended;
    for (int i = 0; i < 300; ++i) {
        slips += R"(
            [[log]]
            on = 2026-11-01
            kind = "cofee"
        )"_lines;
        mended += R"(
            [[log]]
            on = 2026-11-01
            kind = "coffee"
        )"_lines;
    }
    CHECK(mended_lines(slips) == mended);
}

TEST_CASE("slips that can't be mended keep none from it that can") {
    std::string stubborn;
    for (int i = 0; i < 5; ++i)
        stubborn += R"(
            [[log]]
            on = 2026-11-01
            kind = "call"
            minuts = 5
            minutes = 45
        )"_lines;
    CHECK(mended_lines(stubborn + R"(
        [agrement]
        every = "4w"
        [contct]
        email = "a@b.c"
    )"_lines) == stubborn + R"(
              [agreement]
              every = "4w"
              [contact]
              email = "a@b.c"
          )"_lines);
}

TEST_CASE("one slip among hundreds that can't be mended costs little" * doctest::timeout(60)) {
    const std::string slip = R"(
        [[log]]
        on = 2026-11-01
        kind = "cofee"
    )"_lines;
    const std::string mended = R"(
        [[log]]
        on = 2026-11-01
        kind = "coffee"
    )"_lines;
    const std::string stubborn = R"(
        [agreement]
        every = "4w"
        evrey = "3w"
    )"_lines;
    std::string slips, all_mended;
    for (int i = 0; i < 200; ++i) {
        slips += slip;
        all_mended += mended;
    }
    CHECK(mended_lines(slips + stubborn + slips) == all_mended + stubborn + all_mended);
}

TEST_CASE("thousands of doubled ids, and of goals that build on themselves, cost little" *
          doctest::timeout(60)) {
    constexpr int many = 3000;
    std::string doubled, round;
    for (int i = 0; i < many; ++i) {
        doubled += R"(
            [[question]]
            id = "x4t9"
            ask = "how?"
        )"_lines;
        round += fmt::format("[[goal]]\nid = \"{:04}\"\ntitle = \"x\"\nfollows = \"{:04}\"\n", i,
                             (i + 1) % many);
    }
    CHECK(stays(mended_lines(doubled)));
    CHECK(stays(round));
}

TEST_CASE("the configuration is mended the same way") {
    const auto mended_text = [](const std::string& text) {
        return mended_config(Document::parse(text, "config.toml")).text();
    };
    CHECK(mended_text(R"(
        color = "nver"
        withn = "2w"
        [cadense]
        mentor = "4w"
    )"_lines) ==
          R"(
              color = "never"
              within = "2w"
              [cadence]
              mentor = "4w"
          )"_lines);
    CHECK(mended_text(R"(
        [kinds]
        hike = "meetng"
    )"_lines) == R"(
        [kinds]
        hike = "meeting"
    )"_lines);
    CHECK(mended_text("within = 7\n") == "within = 7\n");
}

} // namespace mentor::mends_test
