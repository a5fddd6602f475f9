// SPDX-License-Identifier: MIT
#include "toml/parsing/parse_tree.hpp"
#include "toml/text_lines.hpp"
#include "toml/toml.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace mentor;

namespace {

// The line of the first byte of `word` in the text of the key `a`.
std::optional<int> line_of(const std::string& text, const std::string& word) {
    const auto value = parse_tree(text, "ada.toml")["a"].value<std::string>().value();
    return TextLines(text, "ada.toml").find({.key = "a"}, value.find(word));
}

} // namespace

TEST_CASE("the line of a word is the one in the file, however the text is written") {
    CHECK(line_of("a = \"x y\"", "y") == 1);
    CHECK(line_of("\na = \"x\\ny\" # '''", "y") == 2);
    CHECK(line_of("a = \"\"\"x\ny\"\"\"", "y") == 2);
    CHECK(line_of("a = \"\"\"\nx\ny\"\"\"", "x") == 2);
    CHECK(line_of("a = '''\r\nx\r\ny'''", "y") == 3);
    CHECK(line_of("a = \"\"\"  \nx\"\"\"", "x") == 2);
    CHECK(line_of("a = \"\"\"\r\nx\r\ny\"\"\"", "y") == 3);
    CHECK(line_of("a = \"\"\"x\\\r\n  y\"\"\"", "y") == 2);
    CHECK(line_of("a = \"\"\"\\\n\n  x\"\"\"", "x") == 3);
    CHECK(line_of("a = \"\"\"x \\\n  y\"\"\"", "y") == 2);
    CHECK(line_of("a = \"\"\"x\\ny\"\"\"", "y") == 1);
    CHECK(line_of("a = '''x\\\ny'''", "y") == 2);
    CHECK(line_of("a = \"\"\"\\u00e9\\U0001F600\n\\u0078y\"\"\"", "y") == 2);
    CHECK(TextLines("a = [\n 1,\n 2]", "ada.toml").find({.key = "a", .element = 1}, 0) == 3);
    CHECK(TextLines("a = 1", "ada.toml").find({.key = "b"}, 0) == std::nullopt);
}

TEST_CASE("tables, their elements and lists are found, in the plain dialect and in any other") {
    const std::string text = R"(name = "Ada"
[[log]]
note = """
One,
two."""
[[log]]
topics = [ # two of them
  "a",
  "b\t\"c\""]
[contact]
email = "ada@example.org"
)";
    for (const std::string_view odd : {"", "a.dotted = 1\n"}) {
        CAPTURE(odd);
        const int above = odd.empty() ? 0 : 1;
        const std::string whole = std::string(odd) + text;
        TextLines lines(whole, "ada.toml");
        const auto find = [&](const ValuePlace& place, std::size_t offset) {
            return lines.find(place, offset).value_or(-1) - above;
        };
        CHECK(find({.key = "name"}, 2) == 1);
        CHECK(find({"log", 0, "note", {}}, 0) == 4);
        CHECK(find({"log", 0, "note", {}}, 5) == 5);
        CHECK(find({"log", 1, "topics", {}}, 0) == 7);
        CHECK(find({"log", 1, "topics", 1}, 4) == 9);
        CHECK(find({"contact", {}, "email", {}}, 0) == 11);
        CHECK(lines.find_key({"contact", {}, "email", {}}) == 11 + above);
        CHECK(lines.find({"log", 2, "note", {}}, 0) == std::nullopt);
        CHECK(lines.find({"log", 1, "topics", 2}, 0) == std::nullopt);
        CHECK(lines.find({"contact", {}, "phone", {}}, 0) == std::nullopt);
    }
}

// Each line begins with its number, which the text says.
TEST_CASE("every line is found, whatever stands in it") {
    const std::vector<std::string> parts{"x",      "é",  "\\n",     "\\\"",        "\\\\",
                                         "'",      "\"", "\\u00e9", "\\U0001F600", " ",
                                         "\\\n  ", "\n", "\r\n"};
    std::mt19937 chance(11);
    for (int round = 0; round < 500; ++round) {
        std::string inside;
        int line = 1;
        std::vector<int> lines;
        for (int i = 0; i < 20; ++i) {
            const std::string& part = parts[chance() % parts.size()];
            inside += part;
            if (part.find('\n') != std::string::npos) ++line;
            inside += fmt::format("<{}>", i);
            lines.push_back(line);
        }
        const std::string text = fmt::format("a = \"\"\"{}\"\"\"", inside);
        CAPTURE(text);
        // The first line break behind the quotes is none of the text's, and counts all the same.
        for (int i = 0; i < 20; ++i)
            CHECK(line_of(text, fmt::format("<{}>", i)) == lines[static_cast<std::size_t>(i)]);
    }
}
