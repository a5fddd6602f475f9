// SPDX-License-Identifier: MIT
//
// Inside src/toml only: that no comment is lost or doubled where two texts come together. One may
// stand above another statement in each of them, as the last line of a file does once something was
// appended.
#pragma once

#include "toml/merging/sections.hpp"

#include <vector>

namespace mentor {

// One of the texts, whole and as it is cut.
struct Version {
    const Document& document;
    const std::vector<Section>& sections;
};

// Takes the comment lines out of `woven` that are there more often than base and both changes of it
// say, and puts those that are missing at its end, on lines that end in `newline`. One that is new
// in both behind the same statement is one, wherever that moved.
void mend_comments(std::vector<Section>& woven, const Version& base, const Version& mine,
                   const Version& theirs, const std::string& newline);

} // namespace mentor
