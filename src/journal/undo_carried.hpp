// SPDX-License-Identifier: MIT
//
// Inside src/journal only: what the files of a change carry beside their texts, so that one that
// goes can come back as it was, and one that goes by another name now is the same file.
#pragma once

#include "machine/host.hpp"

#include <vector>

namespace mentor {

// The change that takes away what this one writes under a new name; null where that isn't clear.
const Change* find_old_name(const Change& change, const std::vector<Change>& changes);

// Notes in each change what its file carries now, where it goes, or has to carry, where it comes
// from another name.
void note_carried(const Host& host, std::vector<Change>& changes);

} // namespace mentor
