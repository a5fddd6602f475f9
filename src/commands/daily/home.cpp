// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "report/pages/due_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {};

void declare(Declaration&, Options&) {}

// The one thing to do next, after the rows.
Text next_step(const std::vector<Reminder>& reminders, std::size_t people) {
    const auto next = [](const std::string& command, const std::string& after) {
        return Text{{"Next: ", Style::quiet}, {command, Style::command}, {after, Style::quiet}};
    };
    if (people == 0) return next("mentor add", ", for the first of them");
    if (reminders.empty())
        return {{"After you meet someone: ", Style::quiet}, {"mentor log", Style::command}};
    const Reminder& first = reminders.front();
    Text steps = next(first.command, first.when.empty() ? "" : ", " + first.when);
    if (!first.then.empty())
        steps.insert(steps.end(), {{", then ", Style::quiet}, {first.then, Style::command}});
    return steps;
}

Exit run(View& view, const Options&) {
    if (view.lacks_journal()) {
        view.print("No journal yet. Begin with: mentor init\n"
                   "Then add the first person with: mentor add\n");
        return Exit::done;
    }
    constexpr std::size_t most_rows = 10;
    const Date until = add(view.today(), view.config.within);
    const auto reminders = gather(view, {}, until);
    Report report = due_report(reminders, view.today(), until, most_rows);
    report.page.push_back(Blank{});
    report.page.push_back(Paragraph{next_step(reminders, view.slugs().size())});
    view.show(report);
    return Exit::done;
}

} // namespace

const Command home_command{
    "",
    Chapter::daily,
    "What is due, and the one next step",
    "",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor
