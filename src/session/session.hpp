// SPDX-License-Identifier: MIT
//
// What a command receives: the machine, the configuration, the journal, today, and the global
// options; and the few things that every command does the same way: find who is meant, show a
// report, say what was saved.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/config.hpp"
#include "core/model/who.hpp"
#include "journal/config_file.hpp"
#include "journal/journal.hpp"
#include "journal/undo_log.hpp"
#include "report/faces/look.hpp"
#include "report/report.hpp"
#include "session/command.hpp"

#include "mentor/error.hpp"
#include "mentor/host.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The options that every command takes.
struct Globals {
    std::optional<std::string> today;
    std::optional<std::string> color;
    bool no_pager = false;
    bool no_input = false;
    bool dry_run = false;
    bool yes = false;
    bool help = false;
    bool version = false;
};
void declare_globals(Declaration& declaration, Globals& globals);

// The options that every reading command takes.
struct Output {
    bool json = false;
    bool jsonl = false;
    std::optional<std::string> format;
    bool count = false;
    bool null = false;
    bool is_private = false;
};
void declare_output(Declaration& declaration, Output& output);

// What the output may say of someone: Markdown is a face to pass on, so it has nothing of what is
// private, unless --private asks for it.
Relationship for_output(Relationship relationship, const Output& output);
std::vector<Relationship> for_output(std::vector<Relationship> people, const Output& output);

struct Session {
    // Reads the configuration and the environment. Throws Error(usage) for a date or colour that
    // can't be understood. Of a broken configuration what can be read holds, and its fault is to be
    // told; where it may have named the journal, `require_journal` throws. `command` is the name of
    // what is to be done.
    Session(Host& host, const Globals& globals, std::string command);
    Session(const Session&) = delete; // the journal writes through this session's log
    Session& operator=(const Session&) = delete;

    Host& host;
    Globals globals;
    UndoLog undo_log;
    ConfigFile config_file;
    std::optional<Diagnostic> config_fault; // the first; makes the exit code 3
    // MENTOR_DIR or the configuration says where the journal is, or nothing was said of it.
    bool knows_journal = true;
    Config config;
    Journal journal;
    std::string journal_from; // what named the folder: "MENTOR_DIR", "config.toml" or "default"
    Calendar calendar;

    Date today() const { return calendar.today; }
    // A person is there to answer: both standard streams are terminals and --no-input wasn't given.
    bool interactive() const;
    Look look_of_output() const;
    Look look_of_error() const;

    // --- reading
    // Once it was written: a fault that was told and is gone counts no more. The journal stays the
    // one that it was.
    void read_config_again();
    // Throws Error(usage) that says how to begin where there is no journal.
    void require_journal() const;
    // Loads `slugs` (all where empty) and tells of each broken file on standard error.
    std::vector<Relationship> load(const std::vector<std::string>& slugs = {});
    // The same one by one, without keeping them; see Journal::visit.
    void visit(const std::vector<std::string>& slugs, const Journal::Visit& visit);
    // The slug that `who` names; on a terminal a person chooses among several. Error(unknown)
    // otherwise.
    std::string slug_for(std::string_view who);
    std::vector<std::string> slugs_for(const std::vector<std::string>& who);
    Date past(std::string_view text) const;   // dates that look back: --on, --since
    Date future(std::string_view text) const; // dates that look ahead: --due, plan
    // The day on which something happened: today where nothing was said. Error(usage) for a day
    // ahead.
    Date happened(const std::optional<std::string>& text) const;

    // --- speaking
    // Shows the report on standard output, in the face that `output` asks for, through the pager
    // where it is long and a person reads it.
    void show(const Report& report, const Output& output);
    // Says on standard error what was saved, and where it can't be taken back, why; under --dry-run
    // shows the diff on standard output instead.
    void saved(const std::vector<Change>& changes, const Page& message);
    void tell(const Diagnostic& diagnostic);
    // Of files that can't be read: the exit code will say so too.
    void tell_broken(const std::vector<Diagnostic>& faults);
    // A page on standard error: what a person should know besides the data.
    void say(const Page& message);
    void say(std::string_view line);
    // Yes or no; --yes answers yes. Error(usage) naming --yes where nobody can be asked.
    bool confirm(const std::string& question);

    bool met_broken_file = false; // turns exit code 0 into 3 at the end
};

// Throws Error(usage) naming `option` for a word that isn't one of `known`.
void require_word(std::string_view word, const std::vector<std::string>& known,
                  std::string_view option);
void require_words(const std::vector<std::string>& words, const std::vector<std::string>& known,
                   std::string_view option);

// Whether an option that may be repeated lets the word through; not given, it lets all through.
bool accepts(const std::vector<std::string>& wanted, std::string_view word);

} // namespace mentor
