// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/items/refs.hpp"
#include "edits/promises/settling.hpp"

namespace mentor::commands::done {
namespace {

void declare(Declaration& declaration, Settling& options) {
    declare_settling(declaration, options);
    declaration.argument(options.words, "OUTCOME", "how it went: what you will report back");
    declare_settling_again(declaration, options);
}

Exit run(Session& session, const Settling& options) {
    return settle(session, options, "done", is_open<Commitment>, "Done on {on}: {what}.");
}

} // namespace

const Command command{
    "done",
    Chapter::promises,
    "Note that a promise was kept, and how it went",
    "One of yours comes back in `mentor due` until you told them how it went: mentor told.",
    &invocation_of<Settling, declare, run>,
};

} // namespace mentor::commands::done
