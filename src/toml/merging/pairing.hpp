// SPDX-License-Identifier: MIT
//
// Inside src/toml only: which elements of arrays are one and the same in a text and two changes of
// it. An id says so; an element without one is known by what it stands between and what it says.
#pragma once

#include "toml/document.hpp"

#include <map>
#include <string>

namespace mentor {

// What each element is known by, by where it stands in its text: its id, or "#3".
using Names = std::map<Path, std::string>;

struct NamesOfThree {
    Names base, mine, theirs;
};

NamesOfThree name_elements(const Document& base, const Document& mine, const Document& theirs);

// The same wherever the elements stand: "log[x4t9].scores", "log[#3]".
std::string named(const Path& path, const Names& names);

} // namespace mentor
