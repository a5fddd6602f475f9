// SPDX-License-Identifier: MIT
#include "report/faces/terminal/diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace mentor::diff_test {

namespace {

std::string numbered(int from, int to) {
    std::string text;
    for (int i = from; i <= to; ++i)
        text += "line " + std::to_string(i) + "\n";
    return text;
}

} // namespace

TEST_CASE("a diff of equal texts is empty") {
    CHECK(diff("ada.toml", "a\n", "a\n") == "");
    CHECK(diff("ada.toml", std::nullopt, std::nullopt) == "");
}

TEST_CASE("a diff shows a changed line between three lines of context") {
    const std::string before = numbered(1, 9);
    std::string after = before;
    after.replace(after.find("line 5"), 6, "line five");
    CHECK(diff("ada-lovelace.toml", before, after) == "--- ada-lovelace.toml\n"
                                                      "+++ ada-lovelace.toml\n"
                                                      "@@ -2,7 +2,7 @@\n"
                                                      " line 2\n"
                                                      " line 3\n"
                                                      " line 4\n"
                                                      "-line 5\n"
                                                      "+line five\n"
                                                      " line 6\n"
                                                      " line 7\n"
                                                      " line 8\n");
}

TEST_CASE("changes that are near share a hunk, those farther apart have their own") {
    const std::string before = numbered(1, 30);
    std::string after = before;
    after.insert(after.find("line 3\n"), "new\n");
    after.erase(after.find("line 9\n"), 7);
    after.erase(after.find("line 25\n"), 8);
    CHECK(diff("a", before, after) == "--- a\n+++ a\n"
                                      "@@ -1,12 +1,12 @@\n"
                                      " line 1\n line 2\n+new\n line 3\n line 4\n line 5\n line 6\n"
                                      " line 7\n line 8\n-line 9\n line 10\n line 11\n line 12\n"
                                      "@@ -22,7 +22,6 @@\n"
                                      " line 22\n line 23\n line 24\n-line 25\n"
                                      " line 26\n line 27\n line 28\n");
}

TEST_CASE("a diff finds the shortest script, not just the equal ends") {
    CHECK(diff("a", "a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n") ==
          "--- a\n+++ a\n"
          "@@ -1,7 +1,6 @@\n"
          "-a\n-b\n c\n+b\n a\n b\n-b\n a\n"
          "+c\n");
}

TEST_CASE("a file that begins or goes is compared with nothing") {
    CHECK(diff("a", std::nullopt, "x\ny\n") == "--- /dev/null\n+++ a\n@@ -0,0 +1,2 @@\n+x\n+y\n");
    CHECK(diff("a", "x\n", std::nullopt) == "--- a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
}

TEST_CASE("a diff says where the end of a file has no newline") {
    CHECK(diff("a", "x\ny", "x\ny\n") == "--- a\n+++ a\n@@ -1,2 +1,2 @@\n x\n-y\n"
                                         "\\ No newline at end of file\n+y\n");
    CHECK(diff("a", "x", "x\nz") == "--- a\n+++ a\n@@ -1 +1,2 @@\n-x\n"
                                    "\\ No newline at end of file\n+x\n+z\n"
                                    "\\ No newline at end of file\n");
}

TEST_CASE("line ends are part of a line, so a change from CRLF to LF shows") {
    CHECK(diff("a", "x\r\n", "x\n") == "--- a\n+++ a\n@@ -1 +1 @@\n-x\r\n+x\n");
}

TEST_CASE("long files with changes at both ends are compared in no time") {
    const std::string middle = numbered(1, 200000);
    const std::string shown =
        diff("a", "first\n" + middle + "last\n", "FIRST\n" + middle + "LAST\n");
    CHECK(shown == "--- a\n+++ a\n"
                   "@@ -1,4 +1,4 @@\n-first\n+FIRST\n line 1\n line 2\n line 3\n"
                   "@@ -199999,4 +199999,4 @@\n line 199998\n line 199999\n line 200000\n"
                   "-last\n+LAST\n");
}

TEST_CASE("texts that have nothing in common are replaced whole, however long they are") {
    std::string before, after;
    for (int i = 0; i < 5000; ++i) {
        before += "a" + std::to_string(i) + "\n";
        after += "b" + std::to_string(i) + "\n";
    }
    const std::string shown = diff("a", before, after);
    CHECK(shown.substr(0, 44) == "--- a\n+++ a\n@@ -1,5000 +1,5000 @@\n-a0\n-a1\n-a");
    CHECK(shown.find("-a4999\n+b0\n") != std::string::npos);
}

TEST_CASE("the size of a diff is how many lines it takes away and adds") {
    const auto size = [](const std::optional<std::string>& before,
                         const std::optional<std::string>& after) {
        const LineCount count = diff_size(before, after);
        return std::pair(count.added, count.removed);
    };
    CHECK(size("a\nb\nc\n", "a\nB\nc\nd\n") == std::pair(2L, 1L));
    CHECK(size(std::nullopt, "a\nb\n") == std::pair(2L, 0L));
    CHECK(size("a\n", std::nullopt) == std::pair(0L, 1L));
    CHECK(size("a\n", "a\n") == std::pair(0L, 0L));
}

TEST_CASE("whatever a file is called, its name has one line of a diff") {
    for (const std::string name : {"bob\nEVIL.toml", "\nEVIL", "bob\n", "a\n+b\n-c"}) {
        for (const auto& [before, after] :
             {std::pair<std::optional<std::string>, std::optional<std::string>>{"a\n", "b\n"},
              {std::nullopt, "b\n"},
              {"a\n", std::nullopt}}) {
            const std::string text = diff(name, before, after);
            const long expected = 3 + (before ? 1 : 0) + (after ? 1 : 0);
            CHECK(std::ranges::count(text, '\n') == expected);
            CHECK(text.find("\nEVIL") == std::string::npos);
        }
    }
}

} // namespace mentor::diff_test
