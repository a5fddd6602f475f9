// SPDX-License-Identifier: MIT
#include "core/marks/shared_mark.hpp"

#include <doctest/doctest.h>

namespace mentor::shared_mark_test {

namespace {

// "text|mark"
std::string taken(std::string_view text) {
    const auto [rest, mark] = take_shared_mark(text);
    return rest + "|" + mark;
}

} // namespace

TEST_CASE("a shared mark is a word of its own, in any case, with a stop behind it or before") {
    CHECK(taken("Send the draft ^c7k2") == "Send the draft|c7k2");
    CHECK(taken("Send the draft, by 2026-12-04 ^C7K2.") == "Send the draft, by 2026-12-04.|c7k2");
    CHECK(taken("Send the draft. ^c7k2") == "Send the draft.|c7k2");
    CHECK(taken("Send the draft,^c7k2") == "Send the draft,|c7k2");
    CHECK(taken("Send it ^c7k2, by fri") == "Send it, by fri|c7k2");
    CHECK(taken("Send it ^c7k2 (I'm at it)") == "Send it (I'm at it)|c7k2");
    CHECK(taken("^c7k2") == "|c7k2");
    CHECK(taken("One ^c7k2 two ^d9f4") == "One ^c7k2 two|d9f4");
}

TEST_CASE("what only looks like a shared mark is text") {
    for (const char* text : {"", "^", "^^", "x^c7k2", "2^2026", "^c7k", "^c7k2x", "^c7k2^", "^c7ko",
                             "^ c7k2", "c7k2", "(^c7k2)", "^c7k\xC3\xBC"})
        CHECK(taken(text) == std::string(text) + "|");
}

TEST_CASE("a text gets a mark that can be read again, or none") {
    CHECK(with_shared_mark("Send it", "c7k2") == "Send it ^c7k2");
    CHECK(take_shared_mark(with_shared_mark("Send it", "2026")).mark == "2026");
    for (const char* mark : {"", "draft", "C7K2", "my-1"})
        CHECK(with_shared_mark("Send it", mark) == "Send it");
}

TEST_CASE("a text may end with its mark") {
    CHECK(ends_with_shared_mark("Send it ^c7k2"));
    CHECK(ends_with_shared_mark("Send it ^c7k2. "));
    CHECK_FALSE(ends_with_shared_mark("Send it ^c7k2, by fri"));
    CHECK_FALSE(ends_with_shared_mark("Send it"));
}

} // namespace mentor::shared_mark_test
