// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/shell_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {

namespace {

using due_rules::after_snooze;
using due_rules::Subject;

// After so long without an answer, "did you meet?" is late.
constexpr Days patience{7};

// When the cadence asks for the next meeting, and from what it counts: "last coffee 34 days ago".
struct Rhythm {
    Date due;
    std::string since;
    bool begins = false; // the mentorship itself is what comes next
};

std::string last_time(const LogEntry& meeting, Date today) {
    return fmt::format("last {} {}", spoken(meeting.kind), relative(meeting.on.date, today));
}

Rhythm rhythm_of_alumni(const Relationship& relationship, const Config& config, Date today) {
    const Duration cadence = cadence_of(relationship, config);
    const auto counted_from = [&](Date base, std::string since) {
        return Rhythm{due_rules::add_within_calendar(base, cadence), std::move(since)};
    };
    const LogEntry* contact = last_contact(relationship, config.kinds, today);
    const auto ended = relationship.ending ? relationship.ending->on : std::nullopt;
    // The ending is a conversation too, whether or not it was logged.
    if (ended && *ended <= today && (!contact || contact->on.date < *ended))
        return counted_from(*ended,
                            fmt::format("your mentorship ended {}", relative(*ended, today)));
    if (contact)
        return counted_from(contact->on.date, fmt::format("last heard from each other {}",
                                                          relative(contact->on.date, today)));
    if (const auto began = relationship.started ? relationship.started : relationship.added)
        return counted_from(*began, "nothing heard from each other yet");
    return {today, "nothing heard from each other yet"};
}

Rhythm rhythm_of_meetings(const Relationship& relationship, const Config& config, Date today) {
    const Duration cadence = cadence_of(relationship, config);
    const LogEntry* meeting = last_meeting(relationship, config.kinds, today);
    const auto& started = relationship.started;
    if (started && *started >= today && !(meeting && meeting->on.date >= *started))
        return {*started, fmt::format("you begin on {}", to_words(*started)), true};
    if (meeting)
        return {due_rules::add_within_calendar(meeting->on.date, cadence),
                last_time(*meeting, today)};
    if (started)
        return {due_rules::add_within_calendar(*started, cadence),
                fmt::format("no meeting yet, began {}", plain_day(*started))};
    if (relationship.added)
        return {due_rules::add_within_calendar(*relationship.added, cadence),
                fmt::format("no meeting yet, added {}", plain_day(*relationship.added))};
    return {today, "no meeting yet"};
}

Rhythm rhythm_of(const Relationship& relationship, const Config& config, Date today) {
    return relationship.stage == Stage::alumni ? rhythm_of_alumni(relationship, config, today)
                                               : rhythm_of_meetings(relationship, config, today);
}

// The day stands beside every reminder.
std::string at_time(const Moment& moment) {
    return moment.time ? fmt::format(" at {:02}:{:02}", moment.time->hour, moment.time->minute)
                       : "";
}

Reminder ahead(const Subject& subject, const Moment& agreed) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    const LogEntry* meeting = last_meeting(relationship, subject.config.kinds, today);
    Reminder made = due_rules::reminder(
        subject, ReminderKind::meeting, agreed.date,
        fmt::format("Meeting with {}{}", subject.name, at_time(agreed)),
        fmt::format("as agreed, {}", meeting ? last_time(*meeting, today) : "your first meeting"));
    made.brief = "Meeting" + at_time(agreed);
    made.time = agreed.time;
    made.command = to_type("mentor prep {}", relationship);
    made.when = "before you meet";
    made.then = to_type("mentor log {}", relationship);
    return made;
}

std::vector<Reminder> did_you_meet(const Subject& subject, const Moment& agreed) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    if (!asks_whether_met(relationship, subject.config, today)) return {};
    Reminder asked = due_rules::telling(
        due_rules::reminder(
            subject, ReminderKind::meeting, after_snooze(relationship, agreed.date),
            fmt::format("Did you meet {} on {}?", subject.name, to_words(agreed.date)),
            "it was agreed, and nothing is logged yet"),
        to_type("mentor log {} --on {}", relationship, to_iso(agreed.date)));
    asked.brief = fmt::format("Did you meet on {}?", to_words(agreed.date));
    asked.otherwise = to_type("mentor plan {} --missed", relationship);
    asked.group = today - asked.on < patience ? DueGroup::today : DueGroup::late;
    return due_rules::alone(std::move(asked));
}

