// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_meetings_test {

using namespace mentor::testing;

// Coffee on Sunday 25 October 2026, every four weeks: due on Sunday 22 November, grace until
// 6 December.
static Person ada() {
    return Person().every(4, Unit::week).met_on("2026-10-25");
}

TEST_CASE("a check-in is due one cadence after the last meeting") {
    CHECK(due(ada(), "2026-11-14") == "");
    CHECK(due(ada(), "2026-11-15") == "2026-11-22 later check-in: Time to catch up with Ada "
                                      "(last coffee 21 days ago, every 4 weeks)");
    CHECK(due(ada(), "2026-11-21") == "2026-11-22 week check-in: Time to catch up with Ada "
                                      "(last coffee 27 days ago, every 4 weeks)");
    CHECK(due(ada(), "2026-11-22") == "2026-11-22 today check-in: Time to catch up with Ada "
                                      "(last coffee 28 days ago, every 4 weeks)");
}

TEST_CASE("a check-in is late only after its grace") {
    CHECK(due(ada(), "2026-11-23") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 29 days ago, every 4 weeks, no hurry until 6 Dec 2026)");
    CHECK(due(ada(), "2026-12-06") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 42 days ago, every 4 weeks, no hurry until 6 Dec 2026)");
    CHECK(due(ada(), "2026-12-07") == "2026-11-22 late check-in: Time to catch up with Ada "
                                      "(last coffee 43 days ago, every 4 weeks)");
}

TEST_CASE("an agreed grace replaces half of the cadence") {
    const Person person = ada().grace(3, Unit::day);
    CHECK(due(person, "2026-11-25") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 31 days ago, every 4 weeks, no hurry until 25 Nov 2026)");
    CHECK(due(person, "2026-11-26") == "2026-11-22 late check-in: Time to catch up with Ada "
                                       "(last coffee 32 days ago, every 4 weeks)");
}

TEST_CASE("only a meeting resets the rhythm, and only one that isn't in the future") {
    const std::string asks = "2026-11-22 today check-in: Time to catch up with Ada "
                             "(last coffee 28 days ago, every 4 weeks)";
    CHECK(due(ada().met_on("2026-11-20", "email"), "2026-11-22") == asks);
    CHECK(due(ada().met_on("2026-11-20", "note"), "2026-11-22") == asks);
    CHECK(due(ada().met_on("2026-11-23", "call"), "2026-11-22") == asks);
    CHECK(due(ada().met_on("2026-11-22", "call"), "2026-11-22") == "");
}

TEST_CASE("the order of the entries in the file doesn't matter") {
    CHECK(due(ada().met_on("2026-09-01", "walk"), "2026-11-22") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 28 days ago, every 4 weeks)");
}

TEST_CASE("the last meeting is named by its kind") {
    const auto person = [](const char* kind) {
        return Person().every(4, Unit::week).met_on("2026-10-25", kind);
    };
    CHECK(reminders(person("video"), "2026-11-22").at(0).why ==
          "last video call 28 days ago, every 4 weeks");
    Config config;
    config.kinds.set("hike", KindClass::meeting);
    CHECK(reminders(person("hike"), "2026-11-22", 7, config).at(0).why ==
          "last hike 28 days ago, every 4 weeks");
}

TEST_CASE("without a meeting the rhythm counts from the beginning, else from when the file began") {
    Person person = Person().every(4, Unit::week).added_on("2026-01-10");
    CHECK(due(person, "2026-02-07") == "2026-02-07 today check-in: Time to catch up with Ada "
                                       "(no meeting yet, added 10 Jan 2026, every 4 weeks)");
    person.started_on("2026-01-12");
    CHECK(due(person, "2026-02-09") == "2026-02-09 today check-in: Time to catch up with Ada "
                                       "(no meeting yet, began 12 Jan 2026, every 4 weeks)");
}

TEST_CASE("with no day to count from, the first meeting is for today and never late") {
    CHECK(due(Person(), "2026-02-09") == "2026-02-09 today check-in: Time to catch up with Ada "
                                         "(no meeting yet, every 4 weeks)");
}

TEST_CASE("before the mentorship begins, its beginning is what comes up") {
    const Person person = Person().added_on("2026-11-01").started_on("2026-12-03");
    const std::string begins = "check-in: Your mentorship with Ada begins "
                               "(you begin on Thu 3 Dec 2026)";
    CHECK(due(person, "2026-11-25") == "");
    CHECK(due(person, "2026-12-02") == "2026-12-03 week " + begins);
    CHECK(due(person, "2026-12-03") == "2026-12-03 today " + begins);
    CHECK(due(person, "2026-12-04") == "");
    CHECK(due(person, "2026-12-04", 27) == "2026-12-31 later check-in: Time to catch up with Ada "
                                           "(no meeting yet, began 3 Dec 2026, every 4 weeks)");
    CHECK(due(Person(person).met_on("2026-12-03"), "2026-12-03") == "");
    CHECK(due(Person(person).met_on("2026-11-02"), "2026-12-02") == "2026-12-03 week " + begins);
}

