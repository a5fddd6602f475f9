// SPDX-License-Identifier: MIT
//
// What `sync` does with what came from elsewhere: decides, writes it as one step that `undo` can
// take back, and only then tells git. Where it is stopped between the two, the next `sync` finds
// files that changed, and goes on.
#pragma once

#include "commands/journal/syncing/sync_words.hpp"
#include "journal/sync/repository.hpp"
#include "session/session.hpp"

#include "mentor/error.hpp"

#include <string>
#include <vector>

namespace mentor {

// Who decides where both changed one thing.
enum class Merging { ask, mine, theirs };

struct MergeResult {
    std::vector<FileChange> came_in;
    bool is_finished = true; // false where somebody has to decide first; that was said
};

// Brings what is committed here together with the commit `theirs`.
MergeResult bring_in(Session& session, Repository& repository, const std::string& theirs,
                     Merging merging);

// Into a journal that has neither a commit nor anybody yet.
void join(Session& session, Repository& repository, const std::string& theirs);

// The files and git's index as HEAD has them, and no merge any more.
void leave_merge(Session& session, Repository& repository);

// What a merge that waits with that commit waits for.
void tell_conflicts(Session& session, const Repository& repository, const std::string& theirs);
// Who decides all of it at once has the merge made anew: throws Error(usage) where something was
// written into its files meanwhile, which would be gone. Under the journal's lock.
void require_untouched(const Repository& repository, const std::string& theirs);
Error unfinished_merge();

} // namespace mentor
