// SPDX-License-Identifier: MIT
//
// A merge with the commit `theirs` that waits for a person, as git keeps it: begun by an earlier
// `sync`, or by git itself. All of it under the journal's lock.
#pragma once

#include "commands/journal/syncing/merge_decisions.hpp"
#include "journal/sync/repository.hpp"
#include "session/session.hpp"

#include "mentor/error.hpp"

#include <string>

namespace mentor {

// The files without what it brought, git's index as HEAD has it, and no merge any more. What was
// written meanwhile stays. False where a file stays as it stands, because the two can't be told
// apart.
bool leave_merge(Session& session, Repository& repository, const std::string& theirs);
// What git began, and couldn't do where it had no driver, or one that failed.
void finish_for_git(Session& session, Repository& repository, const std::string& theirs);
// Whether a person has to decide anything, which is said.
bool has_conflicts(Session& session, const Repository& repository, const std::string& theirs);
// What it waits for as that side has it; all else stays as it stands. Throws Error(usage) where a
// person wrote into such a file meanwhile.
void decide_merge(Session& session, Repository& repository, const std::string& theirs,
                  Merging merging);
Error unfinished_merge();

} // namespace mentor
