// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "edits/goals/ending.hpp"
#include "edits/refs.hpp"
#include "session/prompts.hpp"

namespace mentor {
namespace {

void declare(Declaration& declaration, GoalEnding& options) {
    declare_goal_ending(declaration, options);
    declaration.argument(options.words, "OUTCOME", "what came of it");
    declaration.option(options.next, "--next", "TITLE",
                       "a new goal that builds on it; may end with a day: by 1 jun");
}

Exit run(Session& session, const GoalEnding& options) {
    const Date on = session.happened(options.on);
    GoalEnd end = end_of(session, options);
    const Seen seen(session, options.who);
    const Chosen<Goal> goal = goal_for(session, options, seen, "goal done");
    if (!end.next.text.empty()) id_of(*goal, *seen);
    if (wants_asking(session, options)) {
        end.outcome = ask_outcome(session, *goal, "What came of it?",
                                  "the result, in a sentence: what you will remember it by");
        if (has_own_id(*goal, *seen)) {
            const Prompt prompt{"What does it make possible next?",
                                "",
                                "a new goal that builds on this one, such as: Speak at a "
                                "conference by 1 jun",
                                {}};
            end.next = ask_for(session, prompt, [&](const std::string& text) {
                           return parse_with_due(text, session.calendar);
                       }).value_or(WithDue{});
        }
    }
    return end_goal(session, goal, end, "done", on, "Reached");
}

} // namespace

const Command goal_done_command{
    "goal done",
    Chapter::promises,
    "Note that a goal was reached, what came of it, and what comes next",
    "Without OUTCOME and --next it asks on a terminal.",
    &invocation_of<GoalEnding, declare, run>,
};

} // namespace mentor
