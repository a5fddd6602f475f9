// SPDX-License-Identifier: MIT
#include "core/wrapping.hpp"

#include <doctest/doctest.h>

using namespace mentor;

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("wrapping breaks at spaces and counts columns") {
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 6) == Lines{"one", "two", "three"});
    CHECK(wrap("日本 日本 日本", 9) == Lines{"日本 日本", "日本"});
    CHECK(wrap("Zoë Zoë Zoë", 7) == Lines{"Zoë Zoë", "Zoë"});
}

TEST_CASE("wrapping leaves a longer word whole and never breaks inside a character") {
    CHECK(wrap("an incomprehensible word", 5) == Lines{"an", "incomprehensible", "word"});
    CHECK(wrap("👩‍💻👩‍💻 a", 1) == Lines{"👩‍💻👩‍💻", "a"});
}

TEST_CASE("wrapping keeps line breaks, indentation and spacing that fits") {
    CHECK(wrap("a\n\nb\n", 10) == Lines{"a", "", "b"});
    CHECK(wrap("  - one  two three", 12) == Lines{"  - one  two", "three"});
    CHECK(wrap("  - one  two", 20) == Lines{"  - one  two"});
    CHECK(wrap("one \t ", 20) == Lines{"one"});
    CHECK(wrap("one two\r\nthree", 0) == Lines{"one two", "three"});
}

TEST_CASE("wrapping nothing gives one empty line") {
    CHECK(wrap("", 10) == Lines{""});
    CHECK(wrap("   ", 10) == Lines{""});
    CHECK(wrap("", 0) == Lines{""});
}

TEST_CASE("Chinese and Japanese break between characters, and not before what closes") {
    CHECK(wrap("今日はコーヒーを飲みながら話した。", 10) ==
          Lines{"今日はコー", "ヒーを飲み", "ながら話し", "た。"});
    CHECK(wrap("話した。また", 6) == Lines{"話し", "た。ま", "た"});
    CHECK(wrap("「今日」と「明日」", 8) == Lines{"「今日」", "と「明", "日」"});
    CHECK(wrap("我们谈了mentor的计划", 8) == Lines{"我们谈了", "mentor的", "计划"});
    CHECK(wrap("日 本", 2) == Lines{"日", "本"});
    CHECK(wrap("  日本語", 6) == Lines{"  日本", "語"});
    CHECK(wrap("(日本) 日本.", 4) == Lines{"(日", "本)", "日", "本."});
    CHECK(wrap("か\u3099か\u3099", 2) == Lines{"か\u3099", "か\u3099"});
    CHECK(wrap("日本", 1) == Lines{"日", "本"}); // a character is never broken
    CHECK(wrap("日本語", 0) == Lines{"日本語"});
}

TEST_CASE("words of scripts with spaces, and of those that want a dictionary, stay whole") {
    CHECK(wrap("안녕하세요 여러분", 6) == Lines{"안녕하세요", "여러분"});
    CHECK(wrap("สวัสดีครับ ครับ", 4) == Lines{"สวัสดีครับ", "ครับ"});
    CHECK(wrap("https://example.org/a/very/long/one", 8) ==
          Lines{"https://example.org/a/very/long/one"});
}
