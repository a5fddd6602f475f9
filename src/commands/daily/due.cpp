// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/daily/due_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    std::optional<std::string> within;
    std::vector<std::string> kinds, roles, stages, tags;
    bool overdue = false;
    bool verbose = false;
    bool exit_code = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.option(options.within, "--within", "LENGTH",
                       "how far to look ahead, such as 2w or eom");
    declaration
        .option(options.kinds, "--kind", "KIND", "only these: " + join(reminder_kind_names(), ", "))
        .offers([](View&, const std::string&) { return candidates_of(reminder_kind_names()); });
    declaration.option(options.roles, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.stages, "--stage", "STAGE", "only people in this stage");
    declaration.option(options.tags, "--tag", "TAG", "only people with this tag");
    declaration.flag(options.overdue, "--overdue", "only what is late");
    declaration.flag(options.verbose, "-v,--verbose", "why each is there, and what to type");
    declaration.flag(options.exit_code, "--exit-code",
                     "exit with 1 when something is late or due today");
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

Date end_of(const View& view, const std::optional<std::string>& within) {
    if (!within) return add(view.today(), view.config.within);
    return view.future(*within);
}

// Only the filter hides what is due.
std::string nothing_fits(const View& view, const Options& options, Date until) {
    if (options.overdue) return "Nothing is late.";
    if (until == view.today()) return "Nothing that fits is due today.";
    return fmt::format("Nothing that fits is due until {}.", to_words(until));
}

Exit run(View& view, const Options& options) {
    require_words(options.kinds, reminder_kind_names(), "--kind");
    require_words(options.roles, role_names(), "--role");
    require_words(options.stages, stage_names(), "--stage");
    const Date until = end_of(view, options.within);
    auto reminders = gather(view, options.who, until);
    const auto left_out = std::erase_if(
        reminders, [&](const auto& reminder) { return !is_wanted(reminder, options); });
    const bool has_people = left_out > 0 || !reminders.empty() || !view.slugs().empty();
    Report report = due_report(
        reminders, view.today(), until,
        {.is_verbose = options.verbose, .has_people = has_people, .needs = view.needs()});
    const auto later = std::ranges::find_if_not(reminders, asks_now);
    add_hours(report.page, view, {reminders.begin(), later});
    if (reminders.empty() && left_out > 0)
        report.page = {sentence(nothing_fits(view, options, until))};
    view.show(report);
    return options.exit_code && std::ranges::any_of(reminders, asks_now) ? Exit::no : Exit::done;
}

} // namespace

const Command due_command{
    "due",
    Chapter::daily,
    "Who needs a check-in, what was promised, which dates come up",
    "Late comes first, then today, this week and later; what is of one person stands together. "
    "--verbose says why each row is there, and what to type.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
