// SPDX-License-Identifier: MIT
//
// Two people and what there is to tell about them, for the tests of the reports.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/looking/review.hpp"
#include "core/rules/looking/stats.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/looking/review_report.hpp"

#include <string>
#include <vector>

namespace mentor::samples {

inline Date day(const char* iso) {
    return *find_iso_date(iso);
}

inline const Date today = day("2026-11-22"); // a Sunday
inline const Config config;

inline Relationship make_ada() {
    Relationship ada;
    ada.slug = "ada-lovelace";
    ada.name = "Ada Lovelace";
    ada.type = "professional";
    ada.aka = {"ada"};
    ada.started = day("2026-01-12");
    ada.ends = day("2026-12-31");
    ada.met = "RubyConf hallway";
    ada.through = "Grace Hopper";
    ada.tags = {"work"};
    ada.about = "Wrote the first program.\nLoves horses.\n";
    ada.values = {"family first", "rigour"};
    ada.contact.email = "ada@example.org";
    ada.contact.hours = "09:00-17:00";
    ada.agreement.every = Duration{4, Unit::week};
    ada.agreement.initiates = Side::me;
    ada.agreement.confidential = true;
    ada.agreement.boundaries = "No messages on Sundays.";
    ada.occasions = {{"birthday", 12, 10, std::nullopt, true}};

    Goal lead;
    lead.id = "g3kq";
    lead.title = "Lead a project";
    lead.measure = "shipped, with two people";
    lead.due = day("2026-12-01");
    Goal talk;
    talk.id = "h2aa";
    talk.title = "Give a talk";
    talk.done = day("2026-10-30");
    talk.outcome = "forty people came";
    ada.goals = {talk, lead};
    ada.milestones = {{"m7dd", "g3kq", "first draft", std::nullopt, day("2026-06-03")},
                      {"m8ee", "g3kq", "team of two", day("2026-11-25"), std::nullopt}};

    LogEntry coffee;
    coffee.id = "x4t9";
    coffee.on = {day("2026-10-13"), TimeOfDay{15, 30, 0}};
    coffee.kind = "coffee";
    coffee.by = Side::them;
    coffee.minutes = 75;
    coffee.where = "Blue Bottle";
    coffee.topics = {"promotion", "hiring"};
    coffee.note = "Talked about the packet.\n\n- bring numbers\n";
    coffee.advice = {"Lead with impact."};
    ada.gifts.push_back({.id = "w2k8", .what = "A seat", .by = find_iso_date("2026-12-05")});
    ada.advice.push_back({.id = "a9f3",
                          .what = "Lead with impact.",
                          .on = coffee.on.date,
                          .log = coffee.id,
                          .tried = day("2026-11-03"),
                          .verdict = mentor::Verdict::worked,
                          .outcome = "Two said yes"});
    coffee.wins = {"Spoke at the meetup"};
    coffee.rating = 4;
    coffee.goals = {"g3kq"};
    LogEntry pulse;
    pulse.id = "p1ls";
    pulse.on = {day("2026-11-10"), std::nullopt};
    pulse.kind = "pulse";
    pulse.scores = {{"respect", 5}, {"trust", 4}};
    pulse.is_private = true;
    ada.log = {coffee, pulse};

    Commitment draft;
    draft.id = "c7k2";
    draft.what = "Send the draft";
    draft.made = day("2026-10-13");
    draft.due = day("2026-11-20");
    Commitment paper;
    paper.id = "c9z1";
    paper.what = "Read the paper";
    paper.done = day("2026-11-14");
    paper.outcome = "it was worth it";
    Commitment intro;
    intro.id = "c8z1";
    intro.owner = Side::them;
    intro.what = "Intro to Grace";
    ada.commitments = {paper, draft, intro};

    ada.questions = {
        {"q2w8", "What would you read?", day("2026-10-01"), day("2026-10-13"), "Knuth, slowly."},
        {"q1w8", "How was your first re-org?", day("2026-11-22"), std::nullopt, ""}};
    return ada;
}

inline Relationship make_alan() {
    Relationship alan;
    alan.slug = "alan";
    alan.name = "Alan Turing";
    alan.role = Role::mentee;
    Commitment book;
    book.id = "d7k2";
    book.what = "Lend him the book";
    book.due = today;
    alan.commitments = {book};
    return alan;
}

inline Reminder make_reminder(DueGroup group, int days, const char* id, const char* what,
                              const char* why) {
    Reminder reminder;
    reminder.slug = "ada-lovelace";
    reminder.name = "Ada Lovelace";
    reminder.called = "Ada";
    reminder.group = group;
    reminder.on = today + Days{days};
    reminder.days = days;
    reminder.id = id;
    reminder.what = reminder.brief = what;
    reminder.why = why;
    return reminder;
}

inline std::vector<Reminder> make_reminders() {
    std::vector<Reminder> reminders{
        make_reminder(DueGroup::late, -13, "", "Time to catch up with Ada",
                      "last coffee 41 days ago, every 4 weeks"),
        make_reminder(DueGroup::today, 0, "c7k2", "Send the draft", "you promised it"),
        make_reminder(DueGroup::later, 3, "m8ee", "team of two", "a step towards the goal")};
    reminders[0].brief = "Catch up";
    return reminders;
}

inline PersonReview make_person_review(const Relationship& ada) {
    PersonReview person;
    person.relationship = &ada;
    person.meetings = {&ada.log[0]};
    person.notes = {&ada.log[1]};
    person.minutes = 75;
    person.wins = ada.log[0].wins;
    person.made = person.slipped = {&ada.commitments[1]};
    person.kept = {&ada.commitments[0]};
    person.reached = {&ada.goals[0]};
    person.passed = {&ada.milestones[0]};
    return person;
}

inline Report make_review(const Relationship& ada, const Relationship& alan) {
    PersonReview unseen;
    unseen.relationship = &alan;
    unseen.is_unseen = true;
    unseen.next = {make_reminders()[2]};
    return review_report(
        {review_lines(unseen, today), review_lines(make_person_review(ada), today)},
        {day("2026-09-01"), today}, today);
}

inline Stats make_stats(const Relationship& ada, const Relationship& alan) {
    const Span span{day("2025-11-17"), today};
    const Calendar calendar{today};
    return sum_up(
        {stats_of(ada, config, calendar, {span, {}}), stats_of(alan, config, calendar, {span, {}})},
        introduced_among({acquaintance_of(ada), acquaintance_of(alan)}), span, calendar);
}

inline std::vector<const LogEntry*> newest_first(const Relationship& ada) {
    return {&ada.log[1], &ada.log[0]};
}

inline std::string shown(const Report& report) {
    return to_terminal(report.page, {80});
}

} // namespace mentor::samples
