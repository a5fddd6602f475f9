// SPDX-License-Identifier: MIT
//
// Inside src/toml only: one text out of two that were made from a third, each with changes of its
// own. Works on whole statements with the comments above them, told apart by their tables and ids;
// knows nothing of what they mean.
#pragma once

#include "toml/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct Merged {
    std::optional<std::string> text;     // nullopt where the two can't be brought together
    std::vector<std::string> collisions; // what both changed: "agreement.every", "log x4t9: note"
};

// `theirs` with all that `mine` changed in `base`. An element of an array is known by its id, or by
// its whole text where it has none. A last line without its end gets one.
Merged merge(const Document& base, const Document& mine, const Document& theirs);

} // namespace mentor
