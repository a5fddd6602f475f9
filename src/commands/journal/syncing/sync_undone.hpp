// SPDX-License-Identifier: MIT
//
// What came from elsewhere and was taken back by `undo`: committed as a change of ours it would be
// gone everywhere, and so it comes in again with the next `sync`.
#pragma once

#include "commands/journal/syncing/sync_words.hpp"
#include "session/session.hpp"

#include <vector>

namespace mentor {

// Merges it with what was changed here since, where both changed one thing as it is here, and
// writes that as one step; called inside the lock of the journal. Gives what that changed.
std::vector<FileChange> bring_in_again(Session& session);

} // namespace mentor
