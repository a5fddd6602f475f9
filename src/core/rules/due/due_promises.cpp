// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace mentor {

namespace {

using due_rules::Subject;

Reminder mine(const Subject& subject, const Commitment& commitment) {
    std::string why = fmt::format("you promised it to {}", subject.name);
    if (commitment.made) why += fmt::format(" on {}", plain_day(*commitment.made));
    why += ", " + due_rules::due_in_words(*commitment.due, subject);
    Reminder made = due_rules::reminder(subject, ReminderKind::commitment, *commitment.due,
                                        first_line(commitment.what), why);
    made.command = due_rules::command(subject, "done", commitment.id);
    return made;
}

Reminder theirs(const Subject& subject, const Commitment& commitment) {
    std::string why = "promised";
    if (commitment.made) why += fmt::format(" on {}", plain_day(*commitment.made));
    why += ", " + due_rules::due_in_words(*commitment.due, subject);
    const bool passed = *commitment.due < subject.calendar.today;
    if (passed && !is_too_big(commitment)) why += "; a friendly nudge may help";
    const std::string what = first_line(commitment.what);
    Reminder made = due_rules::reminder(subject, ReminderKind::nudge, *commitment.due,
                                        fmt::format("{} promised: {}", subject.name, what), why);
    made.brief = "promised: " + what;
    return made;
}

// What was moved time and again is too big, or no longer wanted.
void say_moved(const Subject& subject, Reminder& reminder, const Commitment& commitment) {
    if (!is_too_big(commitment)) return;
    const bool mine = commitment.owner == Side::me;
    reminder.why += fmt::format("; moved {}, {} or let it go", times(times_postponed(commitment)),
                                mine ? "make it smaller" : "ask whether a smaller step helps");
    reminder.told = due_rules::command(subject, "drop", commitment.id);
}

// Good news is never late.
Reminder to_report(const Subject& subject, const Commitment& commitment) {
    const std::string name = subject.name;
    Reminder made = due_rules::patient(due_rules::reminder(
        subject, ReminderKind::report, *commitment.done,
        fmt::format("Tell {} how it went: {}", name, first_line(commitment.what)),
        fmt::format("done on {}, {} will be glad to hear", plain_day(*commitment.done), name)));
    made.brief = "Tell how it went: " + first_line(commitment.what);
    return due_rules::telling(std::move(made), due_rules::command(subject, "told", commitment.id));
}

// Sending something to somebody is telling them, and so is a thank-you.
bool tells_itself(const Commitment& commitment) {
    static const std::set<std::string, std::less<>> verbs{
        "email",  "forward", "introduce", "invite", "mail", "message", "reply",
        "report", "send",    "share",     "show",   "tell", "thank",   "thanks"};
    const std::string what = fold(trim(commitment.what));
    const auto begins = [&](std::string_view words) { return what.starts_with(words); };
    // To write is to write to somebody, or a book.
    return verbs.contains(what.substr(0, what.find_first_of(" :,"))) ||
           std::ranges::any_of(
               std::array{"write to ", "write back", "write her", "write him", "write them"},
               begins);
}

bool asks_for_report(const Subject& subject, const Commitment& commitment) {
    return commitment.owner == Side::me && commitment.done && !commitment.dropped &&
           !commitment.told && has_rhythm(subject.relationship.stage) &&
           !tells_itself(commitment) && !due_rules::was_told_since(subject, *commitment.done);
}

} // namespace

namespace due_rules {

bool was_told_since(const Subject& subject, Date done) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    const LogEntry* meeting = last_meeting(relationship, subject.config.kinds, today);
    if (meeting && meeting->on.date >= done) return true;
    return add_within_calendar(done, cadence_of(relationship, subject.config)) < today;
}

std::vector<Reminder> of_commitments(const Subject& subject) {
    std::vector<Reminder> reminders;
    for (const Commitment& commitment : subject.relationship.commitments) {
        const auto keep = [&](Reminder reminder) {
            reminder.id = commitment.id;
            reminder.owner = commitment.owner;
            say_moved(subject, reminder, commitment);
            reminders.push_back(std::move(reminder));
        };
        if (commitment.open() && commitment.due && subject.reaches(*commitment.due))
            keep(commitment.owner == Side::me ? mine(subject, commitment)
                                              : theirs(subject, commitment));
        if (asks_for_report(subject, commitment)) keep(to_report(subject, commitment));
    }
    return reminders;
}

} // namespace due_rules

} // namespace mentor
