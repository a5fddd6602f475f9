// SPDX-License-Identifier: MIT
//
// What `sync` does with what came from elsewhere: decides, writes it as one step that `undo` can
// take back, and only then tells git. Where it is stopped between the two, the next `sync` finds
// files that changed, and goes on.
#pragma once

#include "commands/journal/syncing/merge_decisions.hpp"
#include "commands/journal/syncing/sync_words.hpp"
#include "journal/sync/repository.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace mentor {

struct MergeResult {
    std::vector<FileChange> came_in;
    bool is_finished = true; // false where somebody has to decide first; that was said
};

// Brings what is committed here together with the commit `theirs`.
MergeResult bring_in(Session& session, Repository& repository, const std::string& theirs,
                     Merging merging);

// Into a journal that has neither a commit nor anything in it yet. Gives what came in.
std::vector<FileChange> join(Session& session, Repository& repository, const std::string& theirs);

} // namespace mentor
