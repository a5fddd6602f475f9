// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/items/refs.hpp"
#include "edits/promises/settling.hpp"

namespace mentor::commands::drop {
namespace {

void declare(Declaration& declaration, Settling& options) {
    declare_settling(declaration, options);
    declaration.argument(options.words, "WHY", "why");
    declare_settling_again(declaration, options);
}

Exit run(Session& session, const Settling& options) {
    return settle(session, options, "dropped", is_open<Commitment>, "Let go on {on}: {what}.");
}

} // namespace

const Command command{
    "drop",
    Chapter::promises,
    "Let a promise go, and say why",
    "",
    &invocation_of<Settling, declare, run>,
};

} // namespace mentor::commands::drop
