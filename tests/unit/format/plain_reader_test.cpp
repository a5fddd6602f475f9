// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "format/handle.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>
#include <string>

namespace mentor::plain_reader_test {

namespace {

const std::string whole = R"(format = 1
name = "Ada Lovelace"
role = "mentor"
type = "life"
stage = "winding-down"
aka = ["Countess", "Ada Byron"]
added = 2026-01-12
started = "2026-01-12"
next = 2026-12-04 15:30:00
snoozed = 2026-11-30
met = """
At a dinner.
Twice."""
through = "charles-babbage"
tags = ["work"]
values = []
my_own = 7

[contact]
email = "ada@example.org"
hours = "9-17"

[agreement]
every = "4w"
honest = true
initiates = "me"
agreed = 2026-02-01

[[occasion]]
what = "birthday"
on = "12-10"
[[occasion]]
what = "wedding"
on = 2028-05-01
yearly = false
[[occasion]]
what = "some time in June"
on = "06"

[[goal]]
id = "g3kq"
title = "Lead a project"
due = 2027-01-01

[[log]]
id = "x4t9"
on = 2026-11-01 10:00:00
kind = "coffee"
by = "them"
minutes = 45
topics = ["plan"]
note = "Talked \"long\"."
rating = 5
private = true
goals = ["g3kq"]
scores = { respect = 5, exchange = 4 }

[[milestone]]
goal = "g3kq"
what = "A draft"

[[commitment]]
id = "c7k2"
owner = "them"
what = "Send it"
moved = [2026-11-02, 2026-11-09]
due = 2026-11-20

[[advice]]
what = "Write it down"
verdict = "not-for-me"

[[question]]
ask = "How?"

[[gift]]
what = "A book"

[fit]
z = "far"
a = "near"

[ending]
on = 2027-01-01
keep = "6mo"
)";

Relationship read(const std::string& text, Readers readers, Extent extent = Extent::whole) {
    return decode_relationship(text, "ada.toml", "ada", readers, extent);
}

} // namespace

TEST_CASE("both readers see the same relationship") {
    const Relationship plain = read(whole, Readers::both);
    CHECK(plain == read(whole, Readers::plain_first));
    CHECK(plain == read(whole, Readers::toml_alone));
    CHECK(plain.log.front().scores.at("respect") == 5);
    CHECK(plain.fit.front().criterion == "a");
}

TEST_CASE("an outline lacks the notes and topics of entries, and nothing else") {
    Relationship expected = read(whole, Readers::toml_alone);
    CHECK_FALSE(expected.log.front().note.empty());
    expected.log.front().note.clear();
    expected.log.front().topics.clear();
    for (const Readers readers : {Readers::plain_first, Readers::toml_alone, Readers::both})
        CHECK(read(whole, readers, Extent::outline) == expected);
}

TEST_CASE("a fault is toml++'s to tell") {
    for (const auto& slip :
         {std::pair{"role = \"mentor\"", "role = \"mentr\""},
          std::pair{"minutes = 45", "minutes = 4500"}, std::pair{"tags = [\"work\"]", "tags = [1]"},
          std::pair{"every = \"4w\"", "every = \"often\""},
          std::pair{"on = \"12-10\"", "on = \"13-10\""},
          std::pair{"honest = true", "honest = \"yes\""},
          std::pair{"what = \"A book\"", "what = \" \""}, std::pair{"ask = \"How?\"", "ask = 1"},
          std::pair{"[[gift]]", "[gift]"}, std::pair{"[contact]", "[[contact]]"},
          std::pair{"name = \"Ada Lovelace\"\n", ""}, std::pair{"[2026-11-02, ", "[1, "},
          std::pair{"my_own = 7", "log = 7"}, std::pair{"topics = [\"plan\"]", "topics = \"plan\""},
          std::pair{"topics = [\"plan\"]", "topics = [\"plan\", 7]"},
          std::pair{"note = \"Talked \\\"long\\\".\"", "note = []"}}) {
        CAPTURE(slip.second);
        std::string text = whole;
        text.replace(text.find(slip.first), std::string_view(slip.first).size(), slip.second);
        for (const Extent extent : {Extent::whole, Extent::outline}) {
            CHECK_THROWS_AS(read(text, Readers::plain_first, extent), Error);
            CHECK_THROWS_AS(read(text, Readers::both, extent), Error);
        }
    }
}

TEST_CASE("whatever is damaged, no two readings disagree") {
    std::mt19937 chance(20261129);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(chance);
    };
    const std::string_view values[] = {
        "1",         "\"\"", "\"mentor\"", "true",           "2026-11-22",          "[]",
        "[\"a\"]",   "{}",   "\"4w\"",     "\"2026-11-22\"", "2026-11-22 10:00:00", "-1",
        "\"a\\nb\"", "[1]"};
    for (int round = 0; round < 3000; ++round) {
        std::string text = whole;
        // Another value behind one of the equals signs, or a line taken out.
        std::size_t at = text.find(" = ", below(text.size() - 20));
        if (at == std::string::npos) continue;
        const std::size_t end = text.find('\n', at);
        if (below(5) == 0)
            text.erase(text.rfind('\n', at) + 1, end - text.rfind('\n', at));
        else
            text.replace(at + 3, end - at - 3, values[below(std::size(values))]);
        CAPTURE(text);
        for (const Extent extent : {Extent::whole, Extent::outline}) {
            try {
                read(text, Readers::both, extent);
            } catch (const Error&) {
            }
        }
    }
}

TEST_CASE("someone is called by what the head says, whatever follows it") {
    const std::string odd = "name = \"Ada\nx\"\n";
    CHECK(read_handle("name = \"Ada\"\naka = [\"Countess\"]\n[[log]]\nbroken", "ada").aka.front() ==
          "Countess");
    CHECK(read_handle("\"name\" = \"Ada\"\n", "ada").name == "Ada");
    CHECK(read_handle("name = \"\"\n", "ada").name == "ada");
    CHECK(read_handle("name = \"\"\"Ada\nKing\"\"\"\n", "ada").name == "Ada King");
    CHECK(read_handle(odd, "ada").name == "ada");
}

} // namespace mentor::plain_reader_test
