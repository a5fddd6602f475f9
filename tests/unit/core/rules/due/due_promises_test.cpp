// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_promises_test {

using namespace mentor::testing;

// Seen on a day on which no check-in is in sight.
static Person ada() {
    return Person().every(1, Unit::year).met_on("2026-11-01");
}

static Commitment draft() {
    Commitment mine = promise(Side::me, "Send the draft", "2026-11-27");
    mine.id = "c7k2";
    mine.made = day("2026-11-22");
    return mine;
}

static Commitment intro() {
    Commitment theirs = promise(Side::them, "Intro to Grace", "2026-11-27");
    theirs.id = "c9p4";
    theirs.made = day("2026-11-22");
    return theirs;
}

static Goal lead() {
    return goal("g3kq", "Lead a project", "2026-12-01");
}

static Milestone reviewed() {
    Milestone step;
    step.id = "m7dd";
    step.goal = "g3kq";
    step.what = "first draft reviewed";
    step.due = day("2026-11-30");
    return step;
}

TEST_CASE("a promise of yours is listed by its day") {
    const Person person = ada().promised(draft());
    CHECK(due(person, "2026-11-19") == "");
    CHECK(due(person, "2026-11-23") == "2026-11-27 week commitment: Send the draft "
                                       "(you promised it to Ada on 22 Nov 2026, due in 4 days)");
    CHECK(due(person, "2026-11-26") == "2026-11-27 week commitment: Send the draft "
                                       "(you promised it to Ada on 22 Nov 2026, due tomorrow)");
    CHECK(due(person, "2026-11-27") == "2026-11-27 today commitment: Send the draft "
                                       "(you promised it to Ada on 22 Nov 2026, due today)");
    CHECK(due(person, "2026-11-28") == "2026-11-27 late commitment: Send the draft "
                                       "(you promised it to Ada on 22 Nov 2026, due yesterday)");
}

TEST_CASE("a promise of theirs becomes a friendly nudge once its day has passed") {
    const Person person = ada().promised(intro());
    CHECK(due(person, "2026-11-26") == "2026-11-27 week nudge: Ada promised: Intro to Grace "
                                       "(promised on 22 Nov 2026, due tomorrow)");
    CHECK(due(person, "2026-11-27") == "2026-11-27 today nudge: Ada promised: Intro to Grace "
                                       "(promised on 22 Nov 2026, due today)");
    CHECK(due(person, "2026-11-30") ==
          "2026-11-27 late nudge: Ada promised: Intro to Grace "
          "(promised on 22 Nov 2026, due 3 days ago; a friendly nudge may help)");
}

TEST_CASE("promises without a day of making leave it out") {
    Commitment own = draft(), other = intro();
    own.made.reset();
    other.made.reset();
    CHECK(due(ada().promised(own).promised(other), "2026-11-27") ==
          "2026-11-27 today commitment: Send the draft (you promised it to Ada, due today)\n"
          "2026-11-27 today nudge: Ada promised: Intro to Grace (promised, due today)");
}

TEST_CASE("a promise without a due day, or let go, is never due") {
    Commitment some_day = draft(), let_go = draft();
    some_day.due.reset();
    let_go.dropped = day("2026-11-25");
    CHECK(due(ada().promised(some_day).promised(let_go), "2026-11-27") == "");
}

TEST_CASE("a promise that you kept asks to be told, is never late, and rests once told") {
    Commitment kept = promise(Side::me, "Read the book", "2026-11-27");
    kept.id = "c7k2";
    kept.done = day("2026-11-26");
    const std::string tell = "2026-11-26 today report: Tell Ada how it went: Read the book "
                             "(done on 26 Nov 2026, Ada will be glad to hear)";
    CHECK(due(ada().promised(kept), "2026-11-26") == tell);
    CHECK(due(ada().promised(kept), "2026-12-20") == tell);
    kept.due.reset();
    CHECK(due(ada().promised(kept), "2026-11-26") == tell);
    CHECK(reminders(ada().promised(kept), "2026-11-26").at(0).command ==
          "mentor told ada-lovelace c7k2");
    kept.told = day("2026-12-03");
    CHECK(due(ada().promised(kept), "2026-12-03") == "");

    Commitment theirs = promise(Side::them, "Read the book", "2026-11-27");
    theirs.done = day("2026-11-26");
    CHECK(due(ada().promised(theirs), "2026-11-26") == "");
}

