// SPDX-License-Identifier: MIT
#include "core/text.hpp"

#include <doctest/doctest.h>

namespace mentor::text_test {

using Lines = std::vector<std::string>;

TEST_CASE("folding takes away case and diacritics") {
    CHECK(fold("Zoë Ångström") == "zoe angstrom");
    CHECK(fold("Dvořák") == "dvorak");
    CHECK(fold("ΆΛΦΑ") == fold("άλφα"));
    CHECK(fold("Ёлка") == "елка");
    CHECK(fold("Zoe\u0308") == "zoe");
    CHECK(fold("ＡＢＣ ﬁne x²") == "abc fine x2");
}

TEST_CASE("folding writes letters that don't decompose as people type them") {
    CHECK(fold("Weiß Søren Łukasz Đorđe Æsa Œuvre Þór Guðrún Işık") ==
          "weiss soren lukasz dorde aesa oeuvre thor gudrun isik");
    CHECK(fold("O’Brien – “Jean‐Luc”") == "o'brien - \"jean-luc\"");
}

TEST_CASE("folding keeps marks that are part of the spelling, and drops optional points") {
    CHECK(fold("प्रिया") == "प्रिया");
    CHECK(fold("สมชัย") == "สมชัย");
    CHECK(fold("が") != fold("か"));
    CHECK(fold("שָׁלוֹם") == fold("שלום"));
    CHECK(fold("مُحَمَّد") == fold("محمد"));
    CHECK(fold("co\u00ADffee\u200B") == "coffee");
}

TEST_CASE("invalid bytes fold to the replacement character") {
    CHECK(fold("A\xff"
               "B") == "a\uFFFDb");
    CHECK(fold("\xc3") == "\uFFFD");
    CHECK(fold("") == "");
}

TEST_CASE("a slug is the folded name with single hyphens") {
    CHECK(slug_of("Ada Lovelace") == "ada-lovelace");
    CHECK(slug_of("Zoë Ångström") == "zoe-angstrom");
    CHECK(slug_of("  Dr. Jean-Luc  O’Brien (2nd) ") == "dr-jean-luc-o-brien-2nd");
    CHECK(slug_of("../../etc/passwd") == "etc-passwd");
    CHECK(slug_of(".hidden") == "hidden");
}

TEST_CASE("a slug keeps letters and digits of any script") {
    CHECK(slug_of("김민준") == "김민준");
    CHECK(slug_of("がくせい さん") == "がくせい-さん");
    CHECK(slug_of("प्रिया शर्मा") == "प्रिया-शर्मा");
    CHECK(slug_of("Ольга ٣") == "ольга-٣");
}

TEST_CASE("a name without letter or digit has no slug") {
    CHECK(slug_of("") == "");
    CHECK(slug_of("!?…") == "");
    CHECK(slug_of("🦊") == "");
    CHECK(slug_of("\xff\xfe") == "");
}

TEST_CASE("a slug is at most 64 bytes, cut between characters, without a hyphen at its end") {
    CHECK(slug_of(std::string(100, 'a')) == std::string(64, 'a'));
    CHECK(slug_of(std::string(63, 'a') + "é") == std::string(63, 'a') + "e");
    CHECK(slug_of(std::string(63, 'a') + "я") == std::string(63, 'a'));
    CHECK(slug_of(std::string(63, 'a') + " b") == std::string(63, 'a'));
    CHECK(slug_of(std::string(62, 'a') + " b") == std::string(62, 'a') + "-b");
}

TEST_CASE("control characters are shown as escapes; newline and tab stay") {
    CHECK(visible("a\x1b[31mb\n\tc\r\x07\x7f") == "a\\u001b[31mb\n\tc\\u000d\\u0007\\u007f");
    CHECK(visible("\u0085\u009b") == "\\u0085\\u009b");
    CHECK(visible(std::string("a\0b", 3)) == "a\\u0000b");
}

TEST_CASE("bidirectional controls and invalid bytes are shown as escapes") {
    CHECK(visible("\u202a\u202e\u2066\u2069\u200e\u200f\u061c") ==
          "\\u202a\\u202e\\u2066\\u2069\\u200e\\u200f\\u061c");
    CHECK(visible("\u2028\u2029\u206a") == "\\u2028\\u2029\\u206a");
    CHECK(visible("\u200b\u200c\u200d\u202f\u2065") == "\u200b\u200c\u200d\u202f\u2065");
    CHECK(visible("a\xff\xc3") == "a\\xff\\xc3");
    CHECK(visible("\xed\xa0\x80") == "\\xed\\xa0\\x80");
    CHECK(visible("Zoë 日本 👩‍💻") == "Zoë 日本 👩‍💻");
}

TEST_CASE("lines are split at LF and CRLF, without an empty last one") {
    CHECK(split_lines("a\r\nb\nc") == Lines{"a", "b", "c"});
    CHECK(split_lines("a\n\n") == Lines{"a", ""});
    CHECK(split_lines("a\rb\r") == Lines{"a\rb\r"});
    CHECK(split_lines("") == Lines{});
    CHECK(split_lines("\n") == Lines{""});
}

TEST_CASE("trimming and the first line that says something") {
    CHECK(trim(" \t a b \r\n") == "a b");
    CHECK(trim(" \n") == "");
    CHECK(first_line("\n  What was said.\r\nAnd more.") == "What was said.");
    CHECK(first_line(" ") == "");
}

TEST_CASE("joining and counting") {
    CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join({}, ", ") == "");
    CHECK(counted(0, "day") == "0 days");
    CHECK(counted(1, "day") == "1 day");
    CHECK(counted(2, "day") == "2 days");
    CHECK(counted(1, "entry", "entries") == "1 entry");
    CHECK(counted(3, "entry", "entries") == "3 entries");
}

