// SPDX-License-Identifier: MIT
//
// A promise or advice is as private as the entry that it came of, and a step as its goal: what one
// side did to these, it did to what the other side made of them, without either having said so.
#pragma once

#include "toml/document.hpp"

namespace mentor {

// The merged text, in which nothing that one side kept to itself has come out open with an entry or
// a goal that the other took away, or opened: what a side made or changed while it was private
// there, or what is private on both, is private still. What the other side opened, and this one
// left as it was, is open.
Document with_kept_private(Document merged, const Document& base, const Document& mine,
                           const Document& theirs);

} // namespace mentor
