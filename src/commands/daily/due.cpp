// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "core/rules/due/urgency.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/daily/due_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <string_view>

namespace mentor::commands::due {
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
    if (!within) return mentor::add(view.today(), view.config.within);
    return view.future(*within);
}

// Only the filter hides what is due.
std::string nothing_fits(const View& view, const Options& options, Date until) {
    if (options.overdue) return "Nothing is late.";
    if (until == view.today()) return "Nothing that fits is due today.";
    return fmt::format("Nothing that fits is due until {}.", to_words(until));
}

// The lines of those that are wanted, made where a file is read, several at once.
struct Found {
    std::vector<DueLine> lines; // most urgent first
    bool is_filtered = false;   // something else is due as well
};

Found find(View& view, const Options& options, Date until, const DuePage& look) {
    view.require_journal();
    const auto slugs = options.who.empty() ? view.slugs() : view.slugs_for(options.who);
    std::vector<std::vector<DueLine>> of_each(slugs.size());
    std::atomic<bool> is_filtered = false;
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& person) {
        const auto reminders = reminders_of(person, view.config, view.calendar, until);
        of_each[position].reserve(reminders.size());
        for (const Reminder& reminder : reminders) {
            if (is_wanted(reminder, options))
                of_each[position].push_back(due_line(reminder, look));
            else
                is_filtered = true;
        }
    });
    return {by_urgency(std::move(of_each)), is_filtered};
}

// Once for each person to whom something is to be written now.
std::vector<std::string> hours_of(const View& view, const std::vector<DueLine>& lines) {
    std::set<std::string_view> told;
    std::vector<std::string> hours;
    for (const DueLine& line : lines) {
        if (!asks_now(line.group)) continue;
        std::string words = view.hours_words(line.called, line.hours, line.timezone);
        if (!words.empty() && told.insert(line.slug).second) hours.push_back(std::move(words));
    }
    return hours;
}

Exit run(View& view, const Options& options) {
    require_words(options.kinds, reminder_kind_names(), "--kind");
    require_words(options.roles, role_names(), "--role");
    require_words(options.stages, stage_names(), "--stage");
    const Date until = end_of(view, options.within);
    DuePage look{.is_verbose = options.verbose, .needs = view.needs()};
    Found found = find(view, options, until, look);
    const bool is_nothing = found.lines.empty();
    const bool now = std::ranges::any_of(found.lines, asks_now, &DueLine::group);
    const auto hours = hours_of(view, found.lines);
    look.has_people = !is_nothing || !view.slugs().empty();
    Report report = due_report(std::move(found.lines), view.today(), until, look);
    add_hours(report.page, hours);
    if (is_nothing && found.is_filtered)
        report.page = {sentence(nothing_fits(view, options, until))};
    view.show(report);
    return options.exit_code && now ? Exit::no : Exit::done;
}

} // namespace

const Command command{
    "due",
    Chapter::daily,
    "Who needs a check-in, what was promised, which dates come up",
    "Late comes first, then today, this week and later; what is of one person stands together. "
    "--verbose says why each row is there, and what to type.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::due
