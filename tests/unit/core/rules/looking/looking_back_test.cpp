// SPDX-License-Identifier: MIT
#include "core/rules/looking/looking_back.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::looking_back_test {

using namespace mentor::testing;

static Person year() {
    Person ada = Person().started_on("2026-01-12");
    for (const char* day_met : {"2026-02-01", "2026-03-01", "2026-12-24"}) {
        ada.met_on(day_met);
        ada.log.back().minutes = 45;
        ada.log.back().goals = {"g3kq"};
    }
    ada.met_on("2026-03-02", "message");
    for (const Side owner : {Side::me, Side::me, Side::them}) {
        Commitment kept = promise(owner, "Send it", "2026-03-01");
        kept.done = day("2026-02-20");
        ada.promised(kept);
    }
    ada.promised(promise(Side::me, "Open", "2026-12-01"));
    Goal reached = goal("g3kq", "Speak", "2026-12-01");
    reached.set = day("2026-01-20");
    reached.done = day("2026-11-20");
    ada.aims_for(reached).aims_for(goal("g4kq", "Write", "2026-12-01"));
    Milestone step;
    step.goal = "g3kq";
    step.done = day("2026-04-01");
    return ada.with_step(step).with_step(Milestone());
}

TEST_CASE("a mentorship in figures counts what has happened by then") {
    const LookingBack back = look_back(year(), Kinds(), day("2026-11-22"));
    CHECK(back.since == day("2026-01-12"));
    CHECK(back.meetings == 2);
    CHECK(back.minutes == 90);
    CHECK(back.kept_by_me == 2);
    CHECK(back.kept_by_them == 1);
    CHECK(back.reached == 1);
    CHECK(look_back(Person(), Kinds(), day("2026-11-22")).since == std::nullopt);
}

TEST_CASE("the story of a goal: how long it took, the talks about it and its steps") {
    const Person ada = year();
    const GoalStory story = story_of(ada.goals[0], ByGoal(ada), day("2026-11-20"));
    CHECK(story.took == Days{304});
    CHECK(story.talks == 2);
    CHECK(story.steps == 1);
    const GoalStory other = story_of(ada.goals[1], ByGoal(ada), day("2026-11-20"));
    CHECK(other.took == std::nullopt);
    CHECK(other.talks + other.steps == 0);
}

} // namespace mentor::looking_back_test
