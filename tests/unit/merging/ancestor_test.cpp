// SPDX-License-Identifier: MIT
#include "merging/ancestor.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mentor::ancestor_test {

namespace {

const std::string begun = "name = \"Ada\"\nevery = \"4w\"\n";

std::string entry(const std::string& id) {
    return "[[log]]\nid = \"" + id + "\"\non = 2026-11-20\nkind = \"call\"\n";
}

std::string ancestor(const std::vector<std::string>& texts, const std::string& mine,
                     const std::string& theirs) {
    return ancestor_of(texts, Document::parse(mine, "ada.toml"),
                       Document::parse(theirs, "copy.toml"))
        .text();
}

} // namespace

TEST_CASE("the ancestor is the text before what either side did") {
    const std::string older = "name = \"Ada\"\n", first = begun + entry("aaaa"),
                      second = first + entry("bbbb"), copy = begun + entry("cccc");
    const std::vector<std::string> texts{older, begun, begun, first, second};
    CHECK(ancestor(texts, second, copy) == begun);
    CHECK(ancestor(texts, copy, second) == begun); // whose version the syncer made the copy
    CHECK(ancestor(texts, second + "[[log]]\nkind = \"meal\"\n", copy) == begun);
}

TEST_CASE("a copy of the newest text comes from that one") {
    const std::string first = begun + entry("aaaa");
    CHECK(ancestor({begun, first}, first, first + entry("cccc")) == first);
    CHECK(ancestor({begun, first}, first, first) == first);
}

TEST_CASE("a value that a later text shows to be changed is before that") {
    const std::string shorter = "name = \"Ada\"\nevery = \"2w\"\n";
    const std::string mine = shorter + entry("aaaa"), copy = begun + entry("cccc");
    CHECK(ancestor({begun, shorter, mine}, mine, copy) == begun);
    CHECK(ancestor({begun, shorter, mine}, copy, mine) == begun);
    CHECK(ancestor({begun, "name = \"Ada\"\n"}, "name = \"Ada\"\n", copy) == begun);
}

TEST_CASE("of a value that differs without a trace it isn't known which side changed it") {
    const std::string shorter = "name = \"Ada\"\nevery = \"2w\"\n", name = "name = \"Ada\"\n";
    CHECK(ancestor({begun, begun + entry("aaaa")}, begun + entry("aaaa"), shorter) == name);
    CHECK(ancestor({begun}, begun, name) == name);
    const std::string old = begun + entry("aaaa") + "note = \"Old\"\n";
    CHECK(ancestor({old}, begun + entry("aaaa") + "note = \"New\"\n", old) ==
          begun + entry("aaaa"));
}

TEST_CASE("a text with what one side lacks is no ancestor: that side may never have had it") {
    const std::string first = begun + entry("aaaa"), second = first + entry("bbbb");
    CHECK(ancestor({first, second}, second, begun + entry("cccc")) == "");
    CHECK(ancestor({begun + "[[gift]]\nwhat = \"An essay\"\n"}, begun, begun + entry("cccc")) ==
          "");
    CHECK(ancestor({}, begun, first) == "");
    CHECK(ancestor({"name = \"Ada", begun}, begun, first) == begun);
}

} // namespace mentor::ancestor_test