TEST_CASE("the words fit the role and say whose turn it is") {
    CHECK(reminders(ada().is(Role::mentee), "2026-11-22").at(0).what ==
          "Time to check in with Ada");
    CHECK(reminders(ada().is(Role::peer), "2026-11-22").at(0).what == "Time to catch up with Ada");

    const Reminder theirs = reminders(ada().initiated_by(Side::them), "2026-11-22").at(0);
    CHECK(theirs.why == "last coffee 28 days ago, every 4 weeks, their turn to reach out");
    CHECK(theirs.owner == Side::them);
    const Reminder mine = reminders(ada().initiated_by(Side::me), "2026-11-22").at(0);
    CHECK(mine.why == "last coffee 28 days ago, every 4 weeks");
    CHECK(mine.owner == Side::me);
    CHECK_FALSE(reminders(ada(), "2026-11-22").at(0).owner.has_value());
}

TEST_CASE("prospects, paused and declined relationships have no check-in, winding down has") {
    for (const Stage stage : {Stage::prospect, Stage::paused, Stage::declined}) {
        CAPTURE(to_text(stage));
        for (const Reminder& one : reminders(ada().is(stage), "2026-12-24"))
            CHECK(one.kind == ReminderKind::outreach);
    }
    CHECK(due(ada().is(Stage::winding_down), "2026-11-22") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 28 days ago, every 4 weeks)");
}

TEST_CASE("an agreed meeting replaces the check-in") {
    const Person person = ada().agreed_next("2026-12-03", TimeOfDay{15, 30, 0});
    const std::string agreed = "meeting: Meeting with Ada at 15:30 ";
    CHECK(due(person, "2026-11-25") == "");
    CHECK(due(person, "2026-11-26") ==
          "2026-12-03 later " + agreed + "(as agreed, last coffee 32 days ago)");
    CHECK(due(person, "2026-12-02") ==
          "2026-12-03 week " + agreed + "(as agreed, last coffee 38 days ago)");
    CHECK(due(person, "2026-12-03") ==
          "2026-12-03 today " + agreed + "(as agreed, last coffee 39 days ago)");
}

TEST_CASE("an agreed meeting that has passed is a question, late after a week") {
    const Person person = ada().agreed_next("2026-12-03", TimeOfDay{15, 30, 0});
    const std::string asks = "meeting: Did you meet Ada on Thu 3 Dec 2026? "
                             "(it was agreed, and nothing is logged yet)";
    CHECK(due(person, "2026-12-04") == "2026-12-03 today " + asks);
    CHECK(due(person, "2026-12-09") == "2026-12-03 today " + asks);
    CHECK(due(person, "2026-12-10") == "2026-12-03 late " + asks);
}

TEST_CASE("a meeting logged on the agreed day or after it answers the question") {
    const Person person = ada().agreed_next("2026-12-03");
    CHECK(due(Person(person).met_on("2026-12-03", "call"), "2026-12-04") == "");
    CHECK(due(Person(person).met_on("2026-12-03", "call"), "2026-12-03") == "");
    CHECK(due(Person(person).met_on("2026-12-05", "call"), "2026-12-06") == "");
    CHECK(due(Person(person).met_on("2026-12-03", "call"), "2026-12-31") ==
          "2026-12-31 today check-in: Time to catch up with Ada "
          "(last call 28 days ago, every 4 weeks)");
    CHECK(due(Person(person).met_on("2026-12-02", "call"), "2026-12-04") ==
          "2026-12-03 today meeting: Did you meet Ada on Thu 3 Dec 2026? "
          "(it was agreed, and nothing is logged yet)");
}

TEST_CASE("a first meeting agreed with a prospect is shown, and asked about afterwards") {
    const Person person = Person().is(Stage::prospect).agreed_next("2026-12-03");
    CHECK(due(person, "2026-12-03") == "2026-12-03 today meeting: Meeting with Ada "
                                       "(as agreed, your first meeting)");
    CHECK(due(person, "2026-12-04") ==
          "2026-12-03 today meeting: Did you meet Ada on Thu 3 Dec 2026? "
          "(it was agreed, and nothing is logged yet)");
}

TEST_CASE("a pause keeps what is agreed ahead and asks nothing about the past") {
    const Person person = Person().is(Stage::paused).agreed_next("2026-12-03");
    CHECK(due(person, "2026-12-03") == "2026-12-03 today meeting: Meeting with Ada "
                                       "(as agreed, your first meeting)");
    CHECK(due(person, "2026-12-04") == "");
    CHECK(due(ada().is(Stage::declined).agreed_next("2026-12-03"), "2026-12-03") == "");
}

