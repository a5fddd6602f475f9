// SPDX-License-Identifier: MIT
//
// Slips of the pen that have one right answer: a key or a word that is one letter off, a number or
// a yes in quotes, an id that is there twice and that nothing refers to. Knows nothing of files;
// what has several answers is left to a person.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/kinds.hpp"
#include "toml/document.hpp"

namespace mentor {

// The document without such slips: each is mended where it stands, in its line, and only where that
// leaves fewer faults. The same document where there are none.
Document mended_relationship(const Document& document, const Kinds& kinds, Date today);
Document mended_config(const Document& document);
Document mended_questions(const Document& document);

} // namespace mentor
