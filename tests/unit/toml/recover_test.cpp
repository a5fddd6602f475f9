// SPDX-License-Identifier: MIT
#include "support/lines.hpp"
#include "toml/recover.hpp"

#include <doctest/doctest.h>

namespace mentor::recover_test {

using namespace mentor::testing;

namespace {

// The lines of the faults, and what is left of the text.
struct Left {
    std::vector<int> lines;
    std::optional<std::string> text;
};

Left left_of(const std::string& text) {
    const Recovered recovered = recover(text, "ada.toml");
    Left left;
    for (const Diagnostic& fault : recovered.faults)
        left.lines.push_back(fault.line);
    if (recovered.rest) left.text = recovered.rest->text();
    return left;
}

} // namespace

TEST_CASE("every fault that is alone on its line is found, and the rest can be read") {
    const Left left = left_of(R"(
        name = Ada
        role = "mentor"
        started = 2026-02-30
        met there
        role = "peer"
        tags = ["a"]
    )"_lines);
    CHECK(left.lines == std::vector{1, 3, 4, 5});
    CHECK(left.text == R"(
        name = ""
        role = "mentor"
        started = ""


        tags = ["a"]
    )"_lines);
}

TEST_CASE("a fault that may be the cause of those behind it is the last") {
    CHECK(left_of(R"(
        tags = ["a"
        role = mentor
        met = x
    )"_lines)
              .lines == std::vector{2});
    CHECK(left_of(R"(
        note = """
        met = x
    )"_lines)
              .lines.size() == 1);
    CHECK(left_of(R"(
        note = """a \q
        met = x
        """
        role = y
    )"_lines)
              .lines == std::vector{1});
    CHECK(left_of(R"(
        [agreement
        every = "4w"
        met = x
    )"_lines)
              .lines == std::vector{1});
    CHECK(left_of("<<<<<<< ours\nmet = x\n").lines == std::vector{1});
    CHECK(left_of("[[goal]]\nid = g3kq\ntitle = x\n").lines == std::vector{2});
    CHECK_FALSE(left_of("[[goal]]\nid = g3kq\ntitle = x\n").text);
}

TEST_CASE("a text of nothing but faults ends") {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "what is this\n";
    CHECK(left_of(text).lines.size() == 20);
    CHECK(left_of(std::string("a\0b", 3)).lines == std::vector{1});
}

} // namespace mentor::recover_test
