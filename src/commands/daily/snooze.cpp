// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "edits/keys/day_ahead.hpp"

#include <fmt/format.h>

namespace mentor::commands::snooze {
namespace {

std::string reminders_again(const DayAhead& options, Date) {
    return to_type("to be reminded again: mentor snooze {} --clear", options.who);
}

Exit run(Session& session, const DayAhead& options) {
    auto when = take_when(session, options, "No reminder before which day?", reminders_again);
    if (when) when->time.reset();
    return change_day(session, options, "snooze", "snoozed", when,
                      when ? fmt::format("No reminder to meet {{}} before {}.", to_words(*when))
                           : "Reminders to meet {} are back.");
}

} // namespace

const Command command{
    "snooze",
    Chapter::daily,
    "Be reminded to meet someone only from a later day on",
    "Promises, birthdays and the rest still show.",
    &invocation_of<DayAhead, declare_day_ahead, run>,
};

} // namespace mentor::commands::snooze
