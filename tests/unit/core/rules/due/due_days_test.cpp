// SPDX-License-Identifier: MIT
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::due_days_test {

using namespace mentor::testing;

// Without a check-in in sight for decades.
static Person ada() {
    return Person().every(90, Unit::year).started_on("2026-01-12").met_on("2026-01-12");
}

TEST_CASE("a birthday comes up before its day and on it, and is never late") {
    const Person person = ada().keeps("birthday", 12, 10);
    const std::string birthday = " occasion: Ada's birthday (every year on 10 Dec)";
    CHECK(due(person, "2026-12-02") == "");
    CHECK(due(person, "2026-12-03") == "2026-12-10 later" + birthday);
    CHECK(due(person, "2026-12-09") == "2026-12-10 week" + birthday);
    CHECK(due(person, "2026-12-10") == "2026-12-10 today" + birthday);
    CHECK(due(person, "2026-12-11") == "");
    CHECK(due(person, "2026-12-11", 364) == "2027-12-10 later" + birthday);
}

TEST_CASE("where the year of birth is known, a birthday says the age") {
    const Person person = ada().keeps("Birthday", 1, 3, 1987);
    CHECK(due(person, "2026-12-30") == "2027-01-03 week occasion: Ada's Birthday (turns 40)");
}

TEST_CASE("another yearly occasion says its day whether or not its year is known") {
    CHECK(due(ada().keeps("work anniversary", 6, 1, 2019), "2026-06-01") ==
          "2026-06-01 today occasion: Ada's work anniversary (every year on 1 Jun)");
    CHECK(due(ada().keeps("graduation", 6, 1, 2027), "2026-06-01") == "");
}

TEST_CASE("an occasion of a single year comes up in that year only") {
    const Person person = ada().keeps("wedding", 6, 5, 2027, false);
    CHECK(due(person, "2026-06-05") == "");
    CHECK(due(person, "2027-06-05") == "2027-06-05 today occasion: Ada's wedding (this once)");
    CHECK(due(person, "2027-06-06", 400) == "");
}

TEST_CASE("of a birthday whose month alone is known the month is the day, until you are in touch") {
    const Person person = ada().keeps("birthday", 12, {});
    const std::string birthday = " occasion: Ada's birthday (which day isn't known)";
    CHECK(due(person, "2026-11-23") == "");
    CHECK(due(person, "2026-11-24") == "2026-12-01 later" + birthday);
    CHECK(due(person, "2026-12-01") == "2026-12-01 today" + birthday);
    CHECK(due(person, "2026-12-31") == "2026-12-31 today" + birthday);
    CHECK(due(person, "2027-01-01") == "");
    Person written = person;
    written.met_on("2026-12-03", "message");
    CHECK(due(written, "2026-12-02") == "2026-12-02 today" + birthday);
    CHECK(due(written, "2026-12-04") == "");
    CHECK(due(written, "2027-12-01") == "2027-12-01 today" + birthday);
}

TEST_CASE("29 February falls on the 28th in common years") {
    const Person person = ada().keeps("birthday", 2, 29, 1988);
    CHECK(due(person, "2027-02-28") == "2027-02-28 today occasion: Ada's birthday (turns 39)");
    CHECK(due(person, "2028-02-28") == "2028-02-29 week occasion: Ada's birthday (turns 40)");
    CHECK(due(person, "2028-02-29") == "2028-02-29 today occasion: Ada's birthday (turns 40)");
    CHECK(due(person, "2027-03-01") == "");
}

TEST_CASE("occasions are kept through a pause and afterwards, not with prospects") {
    const auto on_the_day = [](Stage stage) {
        return due(Person().is(stage).met_on("2026-12-10", "email").keeps("birthday", 12, 10),
                   "2026-12-10");
    };
    const std::string birthday = "2026-12-10 today occasion: Ada's birthday (every year on 10 Dec)";
    CHECK(on_the_day(Stage::paused) == birthday);
    CHECK(on_the_day(Stage::alumni) == birthday);
    CHECK(on_the_day(Stage::prospect) == "");
    CHECK(on_the_day(Stage::declined) == "");
}

TEST_CASE("the end of a mentorship comes up while it runs, and stays until it is ended") {
    const Person person = ada().ends_on("2026-12-31");
    CHECK(due(person, "2026-12-23") == "");
    CHECK(due(person, "2026-12-24") == "2026-12-31 later ending: Your mentorship with Ada ends; "
                                       "talk about what comes after (as agreed)");
    CHECK(due(person, "2026-12-31") == "2026-12-31 today ending: Your mentorship with Ada ends; "
                                       "talk about what comes after (as agreed)");
    CHECK(due(person, "2027-01-01") ==
          "2026-12-31 late ending: Your mentorship with Ada was to end; "
          "talk about what comes after (agreed until Thu 31 Dec 2026)");
    CHECK(due(Person(person).is(Stage::winding_down), "2026-12-31") != "");
    CHECK(due(Person(person).is(Stage::paused), "2026-12-31") == "");
    CHECK(due(Person(person).ended_on("2026-12-30"), "2026-12-31") == "");
}

TEST_CASE("the agreement is looked at again in its own rhythm") {
    Person person = ada();
    person.agreement.review = Duration{3, Unit::month};
    CHECK(due(person, "2026-04-12") ==
          "2026-04-12 today agreement: Look at your agreement with Ada again "
          "(begun on 12 Jan 2026, reviewed every 3 months)");
    person.agreement.agreed = day("2026-11-30");
    CHECK(due(person, "2027-02-20") == "");
    CHECK(due(person, "2027-02-22") ==
          "2027-02-28 week agreement: Look at your agreement with Ada again "
          "(agreed on 30 Nov 2026, reviewed every 3 months)");
    CHECK(due(person, "2027-03-01") ==
          "2027-02-28 late agreement: Look at your agreement with Ada again "
          "(agreed on 30 Nov 2026, reviewed every 3 months)");
    CHECK(due(Person(person).is(Stage::paused), "2027-03-01") == "");
}

static std::string pulse(const Person& person, std::string_view today) {
    for (const Reminder& reminder : reminders(person, today, 7, {}, Pulses::shown))
        if (reminder.kind == ReminderKind::pulse) return said(reminder);
    return "";
}

TEST_CASE("the pulse comes round three months after the last one, and is never late") {
    const Person person = ada().met_on("2026-05-12", "pulse").met_on("2026-02-01", "pulse");
    const std::string wanted =
        " pulse: Take the pulse of your time with Ada (last taken on 12 May 2026)";
    CHECK(pulse(person, "2026-08-04") == "");
    CHECK(pulse(person, "2026-08-05") == "2026-08-12 later" + wanted);
    CHECK(pulse(person, "2026-08-12") == "2026-08-12 today" + wanted);
    CHECK(pulse(person, "2027-01-12") == "2026-08-12 today" + wanted);
    CHECK(reminders(person, "2026-08-12", 7, {}, Pulses::shown).at(0).command ==
          "mentor pulse ada-lovelace");
}

TEST_CASE("the first pulse counts from the beginning, only while the two of you meet") {
    CHECK(pulse(ada(), "2026-04-12") == "2026-04-12 today pulse: Take the pulse of your time with "
                                        "Ada (not taken yet, began 12 Jan 2026)");
    CHECK(pulse(Person().added_on("2026-01-10"), "2026-04-10") ==
          "2026-04-10 today pulse: Take the pulse of your time with "
          "Ada (not taken yet, added 10 Jan 2026)");
    CHECK(pulse(Person(), "2026-04-12") == "");
    CHECK(pulse(ada().is(Stage::winding_down), "2026-04-12") != "");
    for (const Stage stage : {Stage::prospect, Stage::paused, Stage::alumni, Stage::declined})
        CHECK(pulse(ada().is(stage), "2026-04-12") == "");
}

TEST_CASE("a pause says when it ends, and asks whether to pick it up again once it has") {
    const Person person = ada().is(Stage::paused).snoozed_until("2026-11-30");
    CHECK(due(person, "2026-11-22") == "");
    CHECK(due(person, "2026-11-23") ==
          "2026-11-30 later pause: The pause with Ada ends (as you agreed)");
    const std::string over =
        "2026-11-30 today pause: Pick it up again with Ada? (the pause was to last until "
        "30 Nov 2026)";
    CHECK(due(person, "2026-11-30") == over);
    CHECK(due(person, "2027-03-01") == over);
    CHECK(reminders(person, "2026-11-30").at(0).command == "mentor resume ada-lovelace");
    CHECK(due(ada().is(Stage::paused), "2026-11-30") == "");
    CHECK(due(Person(person).is(Stage::prospect), "2026-11-30").find("pause") == std::string::npos);
}

TEST_CASE("what ends and what is looked at again name the command for it") {
    Person person = ada().ends_on("2026-12-31");
    CHECK(reminders(person, "2026-12-31").at(0).command == "mentor end ada-lovelace");
    person = ada();
    person.agreement.review = Duration{3, Unit::month};
    CHECK(reminders(person, "2026-04-12").at(0).command == "mentor agree ada-lovelace");
}

} // namespace mentor::due_days_test
