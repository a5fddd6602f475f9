// SPDX-License-Identifier: MIT
//
// `mentor due`, and its two short forms: `mentor` alone, and `mentor remind`.

#include "core/rules/due.hpp"

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "report/pages/reports.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    std::optional<std::string> within;
    std::vector<std::string> kinds, roles, stages, tags;
    bool overdue = false;
    bool exit_code = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.option(options.within, "--within", "LENGTH",
                       "how far to look ahead, such as 2w or eom");
    declaration.option(options.kinds, "--kind", "KIND",
                       "only these: " + join(reminder_kind_names(), ", "));
    declaration.option(options.roles, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.stages, "--stage", "STAGE", "only people in this stage");
    declaration.option(options.tags, "--tag", "TAG", "only people with this tag");
    declaration.flag(options.overdue, "--overdue", "only what is late");
    declaration.flag(options.exit_code, "--exit-code",
                     "exit with 1 when something is late or due today");
    declare_output(declaration, options.output);
}

bool is_wanted(const Reminder& reminder, const Options& options) {
    const bool tagged =
        options.tags.empty() || std::ranges::any_of(options.tags, [&](const auto& wanted) {
            return std::ranges::any_of(reminder.tags,
                                       [&](const auto& tag) { return fold(tag) == fold(wanted); });
        });
    return tagged && accepts(options.kinds, to_text(reminder.kind)) &&
           accepts(options.roles, to_text(reminder.role)) &&
           accepts(options.stages, to_text(reminder.stage)) &&
           (!options.overdue || reminder.group == DueGroup::late);
}

// What is due with each of them, most urgent first. The rules run where a file is read, several at
// once.
std::vector<Reminder> gather(Session& session, const std::vector<std::string>& who, Date until,
                             const Output& output = {}) {
    session.require_journal();
    const auto slugs = who.empty() ? session.journal.slugs() : session.slugs_for(who);
    std::vector<std::vector<Reminder>> of_each(slugs.size());
    session.visit(slugs, [&](std::size_t position, Relationship relationship) {
        of_each[position] = reminders_of(for_output(std::move(relationship), output),
                                         session.config, session.calendar, until);
    });
    std::vector<Reminder> all;
    for (auto& some : of_each)
        std::ranges::move(some, std::back_inserter(all));
    sort_by_urgency(all);
    return all;
}

Date end_of(const Session& session, const std::optional<std::string>& within) {
    if (!within) return add(session.today(), session.config.within);
    const Date until = session.future(*within);
    if (until >= session.today()) return until;
    throw Error(Exit::usage,
                fmt::format("--within looks ahead, and {} has passed", to_words(until)),
                "give a length such as 2w, or a day from today on");
}

// Other things are due, so that "nothing is due" would be untrue.
std::string nothing_fits(const Session& session, const Options& options, Date until) {
    if (options.overdue) return "Nothing is late.";
    if (until == session.today()) return "Nothing that fits is due today.";
    return fmt::format("Nothing that fits is due until {}.", to_words(until));
}

bool asks_now(const Reminder& reminder) {
    return reminder.group == DueGroup::late || reminder.group == DueGroup::today;
}

Exit run(Session& session, const Options& options) {
    require_words(options.kinds, reminder_kind_names(), "--kind");
    require_words(options.roles, role_names(), "--role");
    require_words(options.stages, stage_names(), "--stage");
    const Date until = end_of(session, options.within);
    auto reminders = gather(session, options.who, until, options.output);
    const auto left_out = std::erase_if(
        reminders, [&](const auto& reminder) { return !is_wanted(reminder, options); });
    Report report = due_report(reminders, session.today(), until);
    if (reminders.empty() && left_out > 0)
        report.page = {Paragraph{{{nothing_fits(session, options, until)}}}};
    session.show(report, options.output);
    return options.exit_code && std::ranges::any_of(reminders, asks_now) ? Exit::no : Exit::done;
}

// --- `mentor` alone

struct HomeOptions {};

void declare_home(Declaration&, HomeOptions&) {}

// The one thing to do next, after the rows.
Text next_step(const std::vector<Reminder>& reminders, std::size_t people) {
    const auto next = [](std::string command, std::string after = "") {
        return Text{{"Next: ", Style::quiet},
                    {std::move(command), Style::command},
                    {std::move(after), Style::quiet}};
    };
    if (people == 0) return next("mentor add", ", for the first of them");
    if (reminders.empty())
        return {{"After you meet someone: ", Style::quiet}, {"mentor log", Style::command}};
    const Reminder& first = reminders.front();
    switch (first.kind) {
    case ReminderKind::commitment:
        return next(
            fmt::format("mentor done {} {}", first.slug, first.id.empty() ? "REF" : first.id));
    case ReminderKind::nudge:
        return next(fmt::format("mentor show {}", first.slug));
    case ReminderKind::check_in: {
        Text steps = next(fmt::format("mentor plan {} WHEN", first.slug), ", then ");
        steps.push_back({fmt::format("mentor log {}", first.slug), Style::command});
        return steps;
    }
    case ReminderKind::meeting:
        return first.days < 0
                   ? next(fmt::format("mentor log {}", first.slug))
                   : next(fmt::format("mentor prep {}", first.slug), ", before you meet");
    default:
        return next(first.command.empty() ? fmt::format("mentor show {}", first.slug)
                                          : first.command);
    }
}

Exit run_home(Session& session, const HomeOptions&) {
    if (session.knows_journal && !session.journal.exists()) {
        session.host.write_output("No journal yet. Begin with: mentor init\n"
                                  "Then add the first person with: mentor add\n");
        return Exit::done;
    }
    constexpr std::size_t most_rows = 10;
    const Date until = add(session.today(), session.config.within);
    const auto reminders = gather(session, {}, until);
    Report report = due_report(reminders, session.today(), until, most_rows);
    report.page.push_back(Blank{});
    report.page.push_back(Paragraph{next_step(reminders, session.journal.slugs().size())});
    session.show(report, Output{});
    return Exit::done;
}

// --- remind

struct RemindOptions {
    bool notify = false;
};

void declare_remind(Declaration& declaration, RemindOptions& options) {
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

Exit run_remind(Session& session, const RemindOptions& options) {
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
    &invocation_of<RemindOptions, declare_remind, run_remind>,
};

const Command due_command{
    "due",
    Chapter::daily,
    "Who needs a check-in, what was promised, which dates come up",
    "Late comes first, then today, this week and later. Each row says why it is there.",
    &invocation_of<Options, declare, run>,
};

const Command home_command{
    "",
    Chapter::daily,
    "What is due, and the one next step",
    "",
    &invocation_of<HomeOptions, declare_home, run_home>,
};

} // namespace mentor
