// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("a new id is four characters that no other id has") {
    MemoryHost host;
    CHECK(make_id(host, {}) == "0000");
    CHECK(make_id(host, {"1000", "2000"}) == "3000");
    host.next_random = 0xFFFFFFFF;
    CHECK(make_id(host, {}) == "zzzz");
}

TEST_CASE("the ids of a relationship are those of all its tables") {
    Relationship relationship;
    relationship.goals.emplace_back().id = "g3kq";
    relationship.milestones.emplace_back().id = "m7dd";
    relationship.log.emplace_back().id = "x4t9";
    relationship.log.emplace_back();
    relationship.commitments.emplace_back().id = "c7k2";
    relationship.questions.emplace_back().id = "q1w8";
    CHECK(ids_of(relationship) == std::vector<std::string>{"g3kq", "m7dd", "x4t9", "c7k2", "q1w8"});
}
