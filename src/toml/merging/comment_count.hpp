// SPDX-License-Identifier: MIT
//
// Inside src/toml only: that no comment is lost or doubled where two texts come together. One may
// stand above another statement in each of them, as the last line of a file does once something was
// appended.
#pragma once

#include "toml/merging/sections.hpp"

#include <vector>

namespace mentor {

// Takes the comment lines out of `woven` that are there more often than base and both changes of it
// say, and puts those that are missing at its end, on lines that end in `newline`.
void mend_comments(std::vector<Section>& woven, const Document& base, const Document& mine,
                   const Document& theirs, const std::string& newline);

} // namespace mentor
