// SPDX-License-Identifier: MIT
//
// The file of somebody whom another program knows, and what it knows of the days with them.
#pragma once

#include "core/imports/found.hpp"
#include "core/rules/journal/imports.hpp"
#include "journal/journal.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mentor {

// A new one, a prospect: eight hundred connections are no mentors. What was found is one line where
// a key has one.
Document imported_document(Session& session, const FoundPerson& found);

// One that is there, with what the other program says in the place of what it has.
Document with_differences(const Record& record, const std::vector<Difference>& differences);

// An entry for its log, from what a diary has.
struct EntryToAdd {
    const FoundEntry* found = nullptr;
    std::string id;
};
// Oldest first, behind those that are there.
Document with_found_entries(const Document& document, std::vector<EntryToAdd> entries);

// With the diary's text in the entry at that place of the log.
Document with_found_note(const Document& document, std::size_t position, const FoundEntry& found);

} // namespace mentor
