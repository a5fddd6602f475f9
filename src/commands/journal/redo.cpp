// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/undoing.hpp"

#include <fmt/format.h>

namespace mentor::commands::redo {
namespace {

struct Options {
    bool force = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.flag(options.force, "--force", "even where a file was changed since");
}

Exit run(Session& session, const Options& options) {
    const UndoScope scope = scope_of(session);
    const auto locks = lock(session, scope);
    const UndoPlan plan = plan_redo(session.host, history_of(session, scope));
    if (plan.changes.empty()) {
        throw Error(Exit::unknown, "there is nothing to bring back",
                    "redo brings back what undo took back");
    }
    refuse_foreign(plan, options.force, "brought back", "redo");
    session.undo_log.redo(plan);
    tell_result(session, plan, fmt::format("Brought back {}.", said(plan.steps.back())),
                "is as it was afterwards", "To take it back: mentor undo");
    return Exit::done;
}

} // namespace

const Command command{
    "redo",
    Chapter::journal,
    "Bring back what undo took back last",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::redo
