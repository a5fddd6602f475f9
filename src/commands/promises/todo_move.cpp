// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/offers.hpp"
#include "edits/promises/new_promises.hpp"
#include "edits/promises/settling.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor::commands::todo_move {
namespace {

struct Options {
    std::string who, ref;
    std::vector<std::string> when;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the promise: its id, or words of it")
        .offers(offer<Commitment>);
    declaration.argument(options.when, "WHEN", "its new day, such as fri, 2w or 12 dec");
}

// The day that is given, before anything else is looked at.
std::optional<Date> find_new_day(const Session& session, const Options& options) {
    if (!options.when.empty()) return session.future(join(options.when, " "));
    if (session.interactive()) return std::nullopt;
    throw Error(Exit::usage, "`mentor todo move` needs the new day",
                to_type("write: mentor todo move {} {} fri", options.who, options.ref));
}

Date ask_new_day(Session& session, const Commitment& promise) {
    const std::string question =
        promise.due ? fmt::format("Which day instead of {}?", to_words(*promise.due))
                    : "By which day?";
    return ask_needed(session, {question, "", "such as fri, 2w or 12 dec", {}}, "It needs a day.",
                      [&](const std::string& text) { return session.future(text); });
}

Page reply_to_move(const Relationship& relationship, Commitment commitment, Date due) {
    const bool later = commitment.due && due > *commitment.due;
    if (commitment.due) commitment.moved.push_back(*commitment.due);
    commitment.due = due;
    const int times_moved = times_postponed(commitment);
    Page page{
        sentence("{} to {}{}: {}.", commitment.moved.empty() ? "Set" : "Moved", to_words(due),
                 !later || times_moved < 2 ? "" : fmt::format(", {} by now", times(times_moved)),
                 commitment.what)};
    if (later && is_too_big(commitment)) {
        const std::string command =
            to_type("mentor drop {} {}", relationship, ref_to_type(commitment.id));
        page.push_back(
            suggestion(commitment.owner == Side::me
                           ? "Perhaps it is too big. Make it smaller, or let it go:"
                           : fmt::format("Perhaps a smaller step would help {}; or let it go:",
                                         called(relationship)),
                       command));
    }
    return page;
}

Exit run(Session& session, const Options& options) {
    const auto given = find_new_day(session, options);
    const Seen seen(session, options.who);
    const auto promise = choose<Commitment>(
        session, seen, options.ref,
        {is_open<Commitment>,
         [&](const Commitment& settled) { refuse_settled(*seen, settled, "due"); }, "open",
         options.when});
    const Date due = given ? *given : ask_new_day(session, *promise);
    if (promise->due == due) {
        throw Error(Exit::usage,
                    fmt::format("'{}' is due on {} already", promise->what, to_words(due)),
                    "give another day");
    }
    const auto changes = change(session, promise, [&](const Record& record, std::size_t at) {
        return with_new_day(record.document, record.relationship.commitments[at], at, due);
    });
    session.saved(changes, reply_to_move(*seen, *promise, due));
    return Exit::done;
}

} // namespace

const Command command{
    "todo move",
    Chapter::promises,
    "Give a promise another day",
    "The day that it had is kept. What moved twice is named, since it may be too big.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::todo_move
