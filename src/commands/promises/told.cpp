// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "edits/settling.hpp"

namespace mentor {
namespace {

bool is_untold(const Commitment& commitment) {
    return !commitment.open() && !commitment.told;
}

Exit run(Session& session, const Settling& options) {
    return settle(session, options, "told", is_untold, "You told {name} on {on}: {what}.");
}

} // namespace

const Command told_command{
    "told",
    Chapter::promises,
    "Note that you reported back on a promise",
    "",
    &invocation_of<Settling, declare_settling, run>,
};

} // namespace mentor
