// SPDX-License-Identifier: MIT
#include "core/columns.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("width counts the columns of a terminal") {
    CHECK(width("") == 0);
    CHECK(width("Zoë") == 3);
    CHECK(width("Zoe\u0308") == 3);
    CHECK(width("日本") == 4);
    CHECK(width("김") == 2);
    CHECK(width("\u1100\u1161\u11a8") == 2);
    CHECK(width("a\x1b\n\tb") == 2);
    CHECK(width("\xff"
                "a") == 2);
}

TEST_CASE("an emoji is two columns wide, however many code points it is made of") {
    CHECK(width("🦊") == 2);
    CHECK(width("👍🏽") == 2);
    CHECK(width("👩‍💻") == 2);
    CHECK(width("❤️") == 2);
    CHECK(width("🇳🇴") == 2);
    CHECK(width("🇳🇴🇸🇪!") == 5);
}

TEST_CASE("padding fills up to the column and cuts nothing") {
    CHECK(pad("Zoë", 5) == "Zoë  ");
    CHECK(pad("日本", 5) == "日本 ");
    CHECK(pad("Ada Lovelace", 5) == "Ada Lovelace");
}

TEST_CASE("a first character is what a person sees as one") {
    CHECK(first_cluster("") == "");
    CHECK(first_cluster("ab") == "a");
    CHECK(first_cluster("e\u0301t") == "e\u0301");
    CHECK(first_cluster("👩‍💻!") == "👩‍💻");
    CHECK(first_cluster("🇳🇴🇸🇪") == "🇳🇴");
    CHECK(first_cluster("\xff\xfe") == "\xff");
}
