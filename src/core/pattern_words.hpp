// SPDX-License-Identifier: MIT
//
// Words in a regular expression of JSON Schema (ECMA 262), which knows no case to ignore.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Of lower-case ASCII: "[Dd][Aa][Yy]". A sign stands for itself, and is none that has a meaning
// there.
std::string in_any_case(std::string_view word);
// "([Dd]|[Dd][Aa][Yy])"
std::string one_of(const std::vector<std::string>& words);

} // namespace mentor
