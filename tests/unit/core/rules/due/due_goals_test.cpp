// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_goals_test {

using namespace mentor::testing;

// Four weeks are the pace, so that twelve without a move are many. The meetings are held.
static Person ada() {
    return Person().every(4, Unit::week).agreed_next("2027-12-01");
}

static Goal lead() {
    Goal aim;
    aim.id = "g3kq";
    aim.title = "Lead a project";
    aim.set = day("2026-01-01");
    return aim;
}

static LogEntry talk(std::string_view on) {
    LogEntry entry;
    entry.id = "x4t9";
    entry.on.date = day(on);
    entry.kind = "note";
    entry.goals = {"g3kq"};
    return entry;
}

// The day on which the only goal turns stale; "" where it has not by `today`.
static std::string stale_on(const Person& person, std::string_view today = "2026-12-31") {
    const auto found = reminders(person, today);
    return found.empty() ? "" : to_iso(found.at(0).on);
}

TEST_CASE("a goal with which nothing moved for three cadences is asked after, gently") {
    const Person person = ada().aims_for(lead());
    CHECK(due(person, "2026-03-25") == "");
    CHECK(due(person, "2026-03-26") == "2026-03-26 today goal: Lead a project (your goal with Ada, "
                                       "nothing moved since 1 Jan 2026; find its next step)");
    CHECK(due(person, "2026-07-01") == "2026-03-26 today goal: Lead a project (your goal with Ada, "
                                       "nothing moved since 1 Jan 2026; find its next step)");
    CHECK(reminders(person, "2026-07-01").at(0).id == "g3kq");
    CHECK(reminders(person, "2026-07-01").at(0).command == "mentor goal grow ada-lovelace g3kq");
}

TEST_CASE("a talk, a step done, and what was promised and kept after a talk each move a goal") {
    CHECK(stale_on(ada().aims_for(lead()).logged(talk("2026-05-01"))) == "2026-07-24");
    LogEntry elsewhere = talk("2026-05-01");
    elsewhere.goals = {"g4xx"};
    CHECK(stale_on(ada().aims_for(lead()).logged(elsewhere)) == "2026-03-26");

    const Milestone step{"m001", "g3kq", "first draft", std::nullopt, day("2026-05-02")};
    CHECK(stale_on(ada().aims_for(lead()).with_step(step)) == "2026-07-25");

    Commitment promise;
    promise.owner = Side::them;
    promise.what = "Read the draft";
    promise.log = "x4t9";
    promise.made = day("2026-05-03");
    const Person talked = ada().aims_for(lead()).logged(talk("2026-05-01"));
    CHECK(stale_on(Person(talked).promised(promise)) == "2026-07-26");
    promise.done = day("2026-05-20");
    CHECK(stale_on(Person(talked).promised(promise)) == "2026-08-12");
    promise.log = "other";
    CHECK(stale_on(Person(talked).promised(promise)) == "2026-07-24");
}

TEST_CASE("a goal has one row: once its day has come, that day; before, that nothing moved") {
    Goal aim = lead();
    aim.due = day("2026-04-01");
    CHECK(due(ada().aims_for(aim), "2026-03-25") ==
          "2026-04-01 later goal: Lead a project (your goal with Ada, due in 7 days)");
    CHECK(stale_on(ada().aims_for(aim), "2026-03-31") == "2026-03-26");
    CHECK(due(ada().aims_for(aim), "2026-04-01") ==
          "2026-04-01 today goal: Lead a project (your goal with Ada, due today)");
    CHECK(due(ada().aims_for(aim), "2026-06-01") ==
          "2026-04-01 late goal: Lead a project (your goal with Ada, due 2 months ago)");
}

TEST_CASE("no goal is stale that is closed, of unknown age, or of people who don't meet now") {
    Goal reached = lead(), given_up = lead(), ageless = lead();
    reached.done = day("2026-02-01");
    given_up.dropped = day("2026-02-01");
    ageless.set.reset();
    CHECK(stale_on(ada().aims_for(reached).aims_for(given_up).aims_for(ageless)) == "");
    for (const Stage stage : {Stage::prospect, Stage::paused, Stage::alumni, Stage::declined})
        CHECK(stale_on(ada().aims_for(lead()).is(stage)) == "");
    CHECK(stale_on(ada().aims_for(lead()).is(Stage::winding_down)) == "2026-03-26");
}

} // namespace mentor::due_goals_test
