// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "support/rounds.hpp"
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

namespace mentor::text_lines_test {

namespace {

// As the program reads it: with a tree where it isn't plain.
class Lines {
public:
    explicit Lines(const std::string& text) {
        if (read_plain(text, plain_))
            lines_.emplace(text, plain_);
        else
            lines_.emplace(document_.emplace(Document::parse(text, "ada.toml")));
    }
    bool are_plain() const { return !document_; }
    TextLines* operator->() { return &*lines_; }

private:
    PlainText plain_;
    std::optional<Document> document_;
    std::optional<TextLines> lines_;
};

// The line of the first byte of `word` in the text of the key `a`.
std::optional<int> line_of(const std::string& text, const std::string& word) {
    const auto value = parse_tree(text, "ada.toml")["a"].value<std::string>().value();
    return Lines(text)->find({.key = "a"}, value.find(word));
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
    CHECK(Lines("a = [\n 1,\n 2]")->find({.key = "a", .element = 1}, 0) == 3);
    CHECK(Lines("a = 1")->find({.key = "b"}, 0) == std::nullopt);
    CHECK(Lines("\nt = {a = 1}")->find({.table = "t", .key = "a"}, 0) == 2);
    CHECK(Lines("a = 1")->find({.table = "a", .key = "a"}, 0) == std::nullopt);
    CHECK(Lines("a = 1")->find({.table = "t", .key = "a"}, 0) == std::nullopt);
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
        Lines lines(whole);
        CHECK(lines.are_plain() == odd.empty());
        const auto find = [&](const ValuePlace& place, std::size_t offset) {
            return lines->find(place, offset).value_or(-1) - above;
        };
        CHECK(find({.key = "name"}, 2) == 1);
        CHECK(find({"log", 0, "note", {}}, 0) == 4);
        CHECK(find({"log", 0, "note", {}}, 5) == 5);
        CHECK(find({"log", 1, "topics", {}}, 0) == 7);
        CHECK(find({"log", 1, "topics", 1}, 4) == 9);
        CHECK(find({"contact", {}, "email", {}}, 0) == 11);
        CHECK(lines->find_key({"contact", {}, "email", {}}) == 11 + above);
        CHECK(lines->find({"log", 2, "note", {}}, 0) == std::nullopt);
        CHECK(lines->find({"log", 1, "topics", 2}, 0) == std::nullopt);
        CHECK(lines->find({"contact", {}, "phone", {}}, 0) == std::nullopt);
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

// Where lines are joined those that are blank are left out, before the others and between them.
TEST_CASE("the line of a word is the same where its lines were joined to one") {
    const std::vector<std::string> parts{"x", "é", " ", "\t", "\n", "\n", "\n \n", "\\", "\"", "'"};
    std::mt19937 chance(7);
    int plain_ones = 0, joined_ones = 0;
    for (int round = 0; round < rounds(2000); ++round) {
        std::string text;
        for (int i = 0; i < 4; ++i) {
            for (auto more = chance() % 5; more > 0; --more)
                text += parts[chance() % parts.size()];
            text += fmt::format("<{}>", i);
        }
        const bool has_crlf = chance() % 4 == 0;
        const auto written = [&](std::string_view escaped, std::string_view line_end) {
            std::string out;
            for (const char c : text) {
                if (escaped.find(c) != std::string_view::npos) out += '\\';
                if (c == '\n')
                    out += line_end;
                else
                    out += c;
            }
            return out;
        };
        const std::string_view line_end = has_crlf ? "\r\n" : "\n";
        std::vector<std::string> forms{
            "a = \"" + written("\"\\", "\\n") + "\"",
            "a = \"\"\"" + written("\"\\", line_end) + "\"\"\"",
            fmt::format("a = \"\"\"{}{}\"\"\"", line_end, written("\"\\", line_end)),
            fmt::format("a = \"\"\"\\{}  {}\"\"\"", line_end, written("\"\\", line_end)),
            fmt::format("a = [1, '', \"\"\"{}\"\"\"]", written("\"\\", line_end))};
        if (text.find("'") == std::string::npos) {
            forms.push_back("a = '''" + written("", line_end) + "'''");
            if (text.find('\n') == std::string::npos) forms.push_back("a = '" + text + "'");
        }
        for (const std::string& form : forms) {
            const std::string whole = "b = 1\n" + form + "\n";
            CAPTURE(whole);
            ValuePlace place{.key = "a"};
            const auto root = parse_tree(whole, "ada.toml");
            if (root["a"].is_array()) place.element = 2;
            const auto value =
                (place.element ? root["a"][2] : root["a"]).value<std::string>().value();
            const std::string joined = one_line(value);
            joined_ones += int{joined != value};
            const Document document = Document::parse(whole, "ada.toml");
            TextLines of_tree(document);
            PlainText plain;
            const bool is_plain = read_plain(whole, plain);
            plain_ones += int{is_plain};
            for (int i = 0; i < 4; ++i) {
                const std::string word = fmt::format("<{}>", i);
                const auto line = of_tree.find(place, value.find(word));
                const std::size_t at = joined.find(word);
                CHECK(of_tree.find(place, at, Offsets::in_one_line) == line);
                if (!is_plain) continue;
                TextLines of_plain(whole, plain);
                CHECK(of_plain.find(place, value.find(word)) == line);
                CHECK(of_plain.find(place, at, Offsets::in_one_line) == line);
            }
        }
    }
    CHECK(joined_ones > 100);
    CHECK(plain_ones > 100);
}

TEST_CASE("without a tree each value is found on the line on which the tree has it") {
    const std::vector<std::string> values{"1",
                                          "\"a\"",
                                          "''",
                                          "'[b]'",
                                          R"("\"#")",
                                          "\"\"\"\n[c]\nk0 = 1\n\"\"\"",
                                          R"("""e\"\\ """)",
                                          "'''\n[[f]]\\'''",
                                          "[]",
                                          "[ # ]\n 1, \"]\",\n 2, '''\n}''', ]",
                                          "[ 1979-05-27 07:32:00,1 , true\n]",
                                          "{ h = \"}\", i = 3 }",
                                          "1 # \"\"\""};
    const std::vector<std::string> breaks{"\n", " #\n", "\n\n# ''' [x]\n", "\n\t "};
    std::mt19937 chance(5);
    for (int round = 0; round < rounds(500); ++round) {
        const auto any_of = [&](const auto& some) { return some[chance() % some.size()]; };
        std::string text;
        for (const std::string_view header : {"", "[one]", "[[many]]", "[[many]]"}) {
            if (!header.empty()) text += std::string(header) + any_of(breaks);
            for (const std::string_view key : {"k0", "k-1", "k_2"})
                text += fmt::format("{} = {}{}", key, any_of(values), any_of(breaks));
        }
        CAPTURE(text);
        PlainText plain;
        REQUIRE(read_plain(text, plain));
        const Document document = Document::parse(text, "ada.toml");
        TextLines lines(text, plain), lines_of_tree(document);
        for (const std::string_view table : {"", "one", "many"})
            for (const std::string_view key : {"k_2", "k-1", "k0", "k"})
                for (const std::size_t element : {0, 1, 2, 3}) {
                    ValuePlace place{table, {}, key, {}};
                    if (table == "many") place.position = element;
                    CAPTURE(table);
                    CAPTURE(key);
                    CHECK(lines.find_key(place) == lines_of_tree.find_key(place));
                    CHECK(lines.find(place, 0) == lines_of_tree.find(place, 0));
                    place.element = element;
                    CHECK(lines.find(place, 0) == lines_of_tree.find(place, 0));
                }
    }
}

} // namespace mentor::text_lines_test
