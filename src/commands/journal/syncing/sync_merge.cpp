// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/sync_merge.hpp"

#include "core/text.hpp"
#include "journal/sync/merge_plan.hpp"
#include "journal/sync/versions.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

namespace mentor {
namespace {

using Decisions = std::map<std::pair<std::string, std::string>, Taken>; // by file and label

std::string said(const Conflict& conflict) {
    if (conflict.collision.label.empty())
        return fmt::format("{}: the two versions can't be brought together", conflict.file);
    return fmt::format("{}: {}", conflict.file, words_of(conflict.collision));
}

// nullopt where nobody is there to answer.
std::optional<Decisions> decide(Session& session, const std::vector<Conflict>& conflicts,
                                Merging merging) {
    Decisions decisions;
    if (merging == Merging::ask && !session.interactive()) return std::nullopt;
    for (const Conflict& conflict : conflicts) {
        Taken taken = merging == Merging::theirs ? Taken::theirs : Taken::mine;
        if (merging == Merging::ask) {
            const auto answer = ask_choice(
                session, {.question = said(conflict) + ". Which one holds?",
                          .preset = "mine",
                          .hint = "mine is what this machine says, theirs what the other one does; "
                                  "Ctrl-C leaves all as it is",
                          .candidates = {"mine", "theirs"},
                          .decides = true});
            if (answer == "theirs") taken = Taken::theirs;
        } else {
            session.say(fmt::format("{}; the {} holds.", said(conflict),
                                    taken == Taken::mine ? "first" : "second"));
        }
        decisions[{conflict.file, conflict.collision.label}] = taken;
    }
    return decisions;
}

constexpr std::string_view nothing = "000000"; // the mode of a file that isn't there

bool is_in_journal(const TreeChange& change) {
    const bool is_plain = [&] {
        for (const std::string& mode : {change.old_mode, change.new_mode})
            if (mode != nothing && !mode.starts_with("100")) return false;
        return true;
    }();
    return is_plain && change.file.ends_with(".toml") && !change.file.starts_with('.') &&
           change.file.find('/') == std::string::npos;
}

// The files as the tree has them. Those of the journal in one step that can be taken back; what
// else somebody keeps with it, git writes.
std::vector<FileChange> write_files(Session& session, const Git& git, const std::string& from,
                                    const std::string& to) {
    std::vector<std::string> objects;
    const auto changes = changes_between(git, from, to);
    for (const TreeChange& change : changes)
        if (is_in_journal(change)) {
            if (change.old_mode != nothing) objects.push_back(change.old_object);
            if (change.new_mode != nothing) objects.push_back(change.new_object);
        }
    const auto texts = git.objects(objects);
    const auto text_of = [&](const std::string& object, const std::string& mode) {
        return mode == nothing ? FileText() : FileText(texts.at(object));
    };
    std::vector<FileChange> written;
    std::vector<Change> steps;
    std::string others;
    for (const TreeChange& change : changes) {
        if (!is_in_journal(change)) {
            others += change.file + '\0';
            continue;
        }
        FileText before = text_of(change.old_object, change.old_mode);
        FileText after = text_of(change.new_object, change.new_mode);
        written.push_back({change.file, before, after});
        steps.push_back({whole_name(session.host, git.folder() / change.file), std::move(before),
                         std::move(after)});
    }
    if (!steps.empty()) session.undo_log.write(std::move(steps));
    if (!others.empty())
        git.get({"restore", "--source=" + to, "--worktree", "--pathspec-from-file=-",
                 "--pathspec-file-nul"},
                others);
    return written;
}

// Afterwards HEAD, the index and the files say the same.
void move_head(const Git& git, const std::string& commit) {
    git.get({"update-ref", "-m", "mentor sync", "HEAD", commit});
    git.get({"read-tree", commit});
    git.run({"update-index", "-q", "--refresh"});
}

std::string merge_commit(const Git& git, const std::string& tree, const std::string& theirs,
                         const std::string& message) {
    return git.get({"commit-tree", tree, "-p", "HEAD", "-p", theirs, "-F", "-"}, message + "\n");
}

// The merge as git keeps one that waits for a person.
void begin_merge(const Git& git, const std::string& tree, const std::string& theirs) {
    git.get({"update-ref", "MERGE_HEAD", theirs});
    git.get({"read-tree", tree});
    git.run({"update-index", "-q", "--refresh"});
}

MergePlan planned(const Git& git, const std::string& theirs, const Decisions& decisions) {
    return plan_merge(git, "HEAD", theirs, [&](const Conflict& conflict) {
        const auto found = decisions.find({conflict.file, conflict.collision.label});
        return found == decisions.end() ? Taken::mine : found->second;
    });
}

FileText find_text(const Git& git, const std::string& tree, const std::string& file) {
    const auto texts = git.texts({tree + ":" + file});
    return texts.empty() ? FileText() : FileText(texts.begin()->second);
}

// What can't be read has git's marks in it, and is nobody's work.
void refuse_touched(const std::string& file, const FileText& now) {
    try {
        if (now) Document::parse(*now, file);
    } catch (const Error&) {
        return;
    }
    throw Error(Exit::usage, fmt::format("since the merge began, {} was changed", file),
                "to go on with the files as they stand: mentor sync --continue\n"
                "to have them as they were before the merge: mentor sync --abort");
}

// With what is still to be decided; nobody waits for a person under the lock.
MergePlan first_plan(Session& session, const Git& git, const std::string& theirs) {
    const auto locks = session.undo_log.lock({session.journal.folder()});
    return planned(git, theirs, {});
}

} // namespace

void tell_conflicts(Session& session, const Repository& repository, const std::string& theirs) {
    for (const Conflict& conflict : first_plan(session, repository.git(), theirs).conflicts)
        session.say(said(conflict) + ".");
}

void decide_merge(Session& session, Repository& repository, const std::string& theirs,
                  Merging merging) {
    const Git& git = repository.git();
    const MergePlan begun = planned(git, theirs, {});
    const Decisions decisions = decide(session, begun.conflicts, merging).value_or(Decisions());
    const std::string tree = planned(git, theirs, decisions).tree;
    const auto unmerged = repository.unmerged();
    std::set<std::string> files(unmerged.begin(), unmerged.end());
    for (const Conflict& conflict : begun.conflicts)
        files.insert(conflict.file);
    std::vector<Change> changes;
    for (const std::string& file : files) {
        FileText now = session.host.find_text(git.folder() / file);
        FileText decided = find_text(git, tree, file);
        if (now == decided) continue;
        if (now != find_text(git, begun.tree, file)) refuse_touched(file, now);
        changes.push_back(
            {whole_name(session.host, git.folder() / file), std::move(now), std::move(decided)});
    }
    if (!changes.empty()) session.undo_log.write(std::move(changes));
}

Error unfinished_merge() {
    return Error(Exit::no, "a merge waits for you: both machines changed the same thing",
                 "to decide all of it at once: mentor sync --mine, or --theirs\n"
                 "to go on with the files as you have mended them: mentor sync --continue\n"
                 "to have them as they were before: mentor sync --abort");
}

MergeResult bring_in(Session& session, Repository& repository, const std::string& theirs,
                     Merging merging) {
    const Git& git = repository.git();
    if (git.succeeds({"merge-base", "--is-ancestor", theirs, "HEAD"})) return {};
    const std::string head = git.get({"rev-parse", "HEAD"});
    const auto refuse_moved = [&] {
        if (git.get({"rev-parse", "HEAD"}) != head || !repository.uncommitted().empty())
            throw Error(Exit::system, "the journal was changed meanwhile",
                        "nothing was merged; again: mentor sync");
    };
    if (git.succeeds({"merge-base", "--is-ancestor", "HEAD", theirs})) {
        const auto locks = session.undo_log.lock({session.journal.folder()});
        refuse_moved();
        auto came_in = write_files(session, git, head, theirs);
        move_head(git, theirs);
        return {std::move(came_in), true};
    }
    MergePlan plan = first_plan(session, git, theirs);
    const auto decisions =
        plan.conflicts.empty() ? Decisions() : decide(session, plan.conflicts, merging);
    const auto locks = session.undo_log.lock({session.journal.folder()});
    refuse_moved();
    if (decisions && !decisions->empty()) plan = planned(git, theirs, *decisions);
    auto came_in = write_files(session, git, head, plan.tree);
    if (!decisions) {
        begin_merge(git, plan.tree, theirs);
        for (const Conflict& conflict : plan.conflicts)
            session.say(said(conflict) + "; the first stays for now.");
        session.tell(unfinished_merge().diagnostic());
        return {std::move(came_in), false};
    }
    const std::string message =
        came_in.empty() ? "Merge" : "Merge " + commit_message(came_in, session.config.sync_message);
    move_head(git, merge_commit(git, plan.tree, theirs, message));
    return {std::move(came_in), true};
}

void join(Session& session, Repository& repository, const std::string& theirs) {
    const Git& git = repository.git();
    const auto locks = session.undo_log.lock({session.journal.folder()});
    // What `init` made is the same there, or theirs holds.
    for (const char* file : {".gitignore", ".gitattributes"})
        session.host.remove(git.folder() / file);
    write_files(session, git, git.get({"mktree"}), theirs);
    move_head(git, theirs);
}

void leave_merge(Session& session, Repository& repository) {
    const Git& git = repository.git();
    std::vector<Change> changes;
    for (const Uncommitted& file : repository.uncommitted()) {
        if (!file.name.ends_with(".toml") || file.name.find('/') != std::string::npos) continue;
        changes.push_back(
            {whole_name(session.host, git.folder() / file.name), file.after, file.before});
    }
    if (!changes.empty()) session.undo_log.write(std::move(changes));
    git.get({"reset", "--quiet"});
    git.get({"update-ref", "-d", "MERGE_HEAD"});
}

} // namespace mentor
