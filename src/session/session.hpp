// SPDX-License-Identifier: MIT
//
// What a command receives that writes: a View, and the ways to change the journal and the
// configuration. What it reads to change it, it reads from the journal itself, with all that is
// private.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/config.hpp"
#include "core/model/who.hpp"
#include "journal/config_file.hpp"
#include "journal/journal.hpp"
#include "journal/undo_log.hpp"
#include "machine/host.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"
#include "session/command.hpp"
#include "session/view.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

class Session : public View {
public:
    explicit Session(Setup& setup);

    Host& host;
    Journal& journal;
    UndoLog& undo_log;
    ConfigFile& config_file;
    const std::optional<Diagnostic>& config_fault;
    const bool& knows_journal;
    const std::string& journal_from;
    const bool& is_step;

    // What a command shows that also writes, in the face that its options ask for.
    View view(Output output) { return View(setup_, std::move(output)); }

    // Says on standard error what was saved, and where it can't be taken back, why; under --dry-run
    // shows the diff on standard output instead.
    void saved(const std::vector<Change>& changes, const Page& message);
    // Yes or no; --yes answers yes. Error(usage) naming --yes where nobody can be asked.
    bool confirm(const std::string& question, bool preset = false);
    // See Setup::read_config_again.
    void read_config_again() { setup_.read_config_again(); }

private:
    Setup& setup_;
};

} // namespace mentor
