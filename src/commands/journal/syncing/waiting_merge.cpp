// SPDX-License-Identifier: MIT
#include "commands/journal/syncing/waiting_merge.hpp"

#include "journal/journal.hpp"
#include "journal/sync/versions.hpp"
#include "journal/sync/worktree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace mentor {
namespace {

constexpr std::string_view how_to_leave =
    "to be rid of what the merge brought, and keep what was written here: mentor sync --abort";

// A file of a merge that waits: as it was here before, as the merge has it, and as it stands.
struct Waiting {
    FileText before, merged, now;

    // Nobody wrote into it since: git, where its driver failed, leaves what was here before.
    bool is_untouched() const { return now == merged || now == before || (now && has_marks(*now)); }
};

std::map<std::string, Waiting> waiting_files(const Session& session, const Git& git,
                                             const std::string& tree,
                                             const std::set<std::string>& files) {
    const std::vector<std::string> names(files.begin(), files.end());
    const auto before = checked_out(git, "HEAD", names), merged = checked_out(git, tree, names);
    const auto text_in = [](const auto& texts, const std::string& file) {
        const auto found = texts.find(file);
        return found == texts.end() ? FileText() : FileText(found->second);
    };
    std::map<std::string, Waiting> waiting;
    for (const std::string& file : names)
        waiting[file] = {text_in(before, file), text_in(merged, file),
                         session.host.find_text(git.folder() / file)};
    return waiting;
}

std::set<std::string> unmerged_in(const Repository& repository) {
    const auto unmerged = repository.unmerged();
    return {unmerged.begin(), unmerged.end()};
}

Change change_of(const Session& session, const Git& git, const std::string& file, FileText before,
                 FileText after) {
    return {whole_name(session.host, git.folder() / file), std::move(before), std::move(after)};
}

} // namespace

void finish_for_git(Session& session, Repository& repository, const std::string& theirs) {
    const Git& git = repository.git();
    const MergePlan plan = planned(git, theirs, {});
    const auto is_undecided = [&](const std::string& file) {
        return std::ranges::any_of(plan.conflicts, [&](const Conflict& conflict) {
            return conflict.file == file && conflict.collision.label.empty();
        });
    };
    std::vector<Change> changes;
    for (const auto& [file, waiting] :
         waiting_files(session, git, plan.tree, unmerged_in(repository))) {
        if (waiting.now != waiting.before) continue;
        if (is_undecided(file)) throw unfinished_merge();
        changes.push_back(change_of(session, git, file, waiting.now, waiting.merged));
    }
    session.undo_log.write(std::move(changes));
}

bool has_conflicts(Session& session, const Repository& repository, const std::string& theirs) {
    const auto unmerged = repository.unmerged();
    const bool is_marked = std::ranges::any_of(unmerged, [&](const std::string& file) {
        const FileText now = session.host.find_text(repository.git().folder() / file);
        return now && has_marks(*now);
    });
    const auto conflicts = planned(repository.git(), theirs, {}).conflicts;
    for (const Conflict& conflict : conflicts)
        session.say(said(conflict) + ".");
    return is_marked || !conflicts.empty();
}

void decide_merge(Session& session, Repository& repository, const std::string& theirs,
                  Merging merging) {
    const Git& git = repository.git();
    const MergePlan begun = planned(git, theirs, {});
    const Decisions decisions = decide(session, begun.conflicts, merging).value_or(Decisions());
    const std::string tree = planned(git, theirs, decisions).tree;
    std::set<std::string> files = unmerged_in(repository);
    for (const Conflict& conflict : begun.conflicts)
        files.insert(conflict.file);
    const auto decided = waiting_files(session, git, tree, files);
    std::vector<Change> changes;
    for (const auto& [file, waiting] : waiting_files(session, git, begun.tree, files)) {
        const FileText& wanted = decided.at(file).merged;
        if (waiting.now == wanted) continue;
        if (!waiting.is_untouched())
            throw Error(Exit::usage, fmt::format("since the merge began, {} was changed", file),
                        fmt::format("to go on with the files as they stand: mentor sync "
                                    "--continue\n{}",
                                    how_to_leave));
        changes.push_back(change_of(session, git, file, waiting.now, wanted));
    }
    session.undo_log.write(std::move(changes));
    say_decided(session, begun.conflicts, merging);
}

Error unfinished_merge() {
    return Error(Exit::no, "a merge waits for you: both machines changed the same thing",
                 fmt::format("to decide all of it at once: mentor sync --mine, or --theirs\n"
                             "to go on with the files as you have mended them: mentor sync "
                             "--continue\n{}",
                             how_to_leave));
}

namespace {

// The tree of the merge; git's index, which is the tree "", where the two can't be merged here.
std::string find_merged_tree(const Git& git, const std::string& theirs) {
    try {
        return planned(git, theirs, {}).tree;
    } catch (const Error&) {
        return "";
    }
}

// What was written into a file since, without what the merge had brought; nullopt where the two
// can't be told apart.
std::optional<FileText> without_merge(const std::string& file, const Waiting& waiting) {
    if (waiting.is_untouched()) return waiting.before;
    if (!find_slug(file) || !waiting.before || !waiting.merged || !waiting.now) return std::nullopt;
    try {
        return merge_texts({*waiting.merged, *waiting.now, *waiting.before}, file,
                           [](const Collision&) { return Taken::mine; })
            .text;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

bool leave_merge(Session& session, Repository& repository, const std::string& theirs) {
    const Git& git = repository.git();
    std::set<std::string> files = unmerged_in(repository);
    for (const std::string& file : repository.staged())
        files.insert(file);
    const std::string tree = find_merged_tree(git, theirs);
    std::vector<Change> changes;
    std::vector<std::string> others;
    bool is_all = true;
    for (const auto& [file, waiting] : waiting_files(session, git, tree, files)) {
        if (waiting.now == waiting.before) continue;
        const auto back = without_merge(file, waiting);
        is_all = is_all && back;
        if (!back)
            session.say(fmt::format("{} stays as it stands: it was changed since.", file));
        else if (find_slug(file))
            changes.push_back(change_of(session, git, file, waiting.now, *back));
        else if (*back)
            others.push_back(file);
        else
            session.host.remove(git.folder() / file);
    }
    // It is nothing that came from elsewhere, and would come in again once it is taken back.
    session.undo_log.call("sync --abort");
    session.undo_log.write(std::move(changes));
    git.get({"reset", "--quiet"});
    repository.forget_unfinished();
    restore(git, "HEAD", others);
    return is_all;
}

} // namespace mentor
