// SPDX-License-Identifier: MIT
//
// An entry that stands in a file, and what came of it: the promises that were made in it and the
// advice that was given. Where the entry changes or goes, these follow.
#pragma once

#include "journal/journal.hpp"

#include <cstddef>

namespace mentor {

// Without the entry at `at`. What came of it stays, points to it no more, and is as private as it
// was; the advice in its own list gets tables.
Document without_entry(const Record& record, std::size_t at);

// A day of an entry that was wrong was wrong for what came of it.
Document with_day_of_entry(Document document, const Relationship& person, const LogEntry& entry,
                           Date day);

// Error(usage) for what came of a private entry, or of one that isn't there: as long as it says so,
// it is as private as that is or was.
void refuse_if_from_private(const Relationship& person, const std::string& log,
                            const std::string& name);

} // namespace mentor
