// SPDX-License-Identifier: MIT
//
// Inside src/toml only: what toml++ has to say about a text that isn't TOML, in plain words and
// with the exact place, and the one refusal that it doesn't make itself. Knows nothing of edits.
#pragma once

#include "toml/toml.hpp"

#include "mentor/error.hpp"

#include <string>
#include <string_view>

namespace mentor {

// The fault in `text` as a person would put it, with line and column.
Diagnostic explain(const toml::parse_error& error, std::string_view text, std::string file);

// Throws Error(broken) for a key of more parts than anyone writes. toml++ limits how deep values
// nest but not how long a dotted key is, and walks and frees its tree by recursion.
void refuse_deep_keys(std::string_view text, const std::string& file);

} // namespace mentor