TEST_CASE("a report ends with the next meeting, at the latest after one cadence") {
    Commitment kept = promise(Side::me, "Read the book", "2026-10-25");
    kept.done = day("2026-10-25");
    const auto is_due = [&](const Person& person, std::string_view today) {
        return due(person, today).find("report: ") != std::string::npos;
    };
    const Person person =
        Person().every(4, Unit::week).met_on("2026-10-20", "coffee").promised(kept);
    CHECK(is_due(person, "2026-11-22"));
    CHECK_FALSE(is_due(person, "2026-11-23"));
    CHECK_FALSE(is_due(Person(person).met_on("2026-10-25", "call"), "2026-10-26"));
    CHECK_FALSE(is_due(Person(person).met_on("2026-10-30", "coffee"), "2026-10-31"));
    CHECK(is_due(Person(person).met_on("2026-10-30", "message"), "2026-10-31"));
}

TEST_CASE("sending something is telling them, and a thank-you is never reported") {
    const auto reports = [](const char* what) {
        Commitment kept = promise(Side::me, what, "2026-11-27");
        kept.done = day("2026-11-26");
        return !due(ada().promised(kept), "2026-11-26").empty();
    };
    for (const char* what :
         {"Send the draft", "share the notes", "Email her the slides", "Thank her for the intro",
          "Write to her", "Write back", "Introduce Bo"}) {
        CAPTURE(what);
        CHECK_FALSE(reports(what));
    }
    for (const char* what : {"Write the design down", "Call the venue", "Bring it up with my boss",
                             "Sender's address: find it", "Read the book"}) {
        CAPTURE(what);
        CHECK(reports(what));
    }
}

TEST_CASE("a promise holds through a pause; the report waits") {
    Commitment kept = draft();
    kept.done = day("2026-11-26");
    for (const Stage stage : {Stage::paused, Stage::prospect}) {
        CAPTURE(to_text(stage));
        const Person person = Person().is(stage);
        CHECK(due(Person(person).promised(draft()), "2026-11-27") ==
              "2026-11-27 today commitment: Send the draft "
              "(you promised it to Ada on 22 Nov 2026, due today)");
        CHECK(due(Person(person).promised(kept), "2026-11-27") == "");
    }
    const Person declined = Person().is(Stage::declined);
    CHECK(due(Person(declined).promised(draft()).promised(kept), "2026-11-27") == "");
}

TEST_CASE("a promise that moved twice is named, kindly, with the way to let it go") {
    Commitment own = draft(), other = intro();
    own.moved = {day("2026-11-06"), day("2026-11-13")};
    other.moved = {day("2026-10-30"), day("2026-11-06"), day("2026-11-13")};
    const Person person = ada().promised(own).promised(other);
    CHECK(due(person, "2026-11-28") ==
          "2026-11-27 late commitment: Send the draft (you promised it to Ada on 22 Nov 2026, due "
          "yesterday; moved twice, make it smaller or let it go)\n"
          "2026-11-27 late nudge: Ada promised: Intro to Grace (promised on 22 Nov 2026, due "
          "yesterday; moved 3 times, ask whether a smaller step helps or let it go)");
    CHECK(reminders(person, "2026-11-28").at(0).told == "mentor drop ada-lovelace c7k2");
    CHECK(reminders(person, "2026-11-28").at(1).told == "mentor drop ada-lovelace c9p4");
}

