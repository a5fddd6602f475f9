// SPDX-License-Identifier: MIT
#include "core/terms/search_terms.hpp"
#include "core/text.hpp"
#include "support/rounds.hpp"
#include "toml/may_hold.hpp"
#include "toml/parsing/parse_tree.hpp"
#include "toml/toml.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::may_hold_test {

namespace {

bool may_hold_all(std::string_view text, const std::vector<std::string>& words) {
    return may_hold(text, {words.begin(), words.end()});
}

} // namespace

TEST_CASE("a text without one of the words is passed by") {
    const std::string text = "note = \"The Café\"\n";
    CHECK(may_hold_all(text, {"cafe", "the"}));
    CHECK(may_hold_all(text, {"the", "cafe"}));
    CHECK(may_hold_all(text, {}));
    CHECK_FALSE(may_hold_all(text, {"cafe", "tea"}));
    CHECK_FALSE(may_hold_all(text, {"tea", "cafe"}));
    CHECK_FALSE(may_hold_all("note = \"a \\\"b\\\"\\n\\\\\"", {"tea"}));
    CHECK(may_hold_all("note = \"t\\u0065a\"", {"tea"}));
    CHECK(may_hold_all("note = \"\"\"te\\\n  a\"\"\"", {"tea"}));
    CHECK(may_hold_all("note = \"say \\\"tea\"", {"\"tea"}));
    CHECK(may_hold_all("note = \"J\xf6rg\"", {"tea"}));
    CHECK(may_hold_all(std::string_view("n\0o\0", 4), {"tea"}));
}

// However a text is written, no word in it is missed.
TEST_CASE("what a value has in it, its text may hold") {
    const std::vector<std::string> letters{"a",           "B",   "é",    "ß",    " ",
                                           "\\n",         "\\t", "\\\"", "\\\\", "\\u0061",
                                           "\\U000000E9", "'",   "–",    "x",    "\\\n "};
    std::mt19937 chance(3);
    int held = 0, passed = 0;
    for (int round = 0; round < rounds(20'000); ++round) {
        std::string inside;
        for (int i = 0; i < 8; ++i)
            inside += letters[chance() % letters.size()];
        const std::string text = fmt::format("note = \"\"\"{}\"\"\"\n", inside);
        CAPTURE(text);
        const toml::table table = parse_tree(text, "ada.toml");
        const auto value = table["note"].value<std::string>().value();
        for (const std::string& word : split(one_line(value), ' ')) {
            if (trim(word).empty() || word.find('"') != std::string::npos) continue;
            const SearchTerms terms = SearchTerms::words({word});
            CHECK(may_hold(text, terms.needed()));
            ++held;
        }
        if (!may_hold_all(text, {"nowhere"})) ++passed;
    }
    CHECK(held > rounds(20'000));
    CHECK(passed > rounds(20'000) / 100);
}

} // namespace mentor::may_hold_test
