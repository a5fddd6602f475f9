// SPDX-License-Identifier: MIT
#include "core/rules/due_rules.hpp"
#include "core/rules/thanks.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor {

namespace {

using due_rules::Case;

// What is longer ago may still be said when you meet, and `prep` knows of it; as a reminder it
// would only weigh.
constexpr Duration fresh{3, Unit::month};

std::string why_thank(const Fruit& fruit) {
    const std::string what = first_line(fruit.what);
    const std::string on = plain_day(fruit.on);
    switch (fruit.of) {
    case FruitOf::commitment:
        return fmt::format("it led to \"{}\", kept on {}", what, on);
    case FruitOf::goal:
        return fmt::format("since then \"{}\" was reached, on {}", what, on);
    case FruitOf::milestone:
        return fmt::format("since then \"{}\" was done, on {}", what, on);
    case FruitOf::entry:
        break;
    }
    return fmt::format("since then: {}, {}", what, on);
}

} // namespace

namespace due_rules {

std::vector<Reminder> of_thanks(const Case& the_case) {
    const Relationship& relationship = the_case.relationship;
    if (!has_rhythm(relationship.stage)) return {};
    const auto owed = owed_thanks(relationship, the_case.calendar.today);
    // One letter says it all, so there is one row, for what came last.
    if (owed.empty()) return {};
    const auto& [entry, fruit] = owed.front();
    if (add_within_calendar(fruit.on, fresh) < the_case.calendar.today) return {};
    Reminder made = reminder(the_case, ReminderKind::thanks, fruit.on,
                             fmt::format("Thank {} for the advice of {}", first_name(relationship),
                                         plain_day(entry->on.date)),
                             why_thank(fruit));
    return {telling(patient(std::move(made)),
                    to_type("mentor log {} --kind thanks", relationship.slug))};
}

} // namespace due_rules

} // namespace mentor
