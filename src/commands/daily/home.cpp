// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/daily/gathering.hpp"
#include "report/blocks.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/daily/due_report.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor::commands::home {
namespace {

struct Options {};

void declare(Declaration&, Options&) {}

// The one thing to do next, after the rows.
Text next_step(const View& view, const std::vector<Reminder>& reminders, bool has_people) {
    const auto next = [](const std::string& command, const std::string& after) {
        return Text{{"Next: ", Style::quiet}, {command, Style::command}, {after, Style::quiet}};
    };
    if (!has_people) return next("mentor add", ", for the first of them");
    const Reminder* first = find_next_step(reminders);
    if (!first) return {{"After you meet someone: ", Style::quiet}, {"mentor log", Style::command}};
    // Once the hour has come, there is nothing to prepare any more.
    const auto now = view.now();
    const bool has_begun = first->days == 0 && first->time &&
                           first->kind == ReminderKind::meeting && now && now->time &&
                           *first->time <= *now->time;
    if (has_begun) return next(first->then, ", after you met");
    Text steps = next(first->command, first->when.empty() ? "" : ", " + first->when);
    if (!first->otherwise.empty())
        steps.insert(steps.end(),
                     {{", or else ", Style::quiet}, {first->otherwise, Style::command}});
    else if (!first->then.empty())
        steps.insert(steps.end(), {{", then ", Style::quiet}, {first->then, Style::command}});
    return steps;
}

// The first journal: who you are, what you want, and the first person. Each step is a command that
// can be given alone.
Exit begin(View& view) {
    view.say(Page{sentence("Welcome. There is no journal yet; let's begin one."),
                  sentence("Enter skips a question, ? explains it, Ctrl-C leaves.", Style::quiet)});
    const auto name = ask_text(view, {"What is your name?", "", "drafts are signed with it", {}});
    const auto goal = ask_text(view, {"What do you want to learn?",
                                      "",
                                      "in a sentence: it goes with you into every meeting",
                                      {}});
    if (const Exit exit = view.run({"init"}); exit != Exit::done) return exit;
    if (name) view.run({"config", "--", "me.name", *name});
    if (goal) view.run({"config", "--", "me.goal", *goal});
    view.settle();
    // It isn't asked again of the first person.
    return view.run({"add", "--learn", goal.value_or("")});
}

Exit run(View& view, const Options&) {
    if (view.lacks_journal() && view.interactive()) return begin(view);
    if (view.lacks_journal()) {
        view.print(to_terminal({suggestion("No journal yet. Begin with:", "mentor init"),
                                suggestion("Then add the first person with:", "mentor add")},
                               view.look_of_output()));
        return Exit::done;
    }
    constexpr std::size_t most_rows = 10;
    const Date until = mentor::add(view.today(), view.config.within);
    const auto reminders = gather(view, {}, until);
    const bool has_people = !reminders.empty() || !view.slugs().empty();
    Report report =
        due_report(reminders, view.today(), until,
                   {.most = most_rows, .has_people = has_people, .needs = view.needs()});
    report.page.push_back(Blank{});
    report.page.push_back(Paragraph{next_step(view, reminders, has_people)});
    const Reminder* next = find_next_step(reminders);
    if (next) add_hours(report.page, {view.hours_words(next->called, next->hours, next->timezone)});
    view.show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "",
    Chapter::daily,
    "What is due, and the one next step",
    "",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor::commands::home
