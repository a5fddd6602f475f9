// SPDX-License-Identifier: MIT

#include "session/session.hpp"

#include "core/text.hpp"
#include "report/faces/terminal/diff.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {

Session::Session(Setup& setup)
    : View(setup), host(setup.host), journal(setup.journal), undo_log(setup.undo_log),
      config_file(setup.config_file), config_fault(setup.config_fault),
      knows_journal(setup.knows_journal), journal_from(setup.place.from), is_step(setup.is_step),
      setup_(setup) {}

void Session::saved(const std::vector<Change>& changes, const Page& message) {
    if (!globals.dry_run) {
        setup_.kept_answers.settle();
        say(message);
        if (undo_log.fault()) tell(*undo_log.fault());
        return;
    }
    for (const auto& change : changes) {
        const std::string text = diff(change.file.filename().string(), change.before, change.after);
        host.write_output(
            painted_diff(host.output_is_terminal() ? visible(text) : text, look_of_output().codes));
    }
    say(changes.empty() ? "Nothing would change." : "Nothing was written: this is a dry run.");
}

bool Session::confirm(const std::string& question, bool preset) {
    if (globals.yes || globals.dry_run) return true;
    if (!interactive()) {
        throw Error(Exit::usage, "this wants a yes, and nobody can be asked", "give it with --yes");
    }
    return ask_yes(*this, question, preset);
}

} // namespace mentor
