// SPDX-License-Identifier: MIT
//
// Which of the texts that a file held two versions of it were made from, where nothing but their
// words tells: what a file syncer leaves has no history.
#pragma once

#include "toml/document.hpp"

#include <string>
#include <vector>

namespace mentor {

// Of `texts`, the oldest first, the one that is nearest to both, by the lines that differ. Between
// the right one and what one side made of it later all are equally near; the oldest of these is
// before either change. Empty where none is one that both can come from: of an entry that only one
// side has, nothing tells whether the other took it away or never had it.
//
// Of the keys that only one side has changed since, it has those alone where a later text shows
// that change; of another it isn't known on which side it was. Both then seem to have added it.
Document ancestor_of(const std::vector<std::string>& texts, const Document& mine,
                     const Document& theirs);

} // namespace mentor
