// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "report/pages/promises/goals_report.hpp"
#include "session/view.hpp"

namespace mentor::commands::goal_list {
namespace {

struct Options {
    std::vector<std::string> who;
    bool all = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also those reached or given up");
}

Exit run(View& view, const Options& options) {
    const auto people = view.load(view.slugs_for(options.who), [](Relationship& person) {
        person.commitments = std::vector<Commitment>();
        if (person.goals.empty()) person.log = std::vector<LogEntry>();
    });
    view.show(goals_report(people, options.all, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "goal list",
    Chapter::promises,
    "The goals, with their steps and when they were last discussed",
    "A goal that builds on another stands below it.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::goal_list
