// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/checking/check_fix.hpp"
#include "commands/journal/checking/inspection.hpp"
#include "report/pages/journal/check_report.hpp"

namespace mentor::commands::check {
namespace {

struct Options {
    std::vector<std::string> who;
    bool fix = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.fix, "--fix", "mend what has one right answer; shows it, and asks");
    declare_output(declaration, options.output);
}

// A configuration that hides the journal is something to check, and the first thing to mend.
CheckScope scope_of(Session& session, const Options& options) {
    if (!options.who.empty()) {
        if (session.config_fault) session.tell(*session.config_fault);
        session.require_journal();
        return {.slugs = session.slugs_for(options.who), .everything = false};
    }
    if (!session.knows_journal) {
        session.say("Where the journal is the configuration says, so that comes first.");
        return {};
    }
    session.require_journal();
    return {.slugs = session.journal.slugs()};
}

// What can't be shown is refused before anything is mended.
void require_output(const Session& session, const Output& output) {
    require_face(output);
    if (!output.is_page()) to_face(check_report({}, 0, session.today()), output, false);
}

Exit run(Session& session, const Options& options) {
    if (options.fix) require_output(session, options.output);
    CheckScope scope = scope_of(session, options);
    scope.is_passed_on = options.output.is_passed_on();
    // Whoever has the lock finishes what was interrupted.
    if (options.fix && session.knows_journal)
        session.undo_log.lock({session.journal.folder(), session.config_file.folder()});
    const auto ask = [&](const auto&... asked) { return ask_side(session, asked...); };
    const bool can_ask = options.fix && session.interactive();
    Inspection found = inspect(session, scope, can_ask ? ChooseText(ask) : nullptr);
    if (options.fix && mend(session, found)) found = inspect(session, scope);
    session.view(options.output)
        .show(check_report(found.problems, files_in(session, scope), session.today()));
    return found.problems.empty() ? Exit::done : Exit::broken;
}

} // namespace

const Command command{
    "check",
    Chapter::journal,
    "Read every file and name every fault, and what looks like a slip",
    "Also who else may read a file, two files of one name, days that lie ahead of the clock, and "
    "what interrupted writes left. Exits with 3 when something is wrong. --fix mends a key or a "
    "word that is one letter off, a value that only its quotes spoil, an id that is there twice, "
    "a uid that another file has too, permissions, and leftovers, and merges in what a file syncer "
    "left as a copy.",
    &invocation_of<Options, declare, run>,
    true,
};

} // namespace mentor::commands::check
