// SPDX-License-Identifier: MIT
//
// From the words of a command line to the targets of a declaration. The only place that knows
// CLI11.
#pragma once

#include "session/command.hpp"
#include "session/setup.hpp"

#include <string>
#include <vector>

namespace mentor {

// Fills in `globals` and the targets of the command's declaration from `words` (without the
// command's name). Throws Error(usage) for what neither declares, for a missing value and for a
// missing argument; where the words ask for help or the version no argument is missed.
void parse_words(const std::vector<std::string>& words, const Command& command, Globals& globals,
                 const Declaration& declaration);

// "mentor log [WHO] [TEXT…]": how a command is written.
std::string synopsis_of(const Command& command, const Declaration& declaration);

} // namespace mentor
