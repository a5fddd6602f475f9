// SPDX-License-Identifier: MIT
//
// Slips of the pen that have one right answer: a key or a word that is one letter off, a number or
// a yes in quotes. Knows nothing of files; what has several answers is left to a person.
#pragma once

#include "mentor/core/kinds.hpp"
#include "mentor/store/document.hpp"

namespace mentor {

// A relationship's document without such slips: each is mended where it stands, and only where that
// leaves fewer faults. The same document where there are none.
Document mended(const Document& document, const Kinds& kinds);

} // namespace mentor
