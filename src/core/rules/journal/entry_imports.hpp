// SPDX-License-Identifier: MIT
//
// What a diary has beside the journal: whose file each entry belongs into, and whether it stands
// there already. Decides nothing: what is taken over is said by a person.
#pragma once

#include "core/imports/found.hpp"
#include "core/model/relationship.hpp"
#include "core/model/who.hpp"
#include "core/rules/journal/imports.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// An entry in the file of one of those whom it names; of several each has a row.
struct ImportedEntry {
    ImportRow row;
    std::size_t at = 0; // among the found entries
    std::string id;     // of the one that stands there; "" where none does, or it has none
};

struct ImportedDiary {
    std::vector<ImportedPerson> people;
    std::vector<FoundEntry> found;
    std::vector<ImportedEntry> entries; // in the order of `found`
    int nameless = 0;                   // entries that name nobody who is here
    // The tags of those, with how often each stands there, most frequent first.
    std::vector<std::pair<std::string, int>> strangers;
};

// People are compared as `compare` of imports.hpp does, and entries may name those who are new
// among them. A tag means somebody by a name, or by the first word of one; a note by a name of
// several words.
ImportedDiary compare(FoundEntries found, const std::vector<Relationship>& people,
                      const std::vector<Handle>& handles, Date today);

// Where a log has an entry of that day and minute: in the same words, whatever stands between them,
// or with the same first line and another text.
struct StandingEntry {
    std::optional<std::size_t> same, other;
};
StandingEntry find_entry(const std::vector<LogEntry>& log, const FoundEntry& entry);

} // namespace mentor
