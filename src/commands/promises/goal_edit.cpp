// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/chosen.hpp"
#include "edits/goal_answers.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::string who, ref;
    GoalAnswers answers;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declare_title(declaration, options.answers);
    declare_goal_answers(declaration, options.answers);
}

Exit run(Session& session, const Options& options) {
    const Seen seen(session, options.who);
    const auto goal = choose<Goal>(session, seen, options.ref);
    GoalAnswers answers = options.answers;
    if (!says_something(answers)) {
        if (!session.interactive()) {
            throw Error(
                Exit::usage, "`mentor goal edit` needs what to change",
                fmt::format("write: mentor goal edit {} {} --due 6mo", seen->slug, options.ref));
        }
        say_how_to_answer(session);
        ask_goal_answers(session, answers,
                         {"title", "measure", "options", "why", "due", "reality", "way", "follows"},
                         *goal, *seen);
    }
    const auto goal_changes = changes_of(session, answers, *goal, *seen);
    if (goal_changes.empty()) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const auto changes = change(session, goal, [&](const Record& record, std::size_t at) {
        return with_goal_changes(record.document, at, goal_changes);
    });
    Grid grid = plain_grid();
    add_changes(grid, goal_changes);
    session.saved(changes, {sentence("{}:", first_line(goal->title)), grid});
    return Exit::done;
}

} // namespace

const Command goal_edit_command{
    "goal edit",
    Chapter::promises,
    "Change what a goal says",
    "Without options it asks on a terminal, with what stands there in brackets. An empty text "
    "takes a key away, and so does a lone - at a question.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
