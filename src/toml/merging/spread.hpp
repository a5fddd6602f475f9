// SPDX-License-Identifier: MIT
//
// Inside src/toml only: a text with some of its keys written in the one way in which all texts can
// be compared line by line.
#pragma once

#include "toml/document.hpp"
#include "toml/merging/pairing.hpp"
#include "toml/merging/unlike.hpp"

#include <string>

namespace mentor {

// Says the same, but for what is empty here and filled elsewhere. A table at the root and every
// element of an array has a header; the tables within them are dotted keys. Comments go with what
// they stand at.
Document spread_out(const Document& document, const Names& names, const Unlike& unlike,
                    const std::string& newline);

} // namespace mentor
