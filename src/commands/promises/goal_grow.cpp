// SPDX-License-Identifier: MIT
//
// Goals that are there already: `goal edit`, `goal grow`.

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/grow.hpp"
#include "edits/refs.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

Exit say_unchanged(Session& session) {
    session.say("Nothing was changed.");
    return Exit::done;
}

// --- goal edit

struct EditOptions {
    std::string who, ref;
    GoalAnswers answers;
};

void declare_edit(Declaration& declaration, EditOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declare_title(declaration, options.answers);
    declare_goal_answers(declaration, options.answers);
}

Exit run_edit(Session& session, const EditOptions& options) {
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
    if (goal_changes.empty()) return say_unchanged(session);
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        const auto at = position_of(item, items_of(record.relationship.goals));
        return with_goal_changes(record.document, at, goal_changes);
    });
    Grid grid{.columns = {{}, {}}, .rows = {}, .indent = 2};
    add_changes(grid, goal_changes);
    session.saved(changes, {Paragraph{{{fmt::format("{}:", first_line(item.words))}}}, grid});
    return Exit::done;
}

// --- goal grow

struct GrowOptions {
    std::string who, ref;
    std::optional<std::string> title, reality, options;
    std::vector<std::string> way, todo, they;
};

void declare_grow(Declaration& declaration, GrowOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it");
    declaration.option(options.title, "--title", "TEXT", "the goal, put more sharply");
    declaration.option(options.reality, "--reality", "TEXT", "where things stand");
    declaration.option(options.options, "--options", "TEXT", "options and obstacles");
    declaration.option(options.way, "--way", "TEXT", "a line of the way forward; may be repeated");
    declaration.option(options.todo, "--todo", "TEXT",
                       "what you promise, such as 'Send the draft by fri'");
    declaration.option(options.they, "--they", "TEXT", "what they promise");
}

Grow talk_through(Session& session, const GrowOptions& options, const Relationship& relationship) {
    const GoalAnswers said{.title = options.title,
                           .reality = options.reality,
                           .options = options.options,
                           .way = way_of(options.way, session.calendar)};
    auto promises = parse_promises(options.todo, Side::me, session.calendar);
    std::ranges::move(parse_promises(options.they, Side::them, session.calendar),
                      std::back_inserter(promises));
    const bool asks = !says_something(said) && promises.empty();
    if (asks && !session.interactive()) {
        throw Error(Exit::usage, "`mentor goal grow` needs what was said",
                    "give --reality, --options, --way, --todo or --they");
    }
    Grow grow = grow_of(session, relationship, options.ref, said, asks);
    std::ranges::move(promises, std::back_inserter(grow.promises));
    return grow;
}

Document with_all(Session& session, const Record& record, const Grow& grow) {
    std::vector<std::string> taken = ids_of(record.relationship);
    return with_promises(session.host, with_grow(record, record.document, grow), grow.promises,
                         session.today(), "", taken);
}

Exit run_grow(Session& session, const GrowOptions& options) {
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    const Grow grow = talk_through(session, options, seen);
    if (grow.changes.empty() && grow.promises.empty()) return say_unchanged(session);
    const auto changes = session.journal.update(
        slug, [&](const Record& record) { return with_all(session, record, grow); });
    Grid grid{.columns = {{}, {}}, .rows = {}, .indent = 2};
    add_changes(grid, grow.changes);
    add_promises(grid, grow.promises, "they promised");
    session.saved(changes, {Paragraph{{{fmt::format("{}:", first_line(grow.goal.words))}}}, grid});
    return Exit::done;
}

} // namespace

const Command goal_edit_command{
    "goal edit",
    Chapter::promises,
    "Change what a goal says",
    "Without options it asks on a terminal, with what stands there in brackets. An empty text "
    "takes a key away, and so does a lone - at a question.",
    &invocation_of<EditOptions, declare_edit, run_edit>,
};

const Command goal_grow_command{
    "goal grow",
    Chapter::promises,
    "Talk a goal through: where it stands, what could be done, the way forward",
    "GROW: the goal, the reality, the options and obstacles, the way forward. Without options it "
    "asks on a terminal, and then whose promise each line of the way forward is. A talk in a "
    "meeting goes into its entry: see mentor help log.",
    &invocation_of<GrowOptions, declare_grow, run_grow>,
};

} // namespace mentor
