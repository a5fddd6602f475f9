// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/sync_merge.hpp"

#include "commands/journal/syncing/waiting_merge.hpp"
#include "core/text.hpp"
#include "journal/journal.hpp"
#include "journal/sync/merge_plan.hpp"
#include "journal/sync/versions.hpp"
#include "journal/sync/worktree.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace mentor {
namespace {

constexpr std::string_view nothing = "000000"; // the mode of a file that isn't there

// As FileChange has what isn't a person's.
FileText is_there(std::string_view mode) {
    return mode == nothing ? std::nullopt : FileText("");
}

bool is_in_journal(const TreeChange& change) {
    const bool is_plain = [&] {
        for (const std::string& mode : {change.old_mode, change.new_mode})
            if (mode != nothing && !mode.starts_with("100")) return false;
        return true;
    }();
    return is_plain && find_slug(change.file);
}

// git keeps what it is told to leave out, or somebody made it just now: it is in no version.
void refuse_hidden(const Session& session, const Git& git, const std::string& tree,
                   const std::vector<TreeChange>& changes) {
    std::vector<std::string> hidden;
    for (const TreeChange& change : changes)
        if (change.old_mode == nothing && session.host.exists(git.folder() / change.file))
            hidden.push_back(change.file);
    const auto coming = checked_out(git, tree, hidden);
    for (const std::string& file : hidden) {
        const auto found = coming.find(file);
        if (found != coming.end() && session.host.find_text(git.folder() / file) == found->second)
            continue;
        throw Error(
            Exit::usage,
            fmt::format("{} comes in, and another one stands here that git doesn't keep", file),
            "nothing was merged; give the one here another name, then: mentor sync");
    }
}

// The files as the tree has them. What else somebody keeps with the journal git writes, and first:
// it may say in which form the others come. Those of the journal are one step that can be taken
// back.
std::vector<FileChange> write_files(Session& session, const Git& git, const std::string& from,
                                    const std::string& to) {
    const auto changes = changes_between(git, from, to);
    refuse_hidden(session, git, to, changes);
    std::vector<FileChange> written;
    std::vector<std::string> objects, files, others;
    for (const TreeChange& change : changes) {
        if (is_in_journal(change)) {
            files.push_back(change.file);
            if (change.old_mode != nothing) objects.push_back(change.old_object);
        } else {
            others.push_back(change.file);
            written.push_back({change.file, is_there(change.old_mode), is_there(change.new_mode)});
        }
    }
    restore(git, to, others);
    const auto kept = git.objects(objects);
    const auto coming = checked_out(git, to, files);
    std::vector<Change> steps;
    for (const TreeChange& change : changes) {
        if (!is_in_journal(change)) continue;
        FileText before, after;
        if (change.old_mode != nothing)
            before = standing(session.host, git, change.file, change.old_object,
                              kept.at(change.old_object));
        if (change.new_mode != nothing) after = coming.at(change.file);
        written.push_back({change.file, before, after});
        steps.push_back({whole_name(session.host, git.folder() / change.file), std::move(before),
                         std::move(after)});
    }
    session.undo_log.write(std::move(steps));
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
void begin_merge(Repository& repository, const std::string& tree, const std::string& theirs) {
    const Git& git = repository.git();
    repository.keep_unfinished(theirs);
    git.get({"read-tree", tree});
    git.run({"update-index", "-q", "--refresh"});
}

// With what is still to be decided; nobody waits for a person under the lock.
MergePlan first_plan(Session& session, const Git& git, const std::string& theirs) {
    const auto locks = session.undo_log.lock({session.journal.folder()});
    return planned(git, theirs, {});
}

} // namespace

MergeResult bring_in(Session& session, Repository& repository, const std::string& theirs,
                     Merging merging) {
    const Git& git = repository.git();
    const auto base = git.find({"merge-base", "HEAD", theirs});
    if (base == theirs) return {};
    const std::string head = git.get({"rev-parse", "HEAD"});
    const auto refuse_moved = [&] {
        if (git.get({"rev-parse", "HEAD"}) != head || !repository.uncommitted().empty())
            throw Error(Exit::system, "the journal was changed meanwhile",
                        "nothing was merged; again: mentor sync");
    };
    if (base == head) {
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
        begin_merge(repository, plan.tree, theirs);
        for (const Conflict& conflict : plan.conflicts)
            session.say(said(conflict) + "; the first stays for now.");
        session.tell(unfinished_merge().diagnostic());
        return {std::move(came_in), false};
    }
    const std::string message =
        came_in.empty() ? "Merge" : "Merge " + commit_message(came_in, session.config.sync_message);
    move_head(git, merge_commit(git, plan.tree, theirs, message));
    say_decided(session, plan.conflicts, merging);
    return {std::move(came_in), true};
}

std::vector<FileChange> join(Session& session, Repository& repository, const std::string& theirs) {
    const Git& git = repository.git();
    const auto locks = session.undo_log.lock({session.journal.folder()});
    // What `init` made is the same there, or theirs holds; lines of one's own are added to it.
    std::map<const char*, std::string> own;
    for (const char* file : {".gitignore", ".gitattributes"}) {
        own[file] = session.host.find_text(git.folder() / file).value_or("");
        session.host.remove(git.folder() / file);
    }
    auto came_in = write_files(session, git, git.get({"mktree"}), theirs);
    move_head(git, theirs);
    for (const auto& [file, text] : own)
        repository.add_lines(file, split_lines(text));
    return came_in;
}

} // namespace mentor
