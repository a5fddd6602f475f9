// SPDX-License-Identifier: MIT
//
// What `undo` and `redo` share: which folders they are about, what they say, and what others look up
// in the history.
#pragma once

#include "session/session.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Throws where the configuration should say which journal it is, and can't.
UndoScope scope_of(const Session& session);
// Both folders, whatever is to be taken back.
std::vector<std::unique_ptr<Lock>> lock(Session& session, const UndoScope& scope);
// Tells of the records that can't be read.
UndoHistory history_of(Session& session, const UndoScope& scope);
// Where what is sought in it must not be missed: throws Error(system), "{sought} may be in ...",
// where not all of it can be read.
UndoHistory whole_history_of(const Session& session, std::string_view sought);

std::string file_name(const Change& change);
// "`log` of Mon 1 Feb 2027".
std::string said(const UndoStep& step);

// Throws Error(system) where a file was changed by other hands, unless `force` says that it may be.
// `done` is the word for what didn't happen ("taken back"), `command` the one that does it.
void refuse_foreign(const UndoPlan& plan, bool force, std::string_view done,
                    std::string_view command);

// The diff of a dry run, or `done` with what became of each file below it; `changed` is what
// to say of one that isn't gone or there again.
void tell_result(Session& session, const UndoPlan& plan, const std::string& done,
                 std::string_view changed, const std::string& next);

} // namespace mentor
