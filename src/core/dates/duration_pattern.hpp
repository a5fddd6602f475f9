// SPDX-License-Identifier: MIT
//
// The lengths of time that parse_duration takes, as a regular expression of JSON Schema (ECMA 262).
#pragma once

#include <string>

namespace mentor {

// Matches all that parse_duration takes; of the rest it matches a little, as a length that is too
// long.
std::string duration_pattern();

} // namespace mentor
