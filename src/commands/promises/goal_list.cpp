// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "report/pages/goals_report.hpp"
#include "session/session.hpp"

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    bool all = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.all, "--all", "also those reached or given up");
    declare_output(declaration, options.output);
}

Exit run(Session& session, const Options& options) {
    const auto people = for_output(session.load(session.slugs_for(options.who)), options.output);
    session.show(goals_report(people, options.all, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command goal_list_command{
    "goal list",
    Chapter::promises,
    "The goals, with their steps and when they were last discussed",
    "A goal that builds on another stands below it.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