TEST_CASE("a promise that moved once, or to an earlier day, is as good as any") {
    Commitment once = draft(), earlier = draft();
    once.moved = {day("2026-11-20")};
    earlier.moved = {day("2026-12-20"), day("2026-12-04")};
    CHECK(times_postponed(once) == 1);
    CHECK(times_postponed(earlier) == 0);
    for (const Commitment& one : {once, earlier}) {
        CHECK(due(ada().promised(one), "2026-11-27") ==
              "2026-11-27 today commitment: Send the draft "
              "(you promised it to Ada on 22 Nov 2026, due today)");
        CHECK(reminders(ada().promised(one), "2026-11-27").at(0).told == "");
    }
}

TEST_CASE("a reminder of a promise carries its id, its owner and a single line") {
    Commitment own = draft();
    own.what = "Send the draft\nwith the figures";
    const Reminder mine = reminders(ada().promised(own), "2026-11-24").at(0);
    CHECK(mine.id == "c7k2");
    CHECK(mine.owner == Side::me);
    CHECK(mine.what == "Send the draft");
    CHECK(mine.days == 3);
    CHECK(reminders(ada().promised(intro()), "2026-11-29").at(0).owner == Side::them);
    CHECK(reminders(ada().promised(intro()), "2026-11-29").at(0).days == -2);
}

TEST_CASE("an open goal comes up by its day, in words that fit whose it is") {
    const Person person = ada().aims_for(lead());
    CHECK(due(person, "2026-11-23") == "");
    CHECK(due(person, "2026-11-24") == "2026-12-01 later goal: Lead a project "
                                       "(your goal with Ada, due in 7 days)");
    CHECK(due(person, "2026-12-01") == "2026-12-01 today goal: Lead a project "
                                       "(your goal with Ada, due today)");
    CHECK(due(person, "2026-12-02") == "2026-12-01 late goal: Lead a project "
                                       "(your goal with Ada, due yesterday)");
    CHECK(reminders(ada().is(Role::mentee).aims_for(lead()), "2026-12-01").at(0).why ==
          "Ada's goal, due today");
    CHECK(reminders(ada().is(Role::peer).aims_for(lead()), "2026-12-01").at(0).why ==
          "a goal with Ada, due today");
    CHECK(reminders(person, "2026-12-01").at(0).id == "g3kq");
}

TEST_CASE("a goal that is reached, given up or has no day isn't due") {
    Goal reached = lead(), given_up = lead(), some_day = lead();
    reached.done = day("2026-11-20");
    given_up.dropped = day("2026-11-20");
    some_day.due.reset();
    CHECK(due(ada().aims_for(reached).aims_for(given_up).aims_for(some_day), "2026-12-02") == "");
}

TEST_CASE("an open milestone names the goal that it leads to") {
    Goal goal = lead();
    goal.due.reset();
    const Person person = ada().aims_for(goal).with_step(reviewed());
    CHECK(due(person, "2026-11-29") == "2026-11-30 later milestone: first draft reviewed "
                                       "(a step towards \"Lead a project\", due tomorrow)");
    CHECK(due(person, "2026-12-02") == "2026-11-30 late milestone: first draft reviewed "
                                       "(a step towards \"Lead a project\", due 2 days ago)");
    CHECK(reminders(person, "2026-11-29").at(0).id == "m7dd");
    CHECK(due(ada().with_step(reviewed()), "2026-11-30") ==
          "2026-11-30 today milestone: first draft reviewed (a step with Ada, due today)");
}

TEST_CASE("a milestone that is done, or whose goal is closed, isn't due") {
    Goal reached = lead(), given_up = lead();
    reached.done = day("2026-11-20");
    given_up.dropped = day("2026-11-20");
    Milestone done = reviewed();
    done.done = day("2026-11-21");
    CHECK(due(ada().aims_for(reached).with_step(reviewed()), "2026-11-30") == "");
    CHECK(due(ada().aims_for(given_up).with_step(reviewed()), "2026-11-30") == "");
    CHECK(due(ada().with_step(done), "2026-11-30") == "");
}

} // namespace mentor::due_promises_test
