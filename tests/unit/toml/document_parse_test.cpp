// SPDX-License-Identifier: MIT
#include "support/lines.hpp"
#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::document_parse_test {

using namespace mentor::testing;

namespace {

Document parsed(std::string text) {
    return Document::parse(std::move(text), "ada.toml");
}

// As it is printed: "ada.toml:1:8: error: …", with the advice below.
std::string parse_error_of(const std::string& text) {
    try {
        parsed(text);
    } catch (const Error& error) {
        CHECK(error.exit() == Exit::broken);
        return to_text(error.diagnostic());
    }
    return "no error";
}

} // namespace

TEST_CASE("positions count lines and code points from one, and no byte-order mark") {
    const Document document = parsed("\xEF\xBB\xBF'é'.\"ü\" = { x = [1, 'ä', 2] }\r\n"
                                     "[ a . b ]\r\n\r\n  [[log]]\r\n[[log]]\r\n\tid = 1");
    CHECK(document.position({"é"}) == Position{1, 1});
    CHECK(document.position({"é", "ü"}) == Position{1, 5});
    CHECK(document.position({"é", "ü", "x"}) == Position{1, 13});
    CHECK(document.position({"é", "ü", "x", 2u}) == Position{1, 26});
    CHECK(document.position({"a"}) == Position{2, 3});
    CHECK(document.position({"a", "b"}) == Position{2, 7});
    CHECK(document.position({"log"}) == Position{4, 5});
    CHECK(document.position({"log", 0u}) == Position{4, 3});
    CHECK(document.position({"log", 1u}) == Position{5, 1});
    CHECK(document.position({"log", 1u, "id"}) == Position{6, 2});
    CHECK(document.position({"log", 2u}) == std::nullopt);
    CHECK(document.position({"nobody"}) == std::nullopt);
    CHECK(document.position({}) == std::nullopt);
}

TEST_CASE("a document knows what it holds and how many") {
    const Document document = parsed("a = [1, [2]]\n[[log]]\nid = 1\n[[log]]\n[b]\nc = {}\n");
    CHECK(document.name() == "ada.toml");
    CHECK(document.size({"log"}) == 2);
    CHECK(document.size({"a"}) == 2);
    CHECK(document.size({"a", 1u}) == 1);
    CHECK(document.size({"b"}) == 0);
    CHECK(document.size({"nobody"}) == 0);
    CHECK(document.contains({}));
    CHECK(document.contains({"b", "c"}));
    CHECK(document.contains({"log", 0u, "id"}));
    CHECK_FALSE(document.contains({"log", 1u, "id"}));
    CHECK_FALSE(document.contains({"log", "id"}));
    CHECK_FALSE(document.contains({"a", 2u}));
}

