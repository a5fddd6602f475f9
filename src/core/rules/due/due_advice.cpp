// SPDX-License-Identifier: MIT
#include "core/rules/due/due_rules.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor::due_rules {

// What worked is a thank-you, which `of_thanks` gives.
std::vector<Reminder> of_advice(const Subject& subject) {
    const Relationship& relationship = subject.relationship;
    std::vector<Reminder> reminders;
    if (relationship.role == Role::mentee || !has_rhythm(relationship.stage)) return reminders;
    const std::string name = subject.name;
    for (const Advice& advice : relationship.advice) {
        if (advice.open() || advice.verdict == Verdict::worked || advice.told || advice.thanked)
            continue;
        // The talk in which it was given came before what you think of it.
        const auto day = advice.tried ? advice.tried
                         : advice.on  ? std::optional(*advice.on + Days{1})
                                      : std::nullopt;
        if (!day || was_told_since(subject, *day)) continue;
        const std::string what = first_line(advice.what);
        const std::string why =
            advice.verdict == Verdict::disagreed
                ? fmt::format("you see it otherwise, and {} will want to know", name)
                : fmt::format("you tried it, and {} will want to know", name);
        Reminder made =
            patient(reminder(subject, ReminderKind::report, *day,
                             fmt::format("Tell {} what became of: {}", name, what), why));
        made.brief = "Tell what became of: " + what;
        made.id = advice.id;
        reminders.push_back(telling(std::move(made), command(subject, "told", advice.id)));
    }
    return reminders;
}

} // namespace mentor::due_rules
