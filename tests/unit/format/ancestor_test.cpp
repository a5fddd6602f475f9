// SPDX-License-Identifier: MIT
#include "format/ancestor.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace mentor;

namespace {

const std::string begun = "name = \"Ada\"\nevery = \"4w\"\n";

std::string entry(const std::string& id) {
    return "[[log]]\nid = \"" + id + "\"\non = 2026-11-20\nkind = \"call\"\n";
}

// The place of the ancestor among the texts, from 1; 0 for none.
std::size_t ancestor(const std::vector<std::string>& texts, const std::string& mine,
                     const std::string& theirs) {
    const std::string* found = find_ancestor(texts, Document::parse(mine, "ada.toml"),
                                             Document::parse(theirs, "copy.toml"));
    return found ? static_cast<std::size_t>(found - texts.data()) + 1 : 0;
}

} // namespace

TEST_CASE("the ancestor is the text before what either side did") {
    const std::string older = "name = \"Ada\"\n", first = begun + entry("aaaa"),
                      second = first + entry("bbbb"), copy = begun + entry("cccc");
    const std::vector<std::string> texts{older, begun, begun, first, second};
    CHECK(ancestor(texts, second, copy) == 2);
    CHECK(ancestor(texts, copy, second) == 2); // whose version the syncer made the copy
    CHECK(ancestor(texts, second + "[[log]]\nkind = \"meal\"\n", copy) == 2);
}

TEST_CASE("a copy of the newest text comes from that one") {
    const std::string first = begun + entry("aaaa");
    const std::vector<std::string> texts{begun, first};
    CHECK(ancestor(texts, first, first + entry("cccc")) == 2);
    CHECK(ancestor(texts, first, first) == 2);
}

TEST_CASE("a value that only one side changed is before that") {
    const std::string shorter = "name = \"Ada\"\nevery = \"2w\"\n";
    const std::vector<std::string> texts{begun, shorter, shorter + entry("aaaa")};
    CHECK(ancestor(texts, shorter + entry("aaaa"), begun + entry("cccc")) == 1);
}

TEST_CASE("a text with what one side lacks is no ancestor: that side may never have had it") {
    const std::string first = begun + entry("aaaa"), second = first + entry("bbbb");
    CHECK(ancestor({first, second}, second, begun + entry("cccc")) == 0);
    CHECK(ancestor({begun + "[[gift]]\nwhat = \"An essay\"\n"}, begun, begun + entry("cccc")) == 0);
    CHECK(ancestor({}, begun, first) == 0);
    CHECK(ancestor({"name = \"Ada", begun}, begun, first) == 2);
}
