// SPDX-License-Identifier: MIT
#include "support/plain_and_tree.hpp"
#include "support/rounds.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>

namespace mentor::plain_test {

namespace {

bool is_plain(std::string_view text) {
    PlainText plain;
    return read_plain(std::string(text), plain);
}

// Whether toml++ reads what is plain as the same, and nothing that is broken is plain.
bool is_read_alike(const std::string& text) {
    PlainText plain;
    if (!read_plain(text, plain)) return true;
    try {
        return is_same(plain, TomlAccess::root(Document::parse(text, "a.toml")));
    } catch (const Error&) {
        return false;
    }
}

const std::string whole = R"(# a comment
format = 1
name = "Ada \"the\" Lovelace\t"   # behind
path = 'C:\temp'
empty = ""
negative = -40
active = true
paused = false
added = 2024-02-29
next = 2026-12-04 15:30:00
last = 2026-12-04T00:00:59
tags = ["work", 'other', ]
moved = [ # when
  2026-01-02, # once
  2026-02-03
]
none = []
about = """
Two lines, "quoted",
with an escape: \\ and Zoë."""
where = '''
it's "here"'''

[contact]
email = "ada@example.org"
hours-2 = 0
nested = { respect = 5, exchange = "4", day = 2026-11-22 }
bare = {}

[[log]]
id = "x4t9"
on = 2026-11-01
[[log]] # the second
id = "x4t8"
[[goal]]
title = ""
[[log]]
[ending]
)";

} // namespace

TEST_CASE("the plain dialect is read as toml++ reads it") {
    CHECK(is_plain(whole));
    CHECK(is_read_alike(whole));
    for (const char* text : {"",
                             "\n",
                             "# only a comment",
                             "a = 1",
                             " \t a\t=\t1 \t# b\n\n",
                             "a=1\nb=2",
                             "[a]",
                             "[[a]]\n[[a]]",
                             "a = \"\"",
                             "a = ''",
                             "a = \"\"\"\"\"\"",
                             "a = ''''''",
                             "a = [\n\n]",
                             "1 = 2",
                             "a-b_C9 = true",
                             "a = \"\\\\\"",
                             "a = \"é\u2028\"",
                             "a = \"\"\"\n\n b\"c\"\"d\n\"\"\"",
                             "a = 2026-11-22 # a day",
                             "a = 999999999999999999",
                             "a = {b = [1], c = 2}",
                             "a = [{b = 1}]"}) {
        CAPTURE(text);
        CHECK(is_read_alike(text));
    }
}

TEST_CASE("what isn't certainly plain is left to toml++") {
    for (const char* text :
         {// another way to write it
          "a.b = 1", "\"a\" = 1", "'a' = 1", "[a.b]", "[ a ]", "[\"a\"]", "a = 1.5", "a = 1e3",
          "a = 0x10", "a = 1_000", "a = +1", "a = inf", "a = 07:30:00", "a = 2026-11-22T15:30:00Z",
          "a = 2026-11-22T15:30:00+01:00", "a = 2026-11-22T15:30:00.5", "a = 2026-11-22t15:30:00",
          "a = \"\\u00e9\"", "a = \"\"\"\\\n b\"\"\"", "a = \"\"\"b\"\"\"\"", "a = [[1]]",
          "a = {b = {c = 1}}", "a = 1\r\n",
          "\xef\xbb\xbf"
          "a = 1",
          "a = 1000000000000000000", "a = -0",
          // a fault
          "a", "a =", "= 1", "a = b", "a = 1 b = 2", "a = 1\na = 2", "[a]\n[a]", "[a]\n[[a]]",
          "[[a]]\n[a]", "a = 1\n[a]", "a = []\n[[a]]", "[[a]", "[a", "[]", "[[]]", "[a] b = 1",
          "a = \"b", "a = 'b", "a = \"b\nc\"", "a = \"\"\"b", "a = \"\"\"b\\\"\"\"", "a = \"\\x\"",
          "a = [1", "a = [1 2]", "a = [,]", "a = [1,,2]", "a = {b = 1,}", "a = {b = 1, b = 2}",
          "a = {\nb = 1}", "a = {b}", "a = 2026-02-30", "a = 2023-02-29", "a = 0000-01-01",
          "a = 2026-11-22 25:00:00", "a = 2026-11-22 15:30", "a = 2026-11-22 1", "a = 2026-11-221",
          "a = 01", "a = truee", "a = tru", "a = -", "a = \"\x01\"", "a = \"\x7f\"", "a = \"\xff\"",
          "# \x80", "# \x1b", "a = 1\n]"}) {
        CAPTURE(text);
        CHECK_FALSE(is_plain(text));
    }
    const std::string zero("a = \"\0\"", 7);
    CHECK_FALSE(is_plain(zero));
    std::string many;
    for (int key = 0; key < 200; ++key)
        many += "k" + std::to_string(key) + " = 1\n";
    CHECK_FALSE(is_plain(many));
}

TEST_CASE("the head is what stands before the first header") {
    PlainText plain;
    CHECK(read_plain_head("name = \"Ada\"\naka = ['[x]']\n[[log]]\nnote = \xff", plain));
    CHECK(plain.statements.size() == 2);
    CHECK(plain.sections.size() == 1);
    CHECK_FALSE(read_plain_head("name = \"\xff\"\n[a]", plain));
}

// MENTOR_ROUNDS chooses more.
TEST_CASE("a text that was damaged is read alike or left to toml++") {
    const int many = rounds(4000);
    std::mt19937 chance(20261129);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(chance);
    };
    const std::string_view parts[] = {
        "\"",         "'",         "\"\"\"",   "'''",  "\\",  "#",       "\n",        "[",
        "]",          "[[",        "]]",       "{",    "}",   ",",       "=",         " ",
        "\t",         "a",         "0",        "-",    ".",   "_",       "\r",        "true",
        "2026-11-22", "T10:00:00", "\xc3\xa9", "\xff", "log", "\\u00e9", "\n[log]\n", "\nid = 1\n"};
    int plain = 0;
    for (int round = 0; round < many; ++round) {
        std::string text = whole;
        for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
            const std::size_t at = below(text.size());
            const std::string_view part = parts[below(std::size(parts))];
            const std::size_t gone = below(3) == 0 ? 0 : below(4);
            text.replace(at, std::min(gone, text.size() - at), below(4) == 0 ? "" : part);
        }
        CAPTURE(text);
        REQUIRE(is_read_alike(text));
        if (is_plain(text)) ++plain;
    }
    CHECK(plain > many / 10);
}

} // namespace mentor::plain_test
