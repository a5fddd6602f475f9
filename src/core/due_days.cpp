// SPDX-License-Identifier: MIT
#include "core/calendar_names.hpp"
#include "core/due_rules.hpp"

#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

namespace {

using due_rules::Case;
using due_rules::falls_on;
using due_rules::plain_day;

std::optional<Date> find_next(const Occasion& occasion, Date today) {
    if (!occasion.yearly && occasion.year) {
        const Date only = falls_on(occasion, *occasion.year);
        return only < today ? std::nullopt : std::optional(only);
    }
    const int this_year = year_of(today);
    const int year = std::max(this_year, occasion.year.value_or(this_year));
    const Date on = falls_on(occasion, year);
    return on < today ? falls_on(occasion, year + 1) : on;
}

std::string why_now(const Occasion& occasion, Date on) {
    if (!occasion.yearly && occasion.year) return "this once";
    const int age = occasion.year ? year_of(on) - *occasion.year : 0;
    if (age > 0 && fold(occasion.what) == "birthday") return fmt::format("turns {}", age);
    const auto month = month_names[static_cast<std::size_t>(occasion.month - 1)];
    return fmt::format("every year on {} {}", occasion.day, short_name(month));
}

std::vector<Reminder> occasions(const Case& the_case) {
    const Relationship& relationship = the_case.relationship;
    std::vector<Reminder> reminders;
    for (const Occasion& occasion : relationship.occasions)
        if (const auto on = find_next(occasion, the_case.calendar.today))
            reminders.push_back(due_rules::reminder(
                the_case, ReminderKind::occasion, *on,
                fmt::format("{}'s {}", first_name(relationship), first_line(occasion.what)),
                why_now(occasion, *on)));
    return reminders;
}

Reminder ending(const Case& the_case, Date ends) {
    const Date today = the_case.calendar.today;
    return due_rules::reminder(
        the_case, ReminderKind::ending, ends,
        fmt::format("Your mentorship with {} {}; talk about what comes after",
                    first_name(the_case.relationship), ends < today ? "was to end" : "ends"),
        ends < today ? fmt::format("agreed until {}", to_words(ends)) : "as agreed");
}

std::vector<Reminder> agreement_review(const Case& the_case) {
    const Relationship& relationship = the_case.relationship;
    const Agreement& agreement = relationship.agreement;
    const auto base = agreement.agreed ? agreement.agreed : relationship.started;
    if (!agreement.review || !base) return {};
    return {due_rules::reminder(
        the_case, ReminderKind::agreement, due_rules::add_within_calendar(*base, *agreement.review),
        fmt::format("Look at your agreement with {} again", first_name(relationship)),
        fmt::format("{} on {}, reviewed every {}", agreement.agreed ? "agreed" : "begun",
                    plain_day(*base), to_text(*agreement.review)))};
}

} // namespace

namespace due_rules {

Date falls_on(const Occasion& occasion, int year) {
    const Date first = make_date(year, occasion.month, 1);
    return std::min(first + Days{occasion.day - 1}, last_of_month(first));
}

std::vector<Reminder> of_days(const Case& the_case) {
    const Relationship& relationship = the_case.relationship;
    if (relationship.stage == Stage::prospect) return {};
    std::vector<Reminder> reminders = occasions(the_case);
    const Stage stage = relationship.stage;
    if (stage != Stage::active && stage != Stage::winding_down) return reminders;
    if (relationship.ends) reminders.push_back(ending(the_case, *relationship.ends));
    for (Reminder& review : agreement_review(the_case))
        reminders.push_back(std::move(review));
    return reminders;
}

} // namespace due_rules

} // namespace mentor
