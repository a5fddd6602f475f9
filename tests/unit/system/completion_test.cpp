// SPDX-License-Identifier: MIT
#include "system/completion.hpp"

#include <doctest/doctest.h>

namespace mentor::completion_test {

using mentor::complete;
using mentor::listing;
using Names = std::vector<std::string>;

namespace {

const Names people{"Ada Lovelace", "Adele Goldberg", "Zoë Ångström", "Zoltan Ödön", "Zoltan"};

}

TEST_CASE("the only candidate that begins so is taken whole") {
    CHECK(complete("ada", people).text == "Ada Lovelace");
    CHECK(complete("ada", people).choices == Names{});
    CHECK(complete("zoe an", people).text == "Zoë Ångström");
    CHECK(complete("ZOË", people).text == "Zoë Ångström");
}

TEST_CASE("several candidates give the beginning they share, spelled as they are") {
    CHECK(complete("a", people).text == "Ad");
    CHECK(complete("a", people).choices == Names{});
    CHECK(complete("zol", people).text == "Zoltan");
    CHECK(complete("z", {"Zoë", "zoe smith"}).text == "Zoë");
}

TEST_CASE("where nothing more is shared the candidates are choices") {
    CHECK(complete("ad", people).text == "Ad");
    CHECK(complete("ad", people).choices == Names{"Ada Lovelace", "Adele Goldberg"});
    CHECK(complete("Zoltan", people).choices == Names{"Zoltan Ödön", "Zoltan"});
    CHECK(complete("", people).choices == people);
}

TEST_CASE("a later word is good enough where nothing begins so") {
    CHECK(complete("ang", people).text == "Zoë Ångström");
    CHECK(complete("go", people).text == "Adele Goldberg");
    CHECK(complete("old", people).text == "old");
    const Names smiths{"Ann Smith", "Bob Smith"};
    CHECK(complete("smi", smiths).text == "smi");
    CHECK(complete("smi", smiths).choices == smiths);
}

TEST_CASE("what no candidate begins with stays as it is") {
    CHECK(complete("Grace", people).text == "Grace");
    CHECK(complete("Grace", people).choices == Names{});
    CHECK(complete("", {}).text == "");
}

TEST_CASE("choices stand in as many columns as fit") {
    const Names kinds{"call", "coffee", "日本", "meal", "visit"};
    CHECK(listing(kinds, 22, 10) == "call    coffee  日本\n"
                                    "meal    visit\n");
    CHECK(listing(kinds, 21, 10) == "call    coffee\n"
                                    "日本    meal\n"
                                    "visit\n");
    CHECK(listing(kinds, 3, 10) == "call\ncoffee\n日本\nmeal\nvisit\n");
}

TEST_CASE("a list that is too long for the window counts the rest") {
    const Names kinds{"call", "coffee", "meal", "visit", "walk"};
    CHECK(listing(kinds, 6, 5) == "call\ncoffee\nmeal\nvisit\nwalk\n");
    CHECK(listing(kinds, 6, 3) == "call\ncoffee\nand 3 more\n");
    CHECK(listing(kinds, 6, 1) == "call\nand 4 more\n");
}

} // namespace mentor::completion_test
