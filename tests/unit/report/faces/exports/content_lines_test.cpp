// SPDX-License-Identifier: MIT
//
// What a calendar and an address book can hold, and how its lines are folded.
#include "core/text.hpp"
#include "report/faces/exports/content_lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mentor::content_lines_test {

namespace {

std::string line(std::string_view value) {
    std::string out;
    add_line(out, "X", value);
    return out;
}

// What a reader makes of folded lines (RFC 5545 3.1).
std::string unfolded(std::string text) {
    for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;)
        text.erase(at, 3);
    return text;
}

} // namespace

TEST_CASE("a text escapes what separates values, and keeps no control characters") {
    CHECK(escaped("a;b,c\\d") == "a\\;b\\,c\\\\d");
    CHECK(escaped("one\r\ntwo\n") == "one\\ntwo\\n");
    CHECK(escaped("a\tb\x1b[31m\x7f\xc2\x9b"
                  "c\xff") == "a\tb[31mc");
    CHECK(escaped("é日🧑") == "é日🧑");
    CHECK(bare("https://example.org/a;b\nc") == "https://example.org/a;b c");
}

TEST_CASE("a list has its texts, and nothing where none says anything") {
    const auto list = [](const std::vector<std::string>& texts) {
        std::string out;
        add_list(out, "X", texts);
        return out;
    };
    CHECK(list({"a,b", "", " c ", " \x1b", "d"}) == "X:a\\,b,c,d\r\n");
    CHECK(list({"", " "}) == "");
    CHECK(list({}) == "");
}

TEST_CASE("a line of 75 octets stays whole, one more folds it") {
    CHECK(line(std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
    CHECK(line(std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
    CHECK(line("") == "X:\r\n");
}

TEST_CASE("folding parts no character, whatever its length and wherever it stands") {
    for (const char* character : {"a", "é", "日", "🧑"})
        for (std::size_t before = 0; before < 80; ++before) {
            std::string value(before, '.');
            for (int i = 0; i < 100; ++i)
                value += character;
            const std::string folded = line(value);
            CHECK(unfolded(folded) == "X:" + value + "\r\n");
            for (const std::string& each : split_lines(folded)) {
                CHECK(each.size() <= 75);
                CHECK_FALSE(find_invalid_utf8(each));
            }
        }
}

} // namespace mentor::content_lines_test
