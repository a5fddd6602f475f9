// SPDX-License-Identifier: MIT
#include "core/dates/calendar_names.hpp"
#include "core/rules/due/due_rules.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mentor {

namespace {

using due_rules::Subject;

constexpr Duration between_pulses{3, Unit::month};

std::string why_now(const Occasion& occasion, Date on) {
    if (!occasion.yearly && occasion.year) return "this once";
    if (const auto age = age_on(on, occasion)) return fmt::format("turns {}", *age);
    if (!occasion.day) return "which day isn't known";
    const auto month = month_names[static_cast<std::size_t>(occasion.month - 1)];
    return fmt::format("every year on {} {}", *occasion.day, short_name(month));
}

// Where nobody knows the day, being in touch in its month is being there for it.
Date first_day_to_name(const Occasion& occasion, const Subject& subject) {
    const Date today = subject.calendar.today;
    if (!is_this_month(occasion, today)) return today;
    const LogEntry* last = last_contact(subject.relationship, subject.config.kinds, today);
    const bool was_in_touch = last && last->on.date >= day_in(year_of(today), occasion);
    return was_in_touch ? last_of_month(today) + Days{1} : today;
}

std::vector<Reminder> occasions(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    std::vector<Reminder> reminders;
    for (const Occasion& occasion : relationship.occasions)
        if (const auto on = next_day(occasion, first_day_to_name(occasion, subject))) {
            reminders.push_back(
                due_rules::reminder(subject, ReminderKind::occasion, *on,
                                    fmt::format("{}'s {}", subject.name, first_line(occasion.what)),
                                    why_now(occasion, *on)));
            if (!occasion.day) reminders.back().around = month_words(occasion);
            if (occasion.notice)
                reminders.back().from = due_rules::subtract_within_calendar(*on, *occasion.notice);
        }
    return reminders;
}

Reminder ending(const Subject& subject, Date ends) {
    const Date today = subject.calendar.today;
    return due_rules::telling(
        due_rules::reminder(subject, ReminderKind::ending, ends,
                            fmt::format("Your mentorship with {} {}; talk about what comes after",
                                        subject.name, ends < today ? "was to end" : "ends"),
                            ends < today ? fmt::format("agreed until {}", to_words(ends))
                                         : "as agreed"),
        to_type("mentor end {}", subject.relationship));
}

std::vector<Reminder> agreement_review(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    const Agreement& agreement = relationship.agreement;
    const auto base = agreement.agreed ? agreement.agreed : relationship.started;
    if (!agreement.review || !base) return {};
    return due_rules::alone(due_rules::telling(
        due_rules::reminder(subject, ReminderKind::agreement,
                            due_rules::add_within_calendar(*base, *agreement.review),
                            fmt::format("Look at your agreement with {} again", subject.name),
                            fmt::format("{} on {}, reviewed {}",
                                        agreement.agreed ? "agreed" : "begun", plain_day(*base),
                                        rhythm_words(*agreement.review))),
        to_type("mentor agree {}", relationship)));
}

std::vector<Reminder> pulse(const Subject& subject, Date base, bool taken) {
    const Relationship& relationship = subject.relationship;
    const Date on = due_rules::add_within_calendar(base, between_pulses);
    if (!subject.reaches(on)) return {};
    Reminder made =
        due_rules::reminder(subject, ReminderKind::pulse, on,
                            fmt::format("Take the pulse of your time with {}", subject.name),
                            fmt::format("{} {}",
                                        taken                  ? "last taken on"
                                        : relationship.started ? "not taken yet, began"
                                                               : "not taken yet, added",
                                        plain_day(base)));
    return due_rules::alone(due_rules::telling(due_rules::patient(std::move(made)),
                                               to_type("mentor pulse {}", relationship)));
}

std::vector<Reminder> pulses(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    std::optional<Date> last;
    for (const LogEntry& entry : relationship.log) {
        const bool taken = subject.config.kinds.class_of(entry.kind) == KindClass::pulse;
        if (taken && entry.on.date <= subject.calendar.today)
            last = std::max(last.value_or(entry.on.date), entry.on.date);
    }
    const auto began = relationship.started ? relationship.started : relationship.added;
    if (!last && !began) return {};
    return pulse(subject, last ? *last : *began, last.has_value());
}

std::vector<Reminder> pause(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    if (!relationship.snoozed) return {};
    const std::string name = subject.name;
    const bool over = !is_snoozed(relationship, subject.calendar.today);
    Reminder made = due_rules::patient(due_rules::reminder(
        subject, ReminderKind::pause, *relationship.snoozed,
        over ? fmt::format("Pick it up again with {}?", name)
             : fmt::format("The pause with {} ends", name),
        over ? fmt::format("the pause was to last until {}", plain_day(*relationship.snoozed))
             : "as you agreed"));
    if (over) made = due_rules::telling(std::move(made), to_type("mentor resume {}", relationship));
    return due_rules::alone(std::move(made));
}

} // namespace

namespace due_rules {

std::vector<Reminder> of_days(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    if (relationship.stage == Stage::prospect) return {};
    std::vector<Reminder> reminders = occasions(subject);
    const auto add = [&](std::vector<Reminder> some) {
        std::ranges::move(some, std::back_inserter(reminders));
    };
    if (relationship.stage == Stage::paused) add(pause(subject));
    if (!is_under_way(relationship.stage)) return reminders;
    if (relationship.ends) reminders.push_back(ending(subject, *relationship.ends));
    add(agreement_review(subject));
    add(pulses(subject));
    return reminders;
}

} // namespace due_rules

} // namespace mentor
