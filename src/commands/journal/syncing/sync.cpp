// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/syncing/sync_merge.hpp"
#include "commands/journal/syncing/sync_undone.hpp"
#include "commands/journal/syncing/sync_words.hpp"
#include "commands/journal/syncing/waiting_merge.hpp"
#include "core/path_words.hpp"
#include "core/text.hpp"
#include "journal/sync/repository.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::sync {
namespace {

struct Options {
    std::optional<std::string> setup;
    bool go_on = false;
    bool abort = false;
    bool mine = false;
    bool theirs = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.option(options.setup, "--setup", "URL",
                       "the repository elsewhere to keep the journal in step with");
    declaration.flag(options.go_on, "--continue", "finish a merge as the files stand now");
    declaration.flag(options.abort, "--abort",
                     "leave a merge: what it brought goes again, what was written here stays");
    declaration.flag(options.mine, "--mine", "where both changed one thing, keep this machine's");
    declaration.flag(options.theirs, "--theirs", "where both changed one thing, take the other's");
}

void require_one_way(const Options& options) {
    const int ways = options.go_on + options.abort + options.mine + options.theirs;
    if (ways > 1 || (options.setup && (options.go_on || options.abort)))
        throw Error(Exit::usage, "--continue, --abort, --mine and --theirs exclude each other",
                    "give one");
    if (options.setup && (trim(*options.setup).empty() || options.setup->starts_with('-')))
        throw Error(Exit::usage, fmt::format("'{}' is no place of a repository", *options.setup),
                    "such as: mentor sync --setup git@example.org:me/journal.git");
}

// What isn't TOML would be so on every machine, and no merge could mend it there.
void require_readable(const std::vector<Uncommitted>& files) {
    for (const Uncommitted& file : files) {
        if (!file.after) continue;
        try {
            Document::parse(*file.after, file.name);
        } catch (const Error& error) {
            Diagnostic diagnostic = error.diagnostic();
            diagnostic.advice = "nothing was committed; mend it, then: mentor sync";
            throw Error(Exit::broken, diagnostic);
        }
    }
}

std::vector<FileChange> changes_of(const std::vector<Uncommitted>& files) {
    std::vector<FileChange> changes;
    for (const Uncommitted& file : files)
        changes.push_back({file.name, file.before, file.after});
    return changes;
}

void tell(Session& session, std::string_view what, const std::vector<FileChange>& changes) {
    constexpr std::size_t most = 9;
    auto words = words_of(changes);
    const std::size_t more = words.size() > most ? words.size() - most : 0;
    words.resize(words.size() - more);
    for (const std::string& each : words)
        session.say(fmt::format("{} {}.", what, each));
    if (more > 0) session.say(fmt::format("{} {} more files.", what, more));
}

// Commits what changed here, if anything did.
void commit(Session& session, Repository& repository) {
    const auto files = repository.uncommitted();
    if (files.empty() && !repository.unfinished()) return;
    require_readable(files);
    const auto changes = changes_of(files);
    const std::string message =
        changes.empty() ? "Merge" : commit_message(changes, session.config.sync_message);
    if (repository.commit(message)) tell(session, "Committed", changes);
}

void tell_progress(Session& session, const std::string& line) {
    if (session.host.error_is_terminal()) session.say(line);
}

// Until nobody was faster.
Exit meet(Session& session, Repository& repository, Upstream upstream, Merging merging) {
    constexpr int most_rounds = 5;
    for (int round = 1; round <= most_rounds; ++round) {
        tell_progress(session, fmt::format("Fetching from {}…", upstream.remote));
        if (const auto theirs = repository.fetch(upstream)) {
            const MergeResult result = bring_in(session, repository, *theirs, merging);
            tell(session, "Came in:", result.came_in);
            if (!result.is_finished) return Exit::no;
        }
        tell_progress(session, fmt::format("Sending to {}…", upstream.remote));
        if (repository.push(upstream)) {
            session.say(fmt::format("In step with {}.", upstream.remote));
            return Exit::done;
        }
    }
    throw Error(Exit::system, "others were faster time and again",
                "what changed here is committed; try again: mentor sync");
}

Merging merging_of(const Options& options) {
    return options.mine ? Merging::mine : options.theirs ? Merging::theirs : Merging::ask;
}

// The merge that waits; nullopt where none does and none has to.
std::optional<std::string> merge_that_waits(const Repository& repository, const Options& options) {
    auto theirs = repository.unfinished();
    if (!theirs && (options.abort || options.go_on))
        throw Error(Exit::usage, "there is no merge to finish", "bring all in step: mentor sync");
    return theirs;
}

// What was begun by an earlier `sync`, or by git itself. False where that was all to be done.
bool settle_unfinished(Session& session, Repository& repository, const Options& options) {
    const auto theirs = merge_that_waits(repository, options);
    if (!theirs) return true;
    const auto locks = session.undo_log.lock({session.journal.folder()});
    if (options.abort) {
        const bool is_all = leave_merge(session, repository, *theirs);
        session.say(fmt::format("Left the merge: what it brought is out of the {}files again, and "
                                "what was written here stays.",
                                is_all ? "" : "other "));
        return false;
    }
    if (options.mine || options.theirs) {
        decide_merge(session, repository, *theirs, merging_of(options));
        return true;
    }
    if (!options.go_on && has_conflicts(session, repository, *theirs)) throw unfinished_merge();
    finish_for_git(session, repository, *theirs);
    return true;
}

// What git is to be told: a folder by its whole name, for git looks from the journal's.
std::string place_of(const Session& session, const std::string& setup) {
    std::string place = trim(setup);
    const bool is_folder = session.host.find_traits(place).value_or(Traits()).is_folder;
    return is_folder ? session.host.canonical(place).string() : place;
}

Upstream set_up(Session& session, Repository& repository, const std::string& place) {
    const auto before = repository.git().find({"remote", "get-url", "origin"});
    Upstream upstream = repository.set_upstream(place);
    if (before && before != place)
        session.say(fmt::format("The journal is kept in step with {} now, and no longer with {}.",
                                in_line(place), in_line(*before)));
    return upstream;
}

// Beside what makes it a repository.
bool has_files(const Repository& repository) {
    return std::ranges::any_of(repository.uncommitted(), [](const Uncommitted& file) {
        return file.name != ".gitignore" && file.name != ".gitattributes";
    });
}

// The repository, made or joined where there is none yet.
void prepare(Session& session, Repository& repository, const Options& options) {
    if (options.setup) session.host.make_folder(session.journal.folder());
    session.require_journal();
    if (!repository.exists() && repository.make())
        session.say(fmt::format("Made a git repository in {}.", in_line(session.journal.folder())));
    {
        const auto locks = session.undo_log.lock({session.journal.folder()});
        repository.clear_leftovers();
    }
    repository.require_sound();
    if (!options.setup) return;
    Upstream upstream = set_up(session, repository, place_of(session, *options.setup));
    // A journal that is only here to join another one begins with that one's history.
    if (repository.has_commits() || has_files(repository)) return;
    if (const auto theirs = repository.fetch(upstream))
        tell(session, "Came in:", join(session, repository, *theirs));
}

// What a `sync` would do, of what can be known without writing.
Exit foretell(Session& session, const Repository& repository, const Options& options) {
    session.require_journal();
    const bool is_there = repository.exists();
    const bool waits = is_there && merge_that_waits(repository, options).has_value();
    if (options.setup)
        session.say(fmt::format("Would keep the journal in step with {}.",
                                in_line(place_of(session, *options.setup))));
    if (!is_there) session.say("Would make a git repository, and commit all in it.");
    if (waits && options.abort) {
        session.say("Would leave the merge: what it brought goes again, and what was written "
                    "here stays.");
        return Exit::done;
    }
    if (waits && (options.mine || options.theirs))
        session.say(fmt::format("Would decide the merge that waits: where both changed one thing, "
                                "what {} holds.",
                                options.mine ? "this machine says" : "the other machine says"));
    else if (waits && !options.go_on)
        throw unfinished_merge();
    for (const std::string& each :
         words_of(is_there ? changes_of(repository.uncommitted()) : std::vector<FileChange>()))
        session.say(fmt::format("Would commit {}.", each));
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    require_one_way(options);
    Repository repository(session.host, session.journal.folder(), session.interactive());
    if (session.globals.dry_run) return foretell(session, repository, options);
    prepare(session, repository, options);
    if (!settle_unfinished(session, repository, options)) return Exit::done;
    {
        const auto locks = session.undo_log.lock({session.journal.folder()});
        repository.use_driver();
        tell(session, "Came in again:", bring_in_again(session));
        commit(session, repository);
    }
    const auto upstream = repository.upstream();
    if (!upstream) {
        session.say("All of it is committed here. To keep it on another machine as well, name a "
                    "repository there: mentor sync --setup URL");
        return Exit::done;
    }
    return meet(session, repository, *upstream, merging_of(options));
}

} // namespace

const Command command{
    "sync",
    Chapter::journal,
    "Bring the journal in step with another machine, by git",
    "Commits all that changed, fetches what others committed, merges it by statement and id, and "
    "sends the result; nothing is ever forced. What both changed differently is asked on a "
    "terminal; otherwise the journal keeps this machine's side, and says how to go on. Offline it "
    "exits with 5, with the commit made. The commits name people and count what changed; `mentor "
    "config sync.message plain` keeps names out of them. Whoever can read the other repository can "
    "read the journal: git-remote-gcrypt keeps it encrypted there.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::sync
