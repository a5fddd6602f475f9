// SPDX-License-Identifier: MIT
#include "core/rules/promises/kept.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::kept_test {

using mentor::testing::day;
using mentor::testing::Person;

namespace {

Commitment made_on(const char* made, const char* due = nullptr) {
    Commitment promise;
    promise.made = day(made);
    if (due) promise.due = day(due);
    return promise;
}

Commitment kept_on(Commitment promise, const char* done) {
    promise.done = day(done);
    return promise;
}

KeptPromises mine(const Commitment& promise, const char* since, const char* until) {
    Person ada;
    ada.promised(promise);
    return kept_promises(ada, {day(since), day(until)}).me;
}

} // namespace

TEST_CASE("a promise counts as it stood at the end of the days") {
    const Commitment promise = kept_on(made_on("2025-12-01", "2025-12-20"), "2026-01-10");
    const KeptPromises open{.open = 1}, overdue{.overdue = 1, .open = 1},
        late{.kept = 1, .late = 1};
    CHECK(mine(promise, "2025-01-01", "2025-11-30") == KeptPromises{}); // not made yet
    CHECK(mine(promise, "2025-01-01", "2025-12-20") == open);
    CHECK(mine(promise, "2025-01-01", "2025-12-31") == overdue);
    CHECK(mine(promise, "2026-01-01", "2026-12-31") == late);
    CHECK(mine(promise, "2026-02-01", "2026-12-31") == KeptPromises{}); // settled before
}

TEST_CASE("what was let go is neither kept nor late") {
    Commitment promise = kept_on(made_on("2026-01-01", "2026-01-05"), "2026-01-10");
    promise.dropped = day("2026-01-12");
    CHECK(mine(promise, "2026-01-01", "2026-12-31") == KeptPromises{.let_go = 1});
}

TEST_CASE("a promise without any day is open") {
    CHECK(mine({}, "2026-01-01", "2026-12-31") == KeptPromises{.open = 1});
}

TEST_CASE("each side has its own, and yours that were kept are to be told") {
    Person ada;
    Commitment theirs = kept_on(made_on("2026-01-01"), "2026-01-10");
    theirs.owner = Side::them;
    Commitment told = kept_on(made_on("2026-01-01"), "2026-01-10");
    told.told = day("2026-01-20");
    ada.promised(theirs).promised(told).promised(kept_on(made_on("2026-01-01"), "2026-01-11"));
    const auto both = kept_promises(ada, {day("2026-01-01"), day("2026-12-31")});
    CHECK(both.me == KeptPromises{.kept = 2});
    CHECK(both.them == KeptPromises{.kept = 1});
    CHECK(both.untold == 1);
}

} // namespace mentor::kept_test
