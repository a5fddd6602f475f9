// SPDX-License-Identifier: MIT
//
// Inside src/toml only: the one call of toml++'s parser. Knows of the letters that toml++
// mishandles, and nothing of files, of faults in words, or of edits.
#pragma once

#include "toml/toml.hpp"

#include <string>
#include <string_view>

namespace mentor {

// The tree of `text`, as toml::parse gives it: throws toml::parse_error, with places in `text`.
// Throws Error(broken) for a text that is too odd to be shown to toml++ safely.
toml::table parse_tree(std::string_view text, const std::string& file);

} // namespace mentor
