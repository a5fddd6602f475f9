// SPDX-License-Identifier: MIT
//
// What became of a piece of advice, written where it stands: what `advice` and `told` share.
#pragma once

#include "edits/items/chosen.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct AdviceFate {
    std::optional<Date> tried, told, thanked;
    std::optional<Verdict> verdict;
    std::string outcome; // "" where nothing is said of it
};

// Throws Error(unknown), with what to type, where a day, the verdict or the outcome would take the
// place of another one.
void refuse_other_fate(const Relationship& person, const Advice& advice, const AdviceFate& fate);

// Where the advice of a file can be changed: the list of an older entry, in which it stands, is
// turned into tables.
struct OwnTable {
    Document document;
    std::size_t at = 0; // its position among the tables
};
OwnTable with_own_table(const Record& record, std::size_t at);

// The file with what is said of the advice, and nothing else of it changed.
std::vector<Change> note_fate(Session& session, const Chosen<Advice>& advice,
                              const AdviceFate& fate);

} // namespace mentor
