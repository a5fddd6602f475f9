// SPDX-License-Identifier: MIT
//
// What becomes of someone's file, or of another file of the journal, that was changed on two
// machines: weave() with what the keys mean. Ids that are the same by chance are told apart, and
// references follow them; what both settled is settled once, on the earlier day.
#pragma once

#include "merging/likeness.hpp"
#include "toml/weave.hpp"

namespace mentor {

// `base` is what both were made from; empty where both made the file. The same text whichever of
// the two is `mine`, but for the order of the lines and for what `choose` is asked. An entry that
// --with put into several files has one id in all of them; where that one is met by chance, those
// of the others stay as they are. That all are about one person is the caller's to know.
Woven merge_versions(const Document& base, const Document& mine, const Document& theirs,
                     const std::function<Taken(const Collision&)>& choose);

// The format that a file says it has; the first where it says none.
int format_of(const Document& document);

} // namespace mentor