std::string time_to_meet(const Subject& subject, bool begins) {
    const Relationship& relationship = subject.relationship;
    const std::string& name = subject.name;
    if (begins) return fmt::format("Your mentorship with {} begins", name);
    if (relationship.stage == Stage::alumni) return fmt::format("Time to say hello to {}", name);
    if (relationship.role == Role::mentee) return fmt::format("Time to check in with {}", name);
    return fmt::format("Time to catch up with {}", name);
}

std::string brief_of(const Relationship& relationship) {
    if (relationship.stage == Stage::alumni) return "Say hello";
    return relationship.role == Role::mentee ? "Check in" : "Catch up";
}

std::vector<Reminder> check_in(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    const Duration cadence = cadence_of(relationship, subject.config);
    const Rhythm rhythm = rhythm_of(relationship, subject.config, today);
    const Date due = after_snooze(relationship, rhythm.due);
    if (!subject.reaches(due)) return {};

    std::string why = rhythm.since;
    if (!rhythm.begins) why += fmt::format(", {}", rhythm_words(cadence));
    if (due > rhythm.due) why += fmt::format(", snoozed until {}", plain_day(due));
    const bool alumni = relationship.stage == Stage::alumni;
    const auto owner = alumni ? std::nullopt : relationship.agreement.initiates;
    if (owner == Side::them) why += ", their turn to reach out";

    Reminder made = due_rules::reminder(subject, ReminderKind::check_in, due,
                                        time_to_meet(subject, rhythm.begins), why);
    const Date grace_ends = due + grace_of(relationship, cadence, due);
    if (made.group == DueGroup::late && today <= grace_ends) {
        made.group = DueGroup::today;
        made.why += fmt::format(", no hurry until {}", plain_day(grace_ends));
    }
    const Days length = due_rules::add_within_calendar(due, cadence) - due;
    made.urgency = -made.days / static_cast<double>(std::max(length, Days{1}).count());
    made.owner = owner;
    made.brief = rhythm.begins ? "Your mentorship begins" : brief_of(relationship);
    made.command = to_type("mentor plan {} WHEN", relationship);
    made.then = to_type("mentor log {}", relationship);
    return due_rules::alone(std::move(made));
}

} // namespace

namespace due_rules {

Date after_snooze(const Relationship& relationship, Date on) {
    return std::max(on, relationship.snoozed.value_or(on));
}

std::vector<Reminder> of_meetings(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    if (const auto agreed = find_agreed(relationship, subject.config, today)) {
        if (agreed->date >= today) return alone(ahead(subject, *agreed));
        return did_you_meet(subject, *agreed);
    }
    if (!has_rhythm(relationship.stage) || is_snoozed(relationship, today)) return {};
    return check_in(subject);
}

std::optional<Date> find_cadence_day(const Relationship& relationship, const Config& config,
                                     Date today) {
    if (!has_rhythm(relationship.stage)) return std::nullopt;
    return rhythm_of(relationship, config, today).due;
}

} // namespace due_rules

std::optional<Moment> find_agreed(const Relationship& relationship, const Config& config,
                                  Date today) {
    const LogEntry* meeting = last_meeting(relationship, config.kinds, today);
    const bool spent = meeting && relationship.next && meeting->on.date >= relationship.next->date;
    return spent ? std::nullopt : relationship.next;
}

bool asks_whether_met(const Relationship& relationship, const Config& config, Date today) {
    const auto agreed = find_agreed(relationship, config, today);
    return agreed && agreed->date < today && relationship.stage != Stage::paused &&
           !is_snoozed(relationship, today);
}

std::optional<Date> next_check_in(const Relationship& relationship, const Config& config,
                                  Date today) {
    const auto by_cadence = due_rules::find_cadence_day(relationship, config, today);
    if (!by_cadence) return std::nullopt;
    const auto agreed = find_agreed(relationship, config, today);
    // One that has passed waits for its answer, and the rhythm with it.
    if (agreed)
        return agreed->date >= today ? agreed->date : after_snooze(relationship, agreed->date);
    return after_snooze(relationship, *by_cadence);
}

} // namespace mentor