TEST_CASE("for other programs what would steer them or turn the order of reading is left out") {
    CHECK(without_controls("a\x1b[31mb\n\tc\r\n\x7f\u0085\u009b") == "a[31mb\n\tc\n");
    CHECK(without_controls("\u202ea\u202ab\u2066c\u2069\u200ed\u200fe\u061cf\u206a") == "abcdef");
    CHECK(without_controls("a\u2028b\u2029c") == "a\nb\nc");
    CHECK(without_controls("a\xff\xc3z\xed\xa0\x80") == "az");
    CHECK(without_controls("Zoë 日本 👩‍💻 می‌خواهم") ==
          "Zoë 日本 👩‍💻 می‌خواهم");
}

TEST_CASE("a text of several lines becomes one, without the empty ones") {
    CHECK(one_line("a\r\n\n  \nb c\n") == "a b c");
    CHECK(one_line("") == "");
}

TEST_CASE("the first paragraph is one line, however it is wrapped") {
    CHECK(first_paragraph("\n  We spoke of\n  the talk.\n \nThen of more.\n") ==
          "We spoke of the talk.");
    CHECK(first_paragraph("One line") == "One line");
    CHECK(first_paragraph(" \n") == "");
}

TEST_CASE("a text is split at a character, with its empty parts") {
    CHECK(split("a,b,,c", ',') == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(split(",", ',') == std::vector<std::string>{"", ""});
    CHECK(split("", ',') == std::vector<std::string>{""});
    CHECK(join(split("agreement.every", '.'), ".") == "agreement.every");
}

TEST_CASE("a number is the whole text or none") {
    CHECK(find_number("0") == 0);
    CHECK(find_number("042") == 42);
    for (const char* other : {"", " 4", "4 ", "+4", "-4", "4a", "0x4", "99999999999999999999"}) {
        CAPTURE(other);
        CHECK_FALSE(find_number(other).has_value());
    }
}

TEST_CASE("code points are counted, and the first byte that is no UTF-8 is found") {
    CHECK(count_code_points("Zoë") == 3);
    CHECK(count_code_points("") == 0);
    CHECK_FALSE(find_invalid_utf8("Zoë \xF0\x9F\x8C\xB1").has_value());
    CHECK_FALSE(find_invalid_utf8(std::string_view("a\0b", 3)).has_value());
    // Overlong, a surrogate, beyond U+10FFFF, cut short, a continuation alone: RFC 3629.
    for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "\x80", "\xFF"})
        CHECK(find_invalid_utf8(std::string("ok") + bad) == 2);
}

} // namespace mentor::text_test
