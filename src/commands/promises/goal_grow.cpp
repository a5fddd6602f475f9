// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/goals/grow.hpp"
#include "edits/items/offers.hpp"
#include "report/blocks.hpp"
#include "session/session.hpp"

#include <algorithm>
#include <iterator>

namespace mentor::commands::goal_grow {
namespace {

struct Options {
    std::string who, ref;
    std::optional<std::string> title, reality, options;
    std::vector<std::string> way, todo, they;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it")
        .offers(offer<Goal>);
    declaration.option(options.title, "--title", "TEXT", "the goal, put more sharply");
    declaration.option(options.reality, "--reality", "TEXT", "where things stand");
    declaration.option(options.options, "--options", "TEXT", "options and obstacles");
    declaration.option(options.way, "--way", "TEXT", "a line of the way forward; may be repeated");
    declaration.option(options.todo, "--todo", "TEXT",
                       "what you promise, such as 'Send the draft by fri'");
    declaration.option(options.they, "--they", "TEXT", "what they promise");
}

Grow talk_through(Session& session, const Options& options, const Seen& seen) {
    const Given given{{"title", options.title},
                      {"reality", options.reality},
                      {"options", options.options},
                      {"way", way_of(options.way, session.calendar)}};
    auto promises = parse_promises(options.todo, Side::me, session.calendar);
    std::ranges::move(parse_promises(options.they, Side::them, session.calendar),
                      std::back_inserter(promises));
    const bool asks = !says_something(given) && promises.empty();
    if (asks && !session.interactive()) {
        throw Error(Exit::usage, "`mentor goal grow` needs what was said",
                    "give --reality, --options, --way, --todo or --they");
    }
    Grow grow = grow_of(session, seen, choose<Goal>(session, seen, options.ref), given, asks);
    std::ranges::move(promises, std::back_inserter(grow.promises));
    return grow;
}

Document with_all(Session& session, const Record& record, const Grow& grow) {
    std::vector<std::string> taken = ids_of(record.relationship);
    Document document = with_promises(session.host, with_grow(record, record.document, grow),
                                      grow.promises, session.today(), "", taken);
    if (!grow.keeps_promises()) return document;
    return with_private_promises(std::move(document), record.relationship.commitments.size(),
                                 grow.promises.size());
}

Exit run(Session& session, const Options& options) {
    const Seen seen(session, options.who);
    const Grow grow = talk_through(session, options, seen);
    if (grow.changes.empty() && grow.promises.empty()) {
        session.say("Nothing was changed.");
        return Exit::done;
    }
    const auto changes = session.journal.update(
        seen->slug, [&](const Record& record) { return with_all(session, record, grow); });
    Grid grid = plain_grid();
    add_changes(grid, grow.changes);
    add_promises(grid, grow.promises, "they promised");
    session.saved(changes, {sentence("{}:", first_line(grow.goal->title)), grid});
    return Exit::done;
}

} // namespace

const Command command{
    "goal grow",
    Chapter::promises,
    "Talk a goal through: where it stands, what could be done, the way forward",
    "GROW: the goal, the reality, the options and obstacles, the way forward. Without options it "
    "asks on a terminal, and then whose promise each line of the way forward is. A talk in a "
    "meeting goes into its entry: see mentor help log.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::goal_grow
