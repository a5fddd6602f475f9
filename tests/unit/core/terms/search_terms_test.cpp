// SPDX-License-Identifier: MIT
#include "core/terms/search_terms.hpp"
#include "core/text.hpp"
#include "support/rounds.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace mentor::search_terms_test {

namespace {

// The text with what was found of each between brackets; "" where one of them isn't in it.
std::string marked(const SearchTerms& terms, std::string text) {
    std::vector<TextRange> all;
    for (const auto& stretches : terms.find_in(text)) {
        if (stretches.empty()) return "";
        all.insert(all.end(), stretches.begin(), stretches.end());
    }
    std::ranges::sort(all, std::greater(), &TextRange::begin);
    for (const TextRange& stretch : all) {
        text.insert(stretch.end, "]");
        text.insert(stretch.begin, "[");
    }
    return text;
}

std::string marked(const std::vector<std::string>& words, const std::string& text) {
    return marked(SearchTerms::words(words), text);
}

std::string marked_by_pattern(const std::string& pattern, const std::string& text) {
    return marked(SearchTerms::pattern(pattern), text);
}

std::string refusal_of(const std::string& pattern, const std::string& text = "") {
    try {
        SearchTerms::pattern(pattern).find_in(text);
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::usage);
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("words are found in any order, case, accents and line breaks apart") {
    CHECK(marked({"plan"}, "The Plan, and a plant.") == "The [Plan], and a [plan]t.");
    CHECK(marked({"end", "begin"}, "Begin with the end.") == "[Begin] with the [end].");
    CHECK(marked({"end", "middle"}, "Begin with the end.") == "");
    CHECK(marked({"zoe"}, "Zoë, ZOË and Zoe\u0308.") == "[Zoë], [ZOË] and [Zoe\u0308].");
    CHECK(marked({"strasse"}, "Die Straße.") == "Die [Straße].");
    CHECK(marked({"s"}, "ß") == "[ß]"); // half of a letter is all of it
    CHECK(marked({"jean-luc"}, "Jean–Luc") == "[Jean–Luc]");
    CHECK(marked({"ab"}, "ababa") == "[abab]a");
    CHECK(marked({"コーヒー"}, "今日はコーヒーを") == "今日は[コーヒー]を");
}

TEST_CASE("a phrase is what a shell hands on as one word, or stands between quotes") {
    const std::string text = "The promotion\n  packet, the packet for a promotion.";
    CHECK(marked({"promotion packet"}, text) ==
          "The [promotion\n  packet], the packet for a promotion.");
    CHECK(marked({"\"promotion packet\""}, text) ==
          "The [promotion\n  packet], the packet for a promotion.");
    CHECK(marked({"\"promotion packet\" for"}, text) ==
          "The [promotion\n  packet], the packet [for] a promotion.");
    CHECK(marked({"the \"promotion"}, text) ==
          "[The] [promotion]\n  packet, [the] packet for a [promotion].");
    CHECK(marked({" packet  for "}, text) ==
          "The promotion\n  packet, the [packet for] a promotion.");
    for (const std::vector<std::string>& nothing :
         std::vector<std::vector<std::string>>{{}, {""}, {" "}, {"\"\""}, {"\" \"", "\n"}})
        CHECK_THROWS_AS(SearchTerms::words(nothing), Error);
}

TEST_CASE("a pattern is Perl's, in any case and line by line") {
    CHECK(marked_by_pattern("^t\\w+", "The plan\ntook time") == "[The] plan\n[took] time");
    CHECK(marked_by_pattern("straße", "Die STRASSE, die STRAßE") == "Die STRASSE, die [STRAßE]");
    CHECK(marked_by_pattern("(?-i)The", "the The") == "the [The]");
    CHECK(marked_by_pattern("\\bé\\w", "été") == "[ét]é");
    CHECK(marked_by_pattern(".", "é∀") == "[é∀]");
    CHECK(marked_by_pattern("x*", "aaa") == ""); // nothing is no find
    CHECK(marked_by_pattern("a\\K", "aé") == "");
}

TEST_CASE("a pattern that is wrong, or takes too long, is refused") {
    CHECK(refusal_of("(") == "--regex can't be '(': missing closing parenthesis");
    CHECK(refusal_of("a", "a") == "");
    CHECK(refusal_of(" ") == "there is no pattern to look for");
    CHECK(refusal_of("\xff") != "");
    CHECK(refusal_of("(a+)+$", std::string(60, 'a') + "b") ==
          "--regex can't be looked for: match limit exceeded");
}

TEST_CASE("whatever the text, what is found folds to what was looked for") {
    const std::vector<std::string> letters{"a",  "A", "b",      "ß", "é",      "e",  "\u0301", " ",
                                           "\n", "–", "\u0130", "ﬁ", "\u3099", "か", "\xff",   "."};
    std::mt19937 chance(7);
    const auto text_of = [&](std::size_t length) {
        std::string text;
        for (; length > 0; --length)
            text += letters[chance() % letters.size()];
        return text;
    };
    int finds = 0;
    for (int round = 0; round < rounds(20'000); ++round) {
        const std::string text = text_of(12), word = text_of(1 + chance() % 3);
        CAPTURE(text);
        CAPTURE(word);
        if (trim(one_line(fold(word))).empty()) continue;
        const SearchTerms terms = SearchTerms::words({'"' + word + '"'});
        std::size_t before = 0;
        const auto found = terms.find_in(text);
        for (const TextRange& stretch : found.front()) {
            CHECK(before <= stretch.begin);
            CHECK(stretch.begin < stretch.end);
            CHECK(stretch.end <= text.size());
            before = stretch.begin;
            const std::string there = text.substr(stretch.begin, stretch.end - stretch.begin);
            CHECK(count_code_points(there) <= 3 * count_code_points(word) + 2);
            CHECK(terms.find_in(there).front().size() == 1);
            ++finds;
        }
    }
    CHECK(finds > rounds(20'000) / 10);
}

} // namespace mentor::search_terms_test
