// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/goal_answers.hpp"
#include "edits/refs.hpp"
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
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const Item item = item_for(session, options.ref, items_of(seen.goals), "goal", seen.name);
    const Goal& goal = seen.goals[item.position];
    GoalAnswers answers = options.answers;
    if (!says_something(answers)) {
        if (!session.interactive()) {
            throw Error(Exit::usage, "`mentor goal edit` needs what to change",
                        fmt::format("write: mentor goal edit {} {} --due 6mo", slug, options.ref));
        }
        say_how_to_answer(session);
        ask_goal_answers(session, answers,
                         {"title", "measure", "options", "why", "due", "reality", "way", "follows"},
                         goal, seen);
    }
    const auto goal_changes = changes_of(session, answers, goal, seen);
    if (goal_changes.empty()) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.goals));
        return with_goal_changes(record.document, at, goal_changes);
    });
    Grid grid = plain_grid();
    add_changes(grid, goal_changes);
    session.saved(changes, {sentence("{}:", first_line(item.words)), grid});
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
