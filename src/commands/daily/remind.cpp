// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/mail_face.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/daily/due_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::commands::remind {
namespace {

struct Options {
    bool notify = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.flag(options.notify, "--notify", "as a notice on the desktop");
}

// What others may read of a private reminder.
std::string in_public(const Reminder& reminder) {
    const bool is_promise = reminder.kind == ReminderKind::commitment ||
                            reminder.kind == ReminderKind::nudge ||
                            reminder.kind == ReminderKind::report;
    return is_promise ? "a private promise" : "something private";
}

// A notice on the desktop and a mail are public: no private words.
Reminder for_others(Reminder reminder) {
    if (reminder.is_private) {
        reminder.what = in_public(reminder);
        reminder.why = "";
    }
    return reminder;
}

std::string in_one_line(const Reminder& first, std::size_t count) {
    const std::string more = count == 1 ? "" : fmt::format(", and {} more", count - 1);
    return visible(one_line(fmt::format("{}: {}{}", first.name, first.what, more)));
}

std::string with_way_on(const std::string& line) {
    return line + ". All of it: mentor due";
}

// Where mail reaches you: EMAIL, which other programs read as well, or else your name here.
std::string own_address(const View& view) {
    for (const char* name : {"EMAIL", "LOGNAME", "USER"}) {
        const auto address = view.host.variable(name);
        if (!address) continue;
        if (is_address(*address)) return *address;
        throw Error(Exit::usage, fmt::format("{} is no address for mail: {}", name, *address),
                    "write it alone, such as: EMAIL=you@example.org");
    }
    throw Error(Exit::usage, "it isn't known where mail reaches you",
                "set EMAIL to your address, such as: EMAIL=you@example.org");
}

std::string as_mail(const View& view, const std::vector<Reminder>& reminders) {
    constexpr std::size_t columns = 72;
    Page page = due_report(reminders, view.today(), view.today(),
                           {.is_verbose = true, .needs = {.data = false}})
                    .page;
    page.push_back(Blank{});
    page.push_back(suggestion("All of it:", "mentor due"));
    return to_mail({.name = view.config.me.name,
                    .address = own_address(view),
                    .subject = in_one_line(reminders.front(), reminders.size()),
                    .body = to_terminal(page, {.columns = columns})});
}

void require_one_way(const View& view, const Options& options) {
    const Output& output = view.output();
    if (options.notify && !(output.is_page() && !output.null))
        throw Error(Exit::usage, "--notify shows one line, and takes no other format", "give one");
    require_face(output, mail_format);
}

void show_mail(View& view) {
    std::vector<Reminder> reminders = gather_now(view, {}, Audience::others);
    if (reminders.empty()) return;
    if (!view.output().is_private) std::ranges::transform(reminders, reminders.begin(), for_others);
    view.print(as_mail(view, reminders));
}

void show_line(View& view, bool as_notice) {
    const FirstNow now = find_first_now(view, as_notice ? Audience::others : Audience::self);
    if (!now.reminder) return;
    if (as_notice)
        view.notify(with_way_on(in_one_line(for_others(*now.reminder), now.count)));
    else
        view.print(to_terminal({sentence("{}", with_way_on(in_one_line(*now.reminder, now.count)))},
                               view.look_of_output()));
}

Exit run(View& view, const Options& options) {
    require_one_way(view, options);
    const bool is_mail = view.output().has_format(mail_format);
    // A shell that starts before there is a journal has nothing to hear of it.
    const bool lacks_journal = view.lacks_journal();
    if (!is_mail && !view.output().is_page()) {
        const auto reminders = lacks_journal ? std::vector<Reminder>() : gather_now(view, {});
        view.show(due_report(reminders, view.today(), view.today(), {.needs = view.needs()}));
    } else if (!lacks_journal) {
        is_mail ? show_mail(view) : show_line(view, options.notify);
    }
    return Exit::done;
}

} // namespace

const Command command{
    "remind",
    Chapter::daily,
    "One line when something is due, for a shell start or cron",
    "Says nothing where nothing is late or due today. --format mail prints a mail to you, for "
    "sendmail -t: to EMAIL, or else to your name on this machine.",
    &invocation_of<Options, declare, run, Faces::any_or_mail>,
};

} // namespace mentor::commands::remind
