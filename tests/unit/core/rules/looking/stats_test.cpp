// SPDX-License-Identifier: MIT
#include "core/rules/looking/health.hpp"
#include "core/rules/looking/stats.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace mentor::stats_test {

using mentor::testing::day;
using mentor::testing::Person;

namespace {

const Config config;
const Calendar calendar{day("2026-11-22")};
const Span year{day("2025-11-17"), day("2026-11-22")};

PersonStats counted(Relationship person, const Span& span = year,
                    std::vector<std::string> kinds = {}) {
    return stats_of(std::move(person), config, calendar, {span, std::move(kinds)});
}

LogEntry entry(const char* id, const char* on, const char* kind, int minutes = 0) {
    LogEntry made;
    made.id = id;
    made.on.date = day(on);
    made.kind = kind;
    if (minutes > 0) made.minutes = minutes;
    return made;
}

Advice advice_on(const char* on, const char* tried, std::optional<Verdict> verdict) {
    Advice made;
    if (on) made.on = day(on);
    if (tried) made.tried = day(tried);
    made.verdict = verdict;
    return made;
}

} // namespace

TEST_CASE("contacts are meetings, touches and outreach within the days") {
    Person ada;
    ada.met_on("2025-11-16").met_on("2025-11-17").met_on("2026-11-22", "outreach");
    ada.met_on("2026-11-22", "note").met_on("2026-11-22", "pulse").met_on("2026-11-23");
    const PersonStats stats = counted(ada);
    CHECK(stats.tally.meetings == 1);
    CHECK(stats.tally.touches == 1);
    CHECK(stats.first == day("2025-11-16"));
    CHECK(stats.tally.weeks == std::map<Date, int>{{day("2025-11-17"), 1}, {day("2026-11-16"), 1}});
    CHECK(counted(ada, year, {"touch"}).tally.contacts() == 0);
    CHECK(counted(ada, year, {"Coffee", "touch"}).tally.contacts() == 1);
}

TEST_CASE("hours are those of meetings that say how long they took") {
    Person ada;
    ada.logged(entry("a", "2026-11-02", "coffee", 45)).logged(entry("b", "2026-11-03", "call"));
    ada.logged(entry("c", "2026-11-04", "message", 20));
    CHECK(counted(ada).tally.minutes == 45);
    CHECK(counted(ada).tally.timed == 1);
}

TEST_CASE("an entry that stands in several files counts once for all") {
    Person ada, alan("Alan Turing");
    alan.slug = "alan";
    ada.logged(entry("a", "2026-11-02", "meal", 60)).logged(entry("", "2026-11-03", "call", 10));
    alan.logged(entry("a", "2026-11-02", "meal", 60)).logged(entry("", "2026-11-03", "call", 10));
    const Stats stats = sum_up({counted(ada), counted(alan)}, {}, year, calendar);
    CHECK(stats.people[0].tally.minutes + stats.people[1].tally.minutes == 140);
    CHECK(stats.all.minutes == 80); // without an id nobody knows that they are the same
    CHECK(stats.all.meetings == 3);
}

TEST_CASE("the rhythm is what health counts") {
    Person ada;
    ada.every(4, Unit::week);
    for (const char* on : {"2026-06-01", "2026-06-29", "2026-08-31", "2026-09-28", "2026-10-05"})
        ada.met_on(on);
    const Health judged = health(ada, config, calendar.today);
    const auto& cadence = std::get<CadenceFigures>(judged.signals[1].figures);
    const KeptRhythm rhythm = counted(ada).tally.rhythm;
    CHECK(rhythm.kept == cadence.kept);
    CHECK(rhythm.of == static_cast<int>(cadence.intervals.size()));
    CHECK(rhythm.kept == 3);
    // A meeting belongs to the days in which it took place, whenever the one before was.
    CHECK(counted(ada, {day("2026-08-31"), day("2026-09-30")}).tally.rhythm.of == 2);
    CHECK(counted(ada.is(Stage::paused)).tally.rhythm.of == 0);
    CHECK_FALSE(counted(ada.is(Stage::paused)).every.has_value());
}

