// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/promises/advice_fate.hpp"
#include "edits/promises/settling.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

namespace mentor::commands::told {
namespace {

// Of theirs it is they who have news.
bool is_untold(const Commitment& commitment) {
    return commitment.owner == Side::me && !commitment.open() && !commitment.told;
}

bool is_advice_untold(const Advice& advice) {
    return !advice.open() && !advice.told;
}

// Those that can still be told of.
std::vector<Item> named(const std::string& ref, const std::vector<Item>& items) {
    std::vector<Item> all = match_ref(ref, items);
    std::erase_if(all, [](const Item& item) { return !item.open; });
    return all;
}

// Advice that nobody tried has no news yet; what was told was told.
void refuse_other_advice(const Relationship& person, const std::string& ref) {
    const auto all = items_of<Advice>(person.advice, [](const Advice&) { return true; });
    const auto found = match_ref(ref, all);
    if (found.size() != 1) return;
    const Advice& advice = person.advice[found.front().position];
    const std::string what = first_line(advice.what);
    if (advice.told)
        throw Error(Exit::unknown, fmt::format("'{}' was told on {}", what, to_words(*advice.told)),
                    "nothing was changed");
    throw Error(
        Exit::unknown, fmt::format("'{}' waits to be tried", what),
        to_type("once it was: mentor advice {} {} --worked TEXT", person, ref_to_type(advice.id)));
}

// What became of their advice is told in the same way, where no promise is called so.
std::optional<Exit> tell_of_advice(Session& session, const Settling& options) {
    if (trim(options.ref).empty()) return std::nullopt;
    const Date on = session.happened(options.on);
    const Seen seen(session, options.who);
    const auto promises = items_of(seen->commitments, is_untold);
    const auto pieces = items_of(seen->advice, is_advice_untold);
    const auto of_advice = named(options.ref, pieces);
    const auto of_promises = named(options.ref, promises);
    if (of_advice.empty()) {
        const bool is_promise = !match_ref(options.ref, promises).empty();
        if (!is_promise) refuse_other_advice(*seen, options.ref);
        return std::nullopt;
    }
    if (!of_promises.empty())
        throw Error(Exit::unknown,
                    fmt::format("'{}' may be the promise '{}' or the advice '{}'", options.ref,
                                of_promises.front().words, of_advice.front().words),
                    "use the id, or more of its words");
    const auto advice = choose<Advice>(session, seen, options.ref, {is_advice_untold, {}});
    const auto changes = note_fate(session, advice, {.told = on});
    session.saved(changes, {sentence("You told {} on {} what became of: {}", called(*seen),
                                     to_words(on), first_line(advice->what))});
    return Exit::done;
}

void declare(Declaration& declaration, Settling& options) {
    declare_settling(declaration, options, "the promise or the advice: its id, or words of it",
                     offer<Commitment, is_untold>);
}

Exit run(Session& session, const Settling& options) {
    if (const auto exit = tell_of_advice(session, options)) return *exit;
    return settle(session, options, "told", is_untold, "You told {name} on {on}: {what}.");
}

} // namespace

const Command command{
    "told",
    Chapter::promises,
    "Note that you reported back on a promise, or on advice",
    "",
    &invocation_of<Settling, declare, run>,
};

} // namespace mentor::commands::told
