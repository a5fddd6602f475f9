// SPDX-License-Identifier: MIT
#include "core/rules/looking/change_counts.hpp"
#include "core/rules/looking/what_changed.hpp"

#include <doctest/doctest.h>

namespace mentor::change_counts_test {

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

// What a hand called alike: an id that stands there twice, days of one name.
static Relationship with_twins() {
    Relationship person;
    person.name = "Ada";
    person.commitments = {{.id = "c001", .what = "First"},
                          {.id = "c001", .what = "Second"},
                          {.id = "c001", .what = "Third"}};
    person.occasions = {{.what = "name day", .month = 1}, {.what = "name day", .month = 2}};
    return person;
}

TEST_CASE("of those that are called alike each is told by itself") {
    using Lines = std::vector<std::string>;
    const Relationship before = with_twins();
    Relationship after = before;
    CHECK(what_changed(before, after) == Lines{});
    after.met = "Here";
    CHECK(what_changed(before, after) == Lines{"met: Here"});
    CHECK(change_counts(before, after) == "met");

    after = before;
    after.commitments[1].done = Date(Days(20000));
    CHECK(what_changed(before, after) == Lines{"c001 kept: Second"});
    CHECK(change_counts(before, after) == "1 promise settled");

    after = before;
    after.commitments.erase(after.commitments.begin());
    after.occasions.erase(after.occasions.begin());
    CHECK(what_changed(before, after) ==
          Lines{"removed name day: 01", "c001 removed you promised: First"});
    CHECK(change_counts(before, after) == "1 promise removed, occasions");
    CHECK(what_changed(after, before) == Lines{"name day: 01", "c001 you promised: First"});
    CHECK(change_counts(after, before) == "1 promise, occasions");

    after = before;
    after.commitments[2].what = "Last";
    after.occasions[1].month = 3;
    CHECK(what_changed(before, after) == Lines{"name day: 03", "c001 promise: Last"});
}

} // namespace mentor::change_counts_test
