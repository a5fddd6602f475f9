// SPDX-License-Identifier: MIT
#include "report/faces/terminal/codes.hpp"
#include "report/faces/terminal/diff.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::codes_test {

namespace {

std::string code(std::string_view words, bool exact = false) {
    Styles styles;
    styles[Style::late] = parse_paint(words);
    return std::string(Codes(styles, exact)[Style::late]);
}

} // namespace

TEST_CASE("a look becomes the parameters of ECMA-48") {
    CHECK(code("bold red") == "1;31");
    CHECK(code("dim italic underline reverse") == "2;3;4;7");
    CHECK(code("brightwhite black") == "97;40");
    CHECK(code("default brightblue") == "104");
    CHECK(code("208 17") == "38;5;208;48;5;17");
    CHECK(code("none") == "");
    CHECK(Codes()[Style::late] == "");
    CHECK(Codes(Styles())[Style::plain] == "");
}

TEST_CASE("an exact colour is the nearest of 256 where the terminal knows no more") {
    CHECK(code("#d33682", true) == "38;2;211;54;130");
    CHECK(code("default #000001", true) == "48;2;0;0;1");
    CHECK(code("#ff0000") == "38;5;196");
    CHECK(code("#d33682") == "38;5;168");
    CHECK(code("#808080") == "38;5;244"); // a grey
}

TEST_CASE("what is in a code ends it, and nothing is in none") {
    std::string out = "It is ";
    append_in_code(out, "1;31", "late");
    CHECK(out == "It is \x1b[1;31mlate\x1b[0m");
    append_in_code(out, "", ", or not");
    append_in_code(out, "1", "");
    CHECK(out == "It is \x1b[1;31mlate\x1b[0m, or not");
}

TEST_CASE("a difference has its lines in their styles, and without codes it is as it was") {
    const std::string text = diff("a", "one\n--two\n", "one\n++three");
    CHECK(painted_diff(text, Codes()) == text);
    CHECK(painted_diff(text, Codes(Styles())) == "\x1b[1m--- a\x1b[0m\n"
                                                 "\x1b[1m+++ a\x1b[0m\n"
                                                 "\x1b[2m@@ -1,2 +1,2 @@\x1b[0m\n"
                                                 " one\n"
                                                 "\x1b[31m---two\x1b[0m\n"
                                                 "\x1b[32m+++three\x1b[0m\n"
                                                 "\\ No newline at end of file\n");
    CHECK(painted_diff("", Codes(Styles())) == "");
}

} // namespace mentor::codes_test