TEST_CASE("a text that isn't TOML is an error with its place and a way out") {
    CHECK(parse_error_of(R"(
        name = "Ada"
        kind = coffee
    )"_lines) ==
          R"(
              ada.toml:2:8: error: this value is neither text nor a number, a date, true or false
                put quotes around text: "like this"; a day is written 2026-11-22
          )"_lines);
    CHECK(parse_error_of(R"(name = "Ada)"_lines) ==
          "ada.toml:1:12: error: this text has no closing quote on its line\n"
          "  close it, or use three quotes at both ends for a text of several lines\n");
    CHECK(parse_error_of("name Ada\n") ==
          R"(
              ada.toml:1:6: error: a key needs = and a value behind it
                write key = "value"; a key with anything but a to z, 0 to 9, - and _ needs quotes
          )"_lines);
    CHECK(parse_error_of(R"(
        "é" = 1
          "é" = 2
    )"_lines) == "ada.toml:2:3: error: this key is there already, higher up\n"
                 "  keep one of the two, or put them together\n");
    CHECK(parse_error_of("a = { x.y = 1, x.y = 2 }\n") ==
          "ada.toml:1:16: error: `x.y` is there already, higher up\n"
          "  keep one of the two, or put them together\n");
    CHECK(parse_error_of("[a]\n\n[a]\n") == "ada.toml:3:1: error: `a` is there already, higher up\n"
                                            "  keep one of the two, or put them together\n");
    CHECK(parse_error_of("on = 2027-02-29\n") ==
          "ada.toml:1:6: error: there is no day 29 in this month\n"
          "  its days run from 01 to 28\n");
    CHECK(parse_error_of("on = 2027-13-01\n") == "ada.toml:1:6: error: there is no month 13\n"
                                                 "  months run from 01 to 12\n");
    CHECK(parse_error_of("on = 2027-01-01T15:60:00\n") ==
          "ada.toml:1:6: error: there is no minute 60\n"
          "  minutes run from 00 to 59\n");
    CHECK(parse_error_of("a = 99999999999999999999\n") ==
          "ada.toml:1:25: error: this number is too large\n"
          "  shorten it, or put quotes around text\n");
    CHECK(parse_error_of("a = “b”\n") ==
          R"(
              ada.toml:1:5: error: this text stands in typographic quotes
                write straight ones: "like this"
          )"_lines);
    CHECK(parse_error_of(R"(tags = ["a",)"_lines) == "ada.toml:2:1: error: this list isn't closed\n"
                                                     "  add the missing ]\n");
    CHECK(parse_error_of("a = 1\n<<<<<<< HEAD\n") ==
          "ada.toml:2:1: error: git left a conflict here\n"
          "  keep the lines that are right and delete the others, with the <<<<<<<, ======= and "
          ">>>>>>> lines\n");
}

TEST_CASE("bytes that no text holds are named with their place") {
    CHECK(parse_error_of("\xEF\xBB\xBF'é' = 'ü\xFF'\n") ==
          "ada.toml:1:9: error: this isn't UTF-8 text\n"
          "  save the file as UTF-8 in your editor\n");
    CHECK(parse_error_of("a = 1\n# \xED\xA0\x80\n") ==
          "ada.toml:2:3: error: this isn't UTF-8 text\n"
          "  save the file as UTF-8 in your editor\n");
    CHECK(parse_error_of(std::string("a = 'x\0'\n", 9)) ==
          "ada.toml:1:7: error: there is a control character here (U+0000)\n"
          "  delete it; some editors show it as ^ and a letter\n");
    CHECK(parse_error_of(std::string("a = 1\n\0\n", 8)) ==
          "ada.toml:2:1: error: there is a control character here (U+0000)\n"
          "  delete it; some editors show it as ^ and a letter\n");
    CHECK(parse_error_of("a = 1\rb = 2\n") ==
          "ada.toml:1:7: error: there is half a line end here (a lone carriage return)\n"
          "  save the file with LF or CRLF line ends\n");
}

TEST_CASE("what nests too deep is refused") {
    const auto repeated = [](std::string_view part, std::size_t count) {
        std::string out;
        while (count-- > 0)
            out += part;
        return out;
    };
    CHECK(parse_error_of("a = " + repeated("[", 100'000)) ==
          "ada.toml:1:69: error: the values here nest too deep\n"
          "  take some of the brackets away\n");
    CHECK(parse_error_of("b = 1\n" + repeated("a.", 100'000) + "a = 1\n") ==
          "ada.toml:2:65: error: this key has more than 32 parts\n  shorten it\n");
    CHECK(parse_error_of("[" + repeated("'a. b' . ", 40) + "a]\n") ==
          "ada.toml:1:290: error: this key has more than 32 parts\n  shorten it\n");
    CHECK(parse_error_of("a = ['''\n''', {" + repeated("a.", 40) + "a = 1}]\n") ==
          "ada.toml:2:71: error: this key has more than 32 parts\n  shorten it\n");

    const std::string dots = repeated("a.", 100);
    const Document document = parsed("# " + dots + "\nc = \"" + dots + R"(
        "
        b = '''
    )"_lines + dots + "\n'''\n" + repeated("a.", 31) +
                                     "b = 1\n");
    CHECK(document.contains({"b"}));
}

} // namespace mentor::document_parse_test
