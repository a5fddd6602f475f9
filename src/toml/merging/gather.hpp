// SPDX-License-Identifier: MIT
//
// Inside src/toml only: what was spread out to be compared, in the layout that it had.
#pragma once

#include "toml/document.hpp"
#include "toml/merging/pairing.hpp"
#include "toml/merging/unlike.hpp"

namespace mentor {

// Each of the keys as mine writes it, or theirs where mine hasn't got it: between brackets, with
// dots, or with headers. What can't be said so stays spread out.
Document gathered(const Document& woven, const Names& names, const ThreeDocuments& documents,
                  const NamesOfThree& names_of, const Unlike& unlike);

} // namespace mentor
