// SPDX-License-Identifier: MIT
//
// What one run of the program finds around it: the machine, the global options, the configuration,
// the journal, today. No command sees it: it gets a View of it, or a Session.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/config.hpp"
#include "journal/config_file.hpp"
#include "journal/journal.hpp"
#include "journal/kept_answers.hpp"
#include "journal/undo_log.hpp"
#include "machine/host.hpp"
#include "session/command.hpp"

#include "mentor/error.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The options that every command takes.
struct Globals {
    std::optional<std::string> journal; // its folder; no option of the program
    std::optional<std::string> today;
    std::optional<std::string> color;
    bool no_pager = false;
    bool no_input = false;
    bool dry_run = false;
    bool yes = false;
    bool help = false;
    bool version = false;
    bool resume = false;
};
void declare_globals(Declaration& declaration, Globals& globals);

// Where the journal lies.
struct JournalPlace {
    Folder folder;
    std::string from; // what named it: "MENTOR_DIR", "config.toml" or "default"
};

struct Setup {
    // Reads the configuration and the environment. Throws Error(usage) for a date or colour that
    // can't be understood. Of a broken configuration what can be read holds, and its fault is to be
    // told; where it may have named the journal, `View::require_journal` throws. `command` is the
    // name of what is to be done; `tell` hears what became of a change that was interrupted.
    Setup(Host& host, const Globals& globals, std::string command, UndoLog::Tell tell = nullptr);
    Setup(const Setup&) = delete; // the journal writes through this one's log
    Setup& operator=(const Setup&) = delete;

    // Once the configuration was written: a fault that is gone counts no more. The journal stays
    // the one that it was.
    void read_config_again();

    Host& host;
    const Globals globals;
    KeptAnswers kept_answers;
    UndoLog undo_log;
    ConfigFile config_file;
    std::optional<Diagnostic> config_fault; // the first
    // MENTOR_DIR or the configuration says where the journal is, or nothing was said of it.
    bool knows_journal = true;
    Config config;
    const JournalPlace place;
    Journal journal;
    const Calendar calendar;
    std::optional<std::vector<Handle>> handles; // once somebody was looked for by name
    // Does what a command line does, for a command that is a way through others.
    std::function<Exit(const std::vector<std::string>&)> perform;
    bool is_step = false;         // done by such a command, which knows what comes next
    bool met_broken_file = false; // of someone in the journal; the exit code is to say so
};

// Whether what is written may have colours, on a terminal or not.
bool wants_color(const Host& host, const Globals& globals, const Config& config, bool terminal);
// Whether a terminal says that it shows any colour, not only the 256.
bool has_exact_colors(const Host& host);
// Whether a terminal can show block characters: its locale is of UTF-8, and it isn't dumb.
bool has_blocks(const Host& host);

} // namespace mentor