TEST_CASE("what became of advice, on the side that was advised") {
    Person ada;
    ada.logged(entry("a", "2026-11-02", "coffee"));
    ada.advice = {advice_on("2026-01-01", "2026-02-01", Verdict::worked),
                  advice_on("2026-01-01", nullptr, Verdict::not_for_me),
                  advice_on("2026-01-01", nullptr, Verdict::disagreed),
                  advice_on("2026-01-01", "2026-02-01", std::nullopt),
                  advice_on("2026-01-01", nullptr, std::nullopt),
                  advice_on("2024-01-01", "2026-02-01", Verdict::worked),
                  advice_on(nullptr, nullptr, std::nullopt),
                  advice_on(nullptr, nullptr, std::nullopt)};
    ada.advice.back().log = "a"; // of the day of its entry; the one before is of none
    const AdviceFates fates = counted(ada).tally.received;
    CHECK(fates.all == 6);
    CHECK(fates.worked + fates.not_for_me + fates.disagreed + fates.tried == 4);
    CHECK(fates.open == 2);
    CHECK(counted(ada, {day("2026-01-01"), day("2026-01-31")}).tally.received.open == 3);
    CHECK(counted(ada.is(Role::mentee)).tally.given.all == 6);
    CHECK(counted(ada.is(Role::mentee)).tally.received.all == 0);
    CHECK(counted(ada.is(Role::peer)).tally.received.all == 6);
}

TEST_CASE("goals as they stood at the end of the days") {
    Person ada;
    Goal goal;
    goal.title = "Lead";
    goal.set = day("2026-01-01");
    goal.done = day("2026-03-02");
    ada.aims_for(goal);
    CHECK(counted(ada).goals.at(0).story.took == Days{60});
    CHECK(counted(ada, {day("2026-02-01"), day("2026-02-28")}).goals.at(0).goal.open());
    CHECK(counted(ada, {day("2026-04-01"), day("2026-04-30")}).goals.empty());
    CHECK(counted(ada, {day("2025-04-01"), day("2025-04-30")}).goals.empty());
}

TEST_CASE("drifting is what health calls quiet or due calls late") {
    Person ada;
    ada.every(4, Unit::week);
    CHECK_FALSE(counted(Person(ada).met_on("2026-11-01")).drift.has_value());

    const auto quiet = counted(Person(ada).met_on("2026-08-01")).drift;
    REQUIRE(quiet.has_value());
    CHECK(quiet->is_quiet);
    CHECK(quiet->late == 85); // 29 August to today
    CHECK(quiet->last == day("2026-08-01"));

    const auto only_words =
        counted(Person(ada).met_on("2026-08-01").met_on("2026-11-20", "message")).drift;
    REQUIRE(only_words.has_value());
    CHECK_FALSE(only_words->is_quiet);
    CHECK(only_words->late == 85);

    const auto never = counted(Person(ada).started_on("2026-01-12")).drift;
    REQUIRE(never.has_value());
    CHECK_FALSE(never->last.has_value());

    for (const Stage stage : {Stage::paused, Stage::prospect, Stage::declined})
        CHECK_FALSE(counted(Person(ada).met_on("2026-01-01").is(stage)).drift.has_value());
    CHECK_FALSE(
        counted(Person(ada).met_on("2026-08-01").agreed_next("2026-11-30")).drift.has_value());
}

TEST_CASE("weeks begin with the first contact that there ever was") {
    Person ada;
    ada.met_on("2026-11-10");
    const auto weeks_of = [&](const Span& span) {
        return sum_up({counted(ada, span)}, {}, span, calendar).weeks;
    };
    REQUIRE(weeks_of(year).size() == 2);
    CHECK(weeks_of(year).front().on == day("2026-11-09"));
    CHECK(weeks_of({day("2026-11-16"), day("2026-11-22")}).size() == 1);
    CHECK(weeks_of({day("2026-10-01"), day("2026-10-31")}).empty());
    const Span always{Date::min(), calendar.today};
    CHECK(sum_up({counted(ada, always)}, {}, always, calendar).span.since == day("2026-11-10"));
    CHECK(sum_up({}, {}, always, calendar).span.since == calendar.today);
}

} // namespace mentor::stats_test
