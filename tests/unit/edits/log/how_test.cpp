// SPDX-License-Identifier: MIT
#include "edits/log/how.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::how_test {

namespace {

std::string refusal_of(const std::string& text) {
    try {
        parse_how(text, Kinds());
        return "understood";
    } catch (const Error& error) {
        return error.diagnostic().what;
    }
}

} // namespace

TEST_CASE("how it was: the kind, and what health counts, in any order") {
    const How all = parse_how("Coffee, 45m, them, 4/5", Kinds());
    CHECK(all.kind == "coffee");
    CHECK(all.minutes == 45);
    CHECK(all.by == Side::them);
    CHECK(all.rating == 4);
    const How other = parse_how("3 of 5,1h30, me,lunch", Kinds());
    CHECK(other.kind == "meal");
    CHECK(other.minutes == 90);
    CHECK(other.by == Side::me);
    CHECK(other.rating == 3);
}

TEST_CASE("each part may be missing") {
    const How kind = parse_how("walk", Kinds());
    CHECK(kind.kind == "walk");
    CHECK_FALSE((kind.by || kind.minutes || kind.rating));
    const How length = parse_how("1h", Kinds());
    CHECK(length.kind.empty());
    CHECK(length.minutes == 60);
}

TEST_CASE("what is none of them is refused") {
    CHECK(refusal_of("coffee, 6/5") == "a rating of '6' isn't possible");
    CHECK(refusal_of("cofee") == "'cofee' isn't one of the answers");
    CHECK(refusal_of("coffee, tim") == "'tim' isn't one of the answers");
    CHECK(refusal_of("coffee, 45 apples") != "understood");
}

} // namespace mentor::how_test
