// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/text.hpp"
#include "session/session.hpp"

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

// A notice may hold markup, and notify-send reads a backslash as the beginning of an escape.
std::string as_notice(const std::string& line) {
    std::string notice;
    for (const char c : line) {
        if (c == '&')
            notice += "&amp;";
        else if (c == '<')
            notice += "&lt;";
        else if (c == '\\')
            notice += "\\\\";
        else
            notice += c;
    }
    return notice;
}

void notify(Session& session, const std::string& line) {
    const std::vector<std::string> words{"notify-send", "--app-name=mentor", "--", "mentor",
                                         as_notice(line)};
    const int status = session.host.run(words, std::nullopt);
    if (status == 127) {
        throw Error(Exit::system, "notify-send can't be found",
                    "it shows notices on a desktop; on Debian it is in libnotify-bin");
    }
    if (status != 0) {
        throw Error(Exit::system, fmt::format("notify-send ended with {}", status),
                    "it needs a desktop that runs");
    }
}

Exit run(Session& session, const Options& options) {
    // A shell that starts before there is a journal has nothing to hear of it.
    if (session.knows_journal && !session.journal.exists()) return Exit::done;
    auto reminders = gather(session, {}, session.today());
    std::erase_if(reminders, [](const Reminder& reminder) { return !asks_now(reminder); });
    if (reminders.empty()) return Exit::done;
    const Reminder& first = reminders.front();
    // Whoever is near reads what a desktop shows.
    if (options.notify)
        notify(session,
               in_one_line(reminders, first.is_private ? "a private promise" : first.what));
    else
        session.host.write_output(in_one_line(reminders, first.what) + "\n");
    return Exit::done;
}

} // namespace

const Command remind_command{
    "remind",
    Chapter::daily,
    "One line when something is due, for a shell start or cron",
    "Says nothing where nothing is late or due today.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
