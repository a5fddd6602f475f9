// SPDX-License-Identifier: MIT
//
// The words of a command line as a POSIX shell splits them (2.2 Quoting, 2.6.1 Tilde Expansion):
// quotes, backslashes, and "~/" at the beginning of a word. No variables, patterns, operators or
// commands: all of that is text. Runs nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// None for a blank text; nullopt where a quote is never closed. `home` is what "~" stands for.
std::optional<std::vector<std::string>> find_shell_words(std::string_view text,
                                                         std::string_view home);

} // namespace mentor
