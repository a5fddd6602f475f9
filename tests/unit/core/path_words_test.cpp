// SPDX-License-Identifier: MIT
#include "core/path_words.hpp"

#include <doctest/doctest.h>

namespace mentor::path_words_test {

TEST_CASE("a path in a sentence stays in its line") {
    CHECK(in_line("/home/ada/journal") == "/home/ada/journal");
    CHECK(in_line("a\nEVIL\tb") == "a\\nEVIL\\tb");
    CHECK(in_line("https://example.org/x\n") == "https://example.org/x\\n");
    CHECK(in_line("a\x1b[31m") == "a\\u001b[31m");
}

TEST_CASE("a path to type is exactly that path, or none") {
    CHECK(path_to_type("/a/b.toml") == "/a/b.toml");
    CHECK(path_to_type("a b") == "'a b'");
    CHECK(path_to_type("-x.csv") == "./-x.csv");
    CHECK(path_to_type("-x y.csv") == "'./-x y.csv'");
    for (const char* path : {"a\nb", "a\tb", "a\x01", "a\u202eb", "a\xff"})
        CHECK_FALSE(path_to_type(path));
    CHECK(to_type_or("rm", "a b", "delete it") == "rm 'a b'");
    CHECK(to_type_or("rm", "a\nb", "delete it") == "delete it");
}

} // namespace mentor::path_words_test
