// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/rules/promises/thanks.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

namespace {

using due_rules::Subject;

// What is longer ago may still be said when you meet, and `prep` knows of it; as a reminder it
// would only weigh.
constexpr Duration fresh{3, Unit::month};

std::string why_thank(const Fruit& fruit) {
    const std::string what = first_line(fruit.what);
    const std::string on = plain_day(fruit.on);
    switch (fruit.of) {
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

std::vector<Reminder> of_thanks(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    const Date today = subject.calendar.today;
    if (!has_rhythm(relationship.stage)) return {};
    const std::string& name = subject.name;
    const auto row = [&](Date on, const std::string& what, const std::string& why) {
        Reminder made = reminder(subject, ReminderKind::thanks, on,
                                 fmt::format("Thank {} for {}", name, what), why);
        made.brief = "Say thank you for " + what;
        return telling(patient(std::move(made)),
                       to_type("mentor log {} --kind thanks", relationship));
    };
    // One letter says it all, so there is one row, for what came last.
    struct Cause {
        Date on;
        std::string what, why;
    };
    std::vector<Cause> causes;
    if (const Commitment* favour = find_favour(relationship, today))
        causes.push_back({*favour->done, first_line(favour->what),
                          fmt::format("{} kept it on {}", name, plain_day(*favour->done))});
    if (const Advice* advice = find_worked(relationship, today))
        causes.push_back(
            {worked_on(*advice), "the advice: " + first_line(advice->what),
             advice->outcome.empty() ? "it worked" : "it worked: " + first_line(advice->outcome)});
    if (const auto owed = owed_thanks(relationship, today); !owed.empty()) {
        const auto& [entry, fruit] = owed.front();
        causes.push_back({fruit.on, fmt::format("the advice of {}", plain_day(entry->on.date)),
                          why_thank(fruit)});
    }
    const auto last = std::ranges::max_element(causes, {}, &Cause::on);
    if (last == causes.end() || add_within_calendar(last->on, fresh) < today) return {};
    return alone(row(last->on, last->what, last->why));
}

} // namespace due_rules

} // namespace mentor
