// SPDX-License-Identifier: MIT
//
// Inside src/toml only: values and keys as TOML text. Knows what is being written, never where:
// the line ending and the indentation of the place are arguments.
#pragma once

#include "toml/document.hpp"

#include <string>
#include <string_view>

namespace mentor {

// How the lines around the value are written.
struct LineStyle {
    std::string newline = "\n";
    std::string indent;
};

// A string with a newline becomes a multi-line one, an array of more than 80 columns takes one line
// for each element; everything else stays on its line. Throws Error(usage) for a string that isn't
// UTF-8.
std::string write_value(const Value& value, const LineStyle& style);

// Letters, digits, "-" and "_" of ASCII: what TOML takes for a key without quotes.
bool is_bare_key(std::string_view key);

// Bare where TOML allows that, else quoted.
std::string write_key(std::string_view key);

// The names of a path joined by dots; positions in arrays have no place in a key and are left out.
std::string write_dotted(const Path& path);

} // namespace mentor
