// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/goals/ending.hpp"

namespace mentor::commands::goal_drop {
namespace {

void declare(Declaration& declaration, GoalEnding& options) {
    declare_goal_ending(declaration, options);
    declaration.argument(options.words, "WHY", "why");
}

Exit run(Session& session, const GoalEnding& options) {
    const Date on = session.happened(options.on);
    GoalEnd end = end_of(session, options);
    const Seen seen(session, options.who);
    const Chosen<Goal> goal = goal_for(session, options, seen, "goal drop");
    const About about(session, goal.identity());
    if (wants_asking(session, options))
        end.outcome =
            ask_outcome(session, *goal, "Why?", "a word for when you look back: what changed");
    return end_goal(session, goal, end, "dropped", on, "Given up");
}

} // namespace

const Command command{
    "goal drop",
    Chapter::promises,
    "Give a goal up, and say why",
    "Without WHY it asks on a terminal.",
    &invocation_of<GoalEnding, declare, run>,
};

} // namespace mentor::commands::goal_drop