TEST_CASE("a snooze hides the check-in until its day, and it comes back without being late") {
    const Person person = ada().snoozed_until("2026-12-20");
    const std::string asks = "check-in: Time to catch up with Ada ";
    CHECK(due(person, "2026-12-19", 30) == "");
    CHECK(due(person, "2026-12-20") ==
          "2026-12-20 today " + asks +
              "(last coffee 56 days ago, every 4 weeks, snoozed until 20 Dec 2026)");
    CHECK(due(person, "2026-12-21") ==
          "2026-12-20 today " + asks +
              "(last coffee 57 days ago, every 4 weeks, snoozed until 20 Dec 2026, "
              "no hurry until 3 Jan 2027)");
    CHECK(due(person, "2027-01-04") ==
          "2026-12-20 late " + asks +
              "(last coffee 2 months ago, every 4 weeks, snoozed until 20 Dec 2026)");
}

TEST_CASE("a snooze that ended before the check-in is due changes nothing") {
    CHECK(due(ada().snoozed_until("2026-11-10"), "2026-11-22") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 28 days ago, every 4 weeks)");
}

TEST_CASE("a snooze hides the question about a past meeting, never an agreed one ahead") {
    const Person person = ada().agreed_next("2026-12-03").snoozed_until("2026-12-14");
    CHECK(due(person, "2026-12-03") == "2026-12-03 today meeting: Meeting with Ada "
                                       "(as agreed, last coffee 39 days ago)");
    CHECK(due(person, "2026-12-13") == "");
    CHECK(due(person, "2026-12-14") ==
          "2026-12-14 today meeting: Did you meet Ada on Thu 3 Dec 2026? "
          "(it was agreed, and nothing is logged yet)");
}

TEST_CASE("alumni hear from each other in the rhythm that was kept, and any contact counts") {
    Person person = ada().ended_on("2026-01-31", Duration{6, Unit::month});
    CHECK(due(person, "2027-04-25") == "2027-04-25 today check-in: Time to say hello to Ada "
                                       "(last heard from each other 6 months ago, every 6 months)");
    person.ending->keep.reset();
    CHECK(due(person, "2027-01-25") == "2027-01-25 today check-in: Time to say hello to Ada "
                                       "(last heard from each other 3 months ago, every 3 months)");
    CHECK(due(Person(person).met_on("2026-12-01", "thanks"), "2027-01-25") == "");
    CHECK(due(Person(person).met_on("2026-12-01", "outreach"), "2027-01-25") == "");
    CHECK(due(Person(person).met_on("2026-12-01", "note"), "2027-01-25") != "");
}

TEST_CASE("the ending itself counts as contact among alumni") {
    const Person person = ada().ended_on("2026-12-01");
    CHECK(due(person, "2027-02-28") == "2027-03-01 later check-in: Time to say hello to Ada "
                                       "(your mentorship ended 2 months ago, every 3 months)");
    CHECK(due(Person().is(Stage::alumni).started_on("2026-01-01"), "2026-04-01") ==
          "2026-04-01 today check-in: Time to say hello to Ada "
          "(nothing heard from each other yet, every 3 months)");
}

TEST_CASE("what was agreed for the meetings doesn't bind alumni") {
    const Person person = ada().grace(1, Unit::day).initiated_by(Side::them).ended_on("2026-02-01");
    const Reminder reminder = reminders(person, "2027-01-27").at(0);
    CHECK(said(reminder) ==
          "2027-01-25 today check-in: Time to say hello to Ada "
          "(last heard from each other 3 months ago, every 3 months, no hurry until 11 Mar 2027)");
    CHECK_FALSE(reminder.owner.has_value());
}

TEST_CASE("the next check-in is the agreed meeting, past or ahead, else the cadence's day, else "
          "after the snooze") {
    const Config config;
    const Date today = day("2026-11-01");
    CHECK(next_check_in(ada(), config, today) == day("2026-11-22"));
    CHECK(next_check_in(ada().agreed_next("2026-12-03"), config, today) == day("2026-12-03"));
    CHECK(next_check_in(ada().agreed_next("2026-10-31"), config, today) == day("2026-10-31"));
    CHECK(next_check_in(ada().snoozed_until("2026-12-20"), config, today) == day("2026-12-20"));
    CHECK_FALSE(next_check_in(ada().is(Stage::paused), config, today).has_value());
}

TEST_CASE("a cadence that leads beyond the calendar is never due and breaks nothing") {
    CHECK(due(ada().every(2'000'000'000, Unit::year), "2026-11-22") == "");
    CHECK(due(ada().grace(2'000'000'000, Unit::week), "2026-11-23") ==
          "2026-11-22 today check-in: Time to catch up with Ada "
          "(last coffee 29 days ago, every 4 weeks, no hurry until 31 Dec 9999)");
}

} // namespace mentor::due_meetings_test
