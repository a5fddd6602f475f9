// SPDX-License-Identifier: MIT
#include "core/near_words.hpp"

#include <doctest/doctest.h>

namespace mentor::near_words_test {

using Lines = std::vector<std::string>;

TEST_CASE("the nearest words come first: a slip, a transposition, a shared beginning") {
    const Lines kinds{"call", "coffee", "meal", "meeting", "message", "walk"};
    CHECK(nearest("cofee", kinds) == Lines{"coffee"});
    CHECK(nearest("wlak", kinds) == Lines{"walk"});
    CHECK(nearest("meet", kinds) == Lines{"meeting"});
    CHECK(nearest("me", kinds) == Lines{"meal", "meeting", "message"});
    CHECK(nearest("me", kinds, 1) == Lines{"meal"});
    CHECK(nearest("MEÁL", kinds) == Lines{"meal"});
    CHECK(nearest("telepathy", kinds) == Lines{});
    CHECK(nearest("mex", kinds) == Lines{}); // two letters in common are a chance
    CHECK(nearest("", kinds) == Lines{});
}

TEST_CASE("a slip may be a third of the word and no more") {
    CHECK(nearest("abcdef", {"abXYef"}) == Lines{"abXYef"});
    CHECK(nearest("abcdef", {"abXYZf"}) == Lines{});
    CHECK(nearest("abcde", {"aXYde"}) == Lines{});
    CHECK(nearest("ab", {"xb"}) == Lines{});
}

TEST_CASE("letters in order") {
    CHECK(has_letters_in_order("Ada Lovelace", "adlv"));
    CHECK(has_letters_in_order("Zoë Ångström", "zea"));
    CHECK_FALSE(has_letters_in_order("Ada", "daa"));
    CHECK_FALSE(has_letters_in_order("Ada", "adaa"));
}

TEST_CASE("one slip is one letter, a swap or doubled letters") {
    for (const char* slip : {"friday", "firday", "fridy", "fridaay", "fridax", "ffridday"}) {
        CAPTURE(slip);
        CHECK(is_one_slip(slip, "friday"));
    }
    for (const char* other : {"frida kahlo", "fdiray", "sunday", "fr"}) {
        CAPTURE(other);
        CHECK_FALSE(is_one_slip(other, "friday"));
    }
}

} // namespace mentor::near_words_test
