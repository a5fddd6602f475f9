// SPDX-License-Identifier: MIT
//
// The families of due rules, for due.cpp and the files beside it. Each gives every reminder that it
// sees; due.cpp keeps those within the horizon, and a rule may leave out what lies beyond.
#pragma once

#include "core/rules/due/due.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::due_rules {

// What a rule looks at.
struct Subject {
    const Relationship& relationship;
    const Config& config;
    const Calendar& calendar;
    Date until = Date::max();
    std::string name = called(relationship); // what nearly every rule calls them

    // Whether a reminder of that day may be wanted; most aren't, and needn't be put into words.
    bool reaches(Date on) const { return on <= until; }
};

std::vector<Reminder> of_meetings(const Subject& subject); // check-ins and agreed meetings
std::vector<Reminder> of_outreach(const Subject& subject); // what comes next with a prospect
// Promises of both sides, and what to report back.
std::vector<Reminder> of_commitments(const Subject& subject);
// What became of their advice, to be told where it wasn't a thank-you.
std::vector<Reminder> of_advice(const Subject& subject);
std::vector<Reminder> of_thanks(const Subject& subject);
std::vector<Reminder> of_gifts(const Subject& subject); // those that are of no use later
// Goals by their day or because nothing moved, and their milestones.
std::vector<Reminder> of_goals(const Subject& subject);
// Occasions, the ending, the agreement's review, the pulse and the end of a pause.
std::vector<Reminder> of_days(const Subject& subject);

// A snooze that has ended moves the day, so that what comes back isn't late at once.
Date after_snooze(const Relationship& relationship, Date on);

// The day on which the cadence alone asks for the next meeting (for alumni: contact), whatever is
// agreed or snoozed; nullopt where the stage has no check-ins.
std::optional<Date> find_cadence_day(const Relationship& relationship, const Config& config,
                                     Date today);

// A reminder about the case's person, grouped by its day, with the urgency of a weekly matter. What
// to type next is `mentor show` until a rule knows better.
Reminder reminder(const Subject& subject, ReminderKind kind, Date on, std::string what,
                  std::string why);

// The one that a rule gives.
std::vector<Reminder> alone(Reminder reminder);

// A reminder that is never late: it waits among what is due today.
Reminder patient(Reminder reminder);

// The reminder with a command that comes next and that its row tells.
Reminder telling(Reminder reminder, std::string command);

// A command about one thing: "mentor told ada-lovelace c7k2", with REF where the thing has no id.
std::string command(const Subject& subject, std::string_view verb, const std::string& id);

// It was said when they met next, or is old news by the time of another meeting.
bool was_told_since(const Subject& subject, Date done);

// "due tomorrow"
std::string due_in_words(Date due, const Subject& subject);

// add(), but a length that leads beyond the calendar ends on its last day: such a slip in one file
// must not take away everyone's reminders.
Date add_within_calendar(Date date, Duration duration);
Date subtract_within_calendar(Date date, Duration duration); // the same the other way

} // namespace mentor::due_rules
