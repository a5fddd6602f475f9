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
// What it waits for as that side has it; all else stays as it stands. Throws Error(usage) where a
// person wrote into such a file meanwhile. Under the journal's lock.
void decide_merge(Session& session, Repository& repository, const std::string& theirs,
                  Merging merging);
Error unfinished_merge();

} // namespace mentor
