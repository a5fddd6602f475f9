// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/text.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    bool notify = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.flag(options.notify, "--notify", "as a notice on the desktop");
}

std::string in_one_line(const std::vector<Reminder>& reminders, const std::string& what) {
    const std::string more =
        reminders.size() == 1 ? "" : fmt::format(", and {} more", reminders.size() - 1);
    return visible(one_line(
        fmt::format("{}: {}{}. All of it: mentor due", reminders.front().name, what, more)));
}

// What others may read of a private reminder.
std::string in_public(const Reminder& reminder) {
    const bool is_promise = reminder.kind == ReminderKind::commitment ||
                            reminder.kind == ReminderKind::nudge ||
                            reminder.kind == ReminderKind::report;
    return is_promise ? "a private promise" : "something private";
}

Exit run(View& view, const Options& options) {
    // A shell that starts before there is a journal has nothing to hear of it.
    if (view.lacks_journal()) return Exit::done;
    auto reminders = gather(view, {}, view.today());
    std::erase_if(reminders, [](const Reminder& reminder) { return !asks_now(reminder); });
    if (reminders.empty()) return Exit::done;
    const Reminder& first = reminders.front();
    // A notice on the desktop is public: no private words.
    if (options.notify)
        view.notify(in_one_line(reminders, first.is_private ? in_public(first) : first.what));
    else
        view.print(in_one_line(reminders, first.what) + "\n");
    return Exit::done;
}

} // namespace

const Command remind_command{
    "remind",
    Chapter::daily,
    "One line when something is due, for a shell start or cron",
    "Says nothing where nothing is late or due today.",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor
