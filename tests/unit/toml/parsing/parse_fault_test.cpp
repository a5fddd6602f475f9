// SPDX-License-Identifier: MIT
#include "toml/document.hpp"
#include "toml/parsing/parse_phrases.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace mentor::parse_fault_test {

namespace {

// What toml++ says, and a text that it says it of.
struct Example {
    std::string theirs;
    std::string text;
};

const std::vector<Example> examples = {
    {"expected '='", "name Ada\n"},
    {"expected value, saw", "a = \n"},
    {"closing ']', saw comma", "a = [,]\n"},
    {"expected comma or closing ']'", "a = [1 2]\n"},
    {"dangling comma", "a = { b = 1, }\n"},
    {"closing '}', saw comma", "a = {,}\n"},
    {"expected comma or closing '}'", "a = { b = 1 c = 2 }\n"},
    {"expected key or closing '}'", "a = { b = 1\n}\n"},
    {"expected ']'", "[a\n"},
    {"brackets must be contiguous", "[ [a]]\n"},
    {"blank bare keys", "[]\n"},
    {"expected bare key starting", "a. = 1\n"},
    {"multi-line strings are prohibited", "'''a''' = 1\n"},
    {"into existing inline table", "a = { b = 1 }\n[a.c]\n"},
    {"expected keys, tables", "= 1\n"},
    {"expected a comment or whitespace", "a = 1 b\n"},
    {"unknown escape sequence", R"(a = "\q")"},
    {"is not supported in TOML 1.0.0", R"(a = "\x41")"},
    {"expected hex digit", R"(a = "\u12")"},
    {"surrogates", R"(a = "\ud800")"},
    {"greater than U+10FFFF", R"(a = "\U00110000")"},
    {"line-ending backslashes", R"(a = """\ b""")"},
    {"expected '\\n' after '\\r'", "a = 1\rb = 2\n"},
    {"vertical tabs", "a = 1\f\n"},
    {"expected space or tab", "a =\u00A01\n"},
    {"not representable in 64 bits", "a = 99999999999999999999\n"},
    {"leading zeroes", "a = 01\n"},
    {"maximum nested value depth", "a = " + std::string(100, '[')},
};

// Faults of other kinds, and one text with some of everything that can be broken.
const std::vector<std::string> more_texts = {
    "a = 1\na = 2\n",
    "[a]\n[a]\n",
    "a = 1\na.b = 2\n",
    "a = \"b\n",
    "a = '''b\n",
    "a = \x01\n",
    "a = 2027-13-40T25:61:61+25:61\n",
    "a = 2026-11-22 1\n",
    "a = 0x1p3\n",
    "a = [}]\n",
    "a = +\n",
    "a = _1\n",
    "[=]\n",
    "[é]\n",
    "é = é\n",
    "x = \"a \\\" b\"\ny = 'c'\nz.\"é\" = \"\"\"\nd \\\n  é \\u00e9\"\"\" # é\n[t . u]\n"
    "n = [1, -2.5e3, 0x1F, true, inf, { k = 1979-05-27T07:32:00.5-07:00, l = 07:32:00 }]\n"
    "[[v]]\nw = '''\ne'''\n",
};

std::string advice_for(const std::string& text) {
    try {
        Document::parse(text, "ada.toml");
    } catch (const Error& error) {
        return error.diagnostic().advice;
    }
    return "";
}

} // namespace

TEST_CASE("each phrase of toml++ that has words of ours is one that it still says") {
    for (const Phrase& phrase : toml_phrases()) {
        CAPTURE(phrase.theirs);
        const auto example = std::ranges::find(examples, phrase.theirs, &Example::theirs);
        REQUIRE(example != examples.end());
        std::string said;
        try {
            const toml::table root = toml::parse(example->text);
        } catch (const toml::parse_error& error) {
            said = error.description();
        }
        CHECK_MESSAGE(said.find(phrase.theirs) != std::string::npos, said);
        CHECK(advice_for(example->text) == phrase.advice);
    }
    CHECK(examples.size() == toml_phrases().size());
}

TEST_CASE("toml++ says nothing that has no words of ours") {
    std::vector<std::string> texts = more_texts;
    for (const Example& example : examples)
        texts.push_back(example.text);
    const std::vector<std::string> parts = {
        "\"", "'",  "\"\"\"", "'''", "\\", "\\\n", "[", "]", "[[", "{", "}",
        "#",  "\n", "=",      ".",   ",",  " ",    "-", "+", ":",  "T", "\u00A0",
        "é",  "“",  "\r",     "_",   "0",  "9",    "e", "x", "p",
    };
    std::mt19937 dice(15); // NOLINT: the same texts each time
    const auto roll = [&](std::size_t sides) { return dice() % sides; };
    for (int trial = 0; trial < 20'000; ++trial) {
        std::string text = texts[roll(texts.size())];
        for (std::size_t changes = 1 + roll(3); changes > 0; --changes) {
            const std::size_t at = roll(text.size() + 1);
            if (roll(3) == 0)
                text.erase(at, 1 + roll(3));
            else
                text.insert(at, parts[roll(parts.size())]);
        }
        CAPTURE(text);
        CHECK(advice_for(text) != advice_for_unknown);
    }
}

TEST_CASE("letters outside of quotes are named where they stand") {
    const auto place = [](const std::string& text) {
        try {
            Document::parse(text, "");
        } catch (const Error& error) {
            const Diagnostic& it = error.diagnostic();
            return std::to_string(it.line) + ":" + std::to_string(it.column) + " " + it.what;
        }
        return std::string("no error");
    };
    CHECK(place("[é]\n") == "1:2 a part of this key is missing");
    CHECK(place("a = 1\n[[ あ ]]\n") == "2:4 a part of this key is missing");
    CHECK(place("é = 1\n") == "1:1 this is neither a key, a [header] nor a # comment");
    CHECK(place("a = { ß = 1 }\n") == "1:7 this table lacks its closing } on the same line");
    CHECK(place("a = \"é\" é\n") == "1:9 there is more on this line than one value");
    CHECK(place("a =\u00A01\n") ==
          "1:4 there is an odd kind of space here, which TOML doesn't allow");
    CHECK(place("a = \"\"\"\\é\"\"\"\n") == "1:9 this text holds a \\ that means nothing");
    CHECK(place("a = é\xFF\n") == "1:6 this isn't UTF-8 text");
}

TEST_CASE("letters in strings and comments are nobody's business") {
    const auto value = [](const std::string& text) {
        const Document document = Document::parse(text, "");
        return TomlAccess::root(document)["a"].value<std::string>();
    };
    CHECK(value("# é あ\n'é' = 1 # é\na = \"é\\\"あ\" # é\n") == "é\"あ");
    CHECK(value("a = 'é\\'\n") == "é\\");
    CHECK(value("a = '''\nあ'é''\n'''\n") == "あ'é''\n");
    CHECK(value("a = \"\"\"é\\\n   été \\ \r\n\r\n\t あ \\\\\n ü\"\"\"\n") == "éété あ \\\n ü");
    CHECK(value("a = \"\"\"\\\n\u00A0\u07FF\u0800\uFFFD😀\"\"\"\n") == "\u00A0\u07FF\u0800\uFFFD😀");
    CHECK(value("a = \"\"\"\\\né\\U0000d7ffé\"\"\"\n") == "é\uD7FFé");
    CHECK(value("b = 1 # x\n[[ 'é' ]]\n[['é'.c]]\n['é'.d]\n") == std::nullopt);
    CHECK(Document::parse("b = 1 # x\n[ c.'é' ]\n[[ d.\"é\" ]] # x\n'é' = {'é' = 1} # x\n"
                          "[e]\n'é'.x = [1] # x\n['é']",
                          "")
              .contains({"d", "é", 0u, "é", "é"}));
    // A stand-in that could be told from nothing else: refused, never mistaken.
    CHECK_THROWS_AS(value("a = \"\"\"\\\né\"\"\"\nb = \"\U00100000\"\n"), Error);
    CHECK(value("b = \"\"\"\\\nx\"\"\"\na = \"\U00100000é\"\n") == "\U00100000é");
}

} // namespace mentor::parse_fault_test
