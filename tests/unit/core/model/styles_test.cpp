// SPDX-License-Identifier: MIT
#include "core/model/keys/keys.hpp"
#include "core/model/styles.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace mentor::styles_test {

namespace {

std::string again(std::string_view words) {
    return to_text(parse_paint(words));
}

std::string refusal(std::string_view words) {
    try {
        return "taken: " + again(words);
    } catch (const Error& error) {
        return error.diagnostic().what + "; " + error.diagnostic().advice;
    }
}

} // namespace

TEST_CASE("a look is styles in any order and two colours, and is said in the same words") {
    CHECK(again("bold red") == "bold red");
    CHECK(again("  RED   Bold ") == "bold red");
    CHECK(again("reverse underline italic dim bold") == "bold dim italic underline reverse");
    CHECK(again("brightred black") == "brightred black");
    CHECK(again("1") == "red");
    CHECK(again("12") == "brightblue");
    CHECK(again("208 16") == "208 16");
    CHECK(again("#D33682") == "#d33682");
    CHECK(again("default red") == "default red");
    CHECK(again("none") == "none");
    CHECK(again("default") == "none");
}

TEST_CASE("what is no look is refused with what is near, or with all that there is") {
    CHECK(refusal("bold rde") == "there is no colour or style 'rde'; did you mean red?");
    CHECK(refusal("bright-red").find("; did you mean brightred") != std::string::npos);
    const std::string all =
        "; words for it: none, bold, dim, italic, underline, reverse, default, black, red, green, "
        "yellow, blue, magenta, cyan, white, brightblack, brightred, brightgreen, brightyellow, "
        "brightblue, brightmagenta, brightcyan, brightwhite; numbers from 0 to 255, and #rrggbb";
    for (const char* word : {"256", "-1", "#fff", "#12345g", "xyzzy", "1x"})
        CHECK(refusal(word) == fmt::format("there is no colour or style '{}'{}", word, all));
    CHECK(refusal("red none") == "'none' goes with no other word; write it alone");
    CHECK(refusal("red blue green") ==
          "'green' is one colour too many; the first is the text's, the second lies behind it");
    CHECK(refusal(" ") == "no colour or style is named; for the terminal's own: none");
}

TEST_CASE("every style but the plain one has a name, a usual look and a key") {
    std::set<std::string> keys;
    for (const Key& key : config_keys())
        if (key.table() == "colors") keys.insert(std::string(key.field()));
    CHECK(keys.size() == style_count - 1);
    std::set<Style> styles;
    for (const NamedStyle& named : named_styles()) {
        CHECK(keys.contains(std::string(named.name)));
        CHECK(to_text(Styles()[named.style]) == named.usual);
        styles.insert(named.style);
    }
    CHECK(styles.size() == style_count - 1);
    CHECK_FALSE(styles.contains(Style::plain));
}

TEST_CASE("no usual colour is one that fades on white or on black") {
    // As xterm draws them: on white yellow and cyan have less than half of the contrast that red
    // has on black; and so has blue on black.
    const std::set<std::string> readable{"red", "green", "magenta", "bold", "dim"};
    for (const NamedStyle& named : named_styles())
        for (const std::string& word : split(std::string(named.usual), ' '))
            CHECK_MESSAGE(readable.contains(word), named.name);
}

TEST_CASE("the pattern for editors takes what is a look, and nothing else") {
    const std::regex pattern(paint_pattern());
    std::vector<std::string> words{"Red",     "BOLD",    "256",  "0255", "00", "99",
                                   "#aBc123", "#12345g", "Dark", "1x",   "",   "\n"};
    for (const std::string& word : paint_words())
        words.insert(words.end(), 2, word);
    std::mt19937 chance(12);
    int taken = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (auto more = chance() % 5; more > 0; --more) {
            const std::string gaps[] = {" ", " ", "  ", "\n", ""};
            text += gaps[chance() % std::size(gaps)] + words[chance() % words.size()];
        }
        CAPTURE(text);
        const bool is_look = refusal(text).starts_with("taken");
        taken += int{is_look};
        CHECK(std::regex_match(text, pattern) == is_look);
    }
    CHECK(taken > 500);
}

} // namespace mentor::styles_test
