// SPDX-License-Identifier: MIT
//
// What became of a piece of advice, written where it stands: what `advice` and `told` share.
#pragma once

#include "edits/chosen.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct AdviceFate {
    std::optional<Date> tried, told, thanked;
    std::optional<Verdict> verdict;
    std::string outcome; // "" where nothing is said of it
    bool says_something() const { return tried || told || thanked || verdict; }
};

// The file with what is said of the advice, and nothing else of it changed. Advice in an older
// entry's own list, which has no room for a fate, gets a table of its own.
std::vector<Change> note_fate(Session& session, const Chosen<Advice>& advice,
                              const AdviceFate& fate);

} // namespace mentor
