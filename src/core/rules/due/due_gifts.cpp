// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor::due_rules {

// What is too late is no use to them, and no reproach to you. One without a day waits for the next
// meeting, where `prep` has it.
std::vector<Reminder> of_gifts(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    std::vector<Reminder> reminders;
    if (!is_in_touch(relationship.stage)) return reminders;
    const Date today = subject.calendar.today;
    for (const Gift& gift : relationship.gifts) {
        if (!gift.open() || !gift.by || *gift.by < today) continue;
        const std::string what = first_line(gift.what);
        Reminder made =
            reminder(subject, ReminderKind::gift, *gift.by,
                     fmt::format("Pass on to {}: {}", subject.name, what), "it is of no use later");
        made.brief = "Pass on: " + what;
        made.owner = Side::me;
        made.id = gift.id;
        reminders.push_back(
            telling(std::move(made), command(subject, "give --given today", gift.id)));
    }
    return reminders;
}

} // namespace mentor::due_rules
