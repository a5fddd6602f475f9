// SPDX-License-Identifier: MIT
#include "core/rules/looking/change_counts.hpp"

#include <doctest/doctest.h>

using namespace mentor;

TEST_CASE("a change is told in counts: what is new, settled, changed and gone") {
    Relationship before;
    before.name = "Ada";
    before.log = {{.id = "a001", .note = "One"}, {.id = "a002", .note = "Two"}};
    before.commitments = {{.id = "c001", .what = "Send it"}};
    Relationship after = before;
    CHECK(change_counts(before, after) == "changed");
    after.log.push_back({.id = "a003"});
    after.commitments[0].done = Date(Days(20000));
    CHECK(change_counts(before, after) == "1 entry, 1 promise settled");
    after.log[0].note = "Other words";
    CHECK(change_counts(before, after) == "1 entry, 1 entry changed, 1 promise settled");
    after.log.erase(after.log.begin() + 1);
    after.commitments = {};
    CHECK(change_counts(before, after) ==
          "1 entry, 1 entry changed, 1 entry removed, 1 promise removed");
}

TEST_CASE("who got another name is told with the one before") {
    Relationship before;
    before.name = "Ada Lovelace";
    Relationship after = before;
    after.name = "Ada King";
    after.occasions.push_back({.what = "birthday"});
    CHECK(change_counts(before, after) == "until now Ada Lovelace, occasions");
}
