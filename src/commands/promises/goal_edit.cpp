// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/goals/given.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/offers.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::goal_edit {
namespace {

struct Options {
    std::string who, ref;
    Given given;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it")
        .offers(offer<Goal>);
    declare_key(declaration, goal_key("title"), options.given);
    declare_goal_keys(declaration, options.given);
}

// All that can be asked, with what makes it a good goal first.
std::vector<std::string_view> questions() {
    std::vector<std::string_view> keys{"title"};
    keys.insert(keys.end(), smart_keys.begin(), smart_keys.end());
    for (const Key& key : goal_keys())
        if (!key.question.words.empty() && std::ranges::find(keys, key.name) == keys.end())
            keys.push_back(key.name);
    return keys;
}

Exit run(Session& session, const Options& options) {
    const Seen seen(session, options.who);
    const auto goal = choose<Goal>(session, seen, options.ref);
    const About about(session, goal.identity());
    Given given = options.given;
    if (!says_something(given)) {
        if (!session.interactive()) {
            throw Error(Exit::usage, "`mentor goal edit` needs what to change",
                        to_type("write: mentor goal edit {} {} --due 6mo", *seen, options.ref));
        }
        say_how_to_answer(session);
        ask_for_goal(session, given, questions(), *goal, seen);
    }
    const auto meant = goal_changes(session, given, *goal, seen);
    if (meant.empty()) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const auto changes = change(session, goal, [&](const Record& record, std::size_t at) {
        return with_changes(record.document, {"goal", at}, meant);
    });
    Grid grid = plain_grid();
    add_changes(grid, meant);
    session.saved(changes, {sentence("{}:", first_line(goal->title)), grid});
    return Exit::done;
}

} // namespace

const Command command{
    "goal edit",
    Chapter::promises,
    "Change what a goal says",
    "Without options it asks on a terminal, with what stands there in brackets. An empty text "
    "takes a key away, and so does a lone - at a question.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::goal_edit
