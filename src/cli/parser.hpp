// SPDX-License-Identifier: MIT
//
// From the words of a command line to the targets of a declaration. The only place that knows
// CLI11.
#pragma once

#include "cli/pieces.hpp"
#include "session/command.hpp"
#include "session/setup.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The words of a command line that are no options, and the options between them.
struct Arguments {
    std::vector<std::string> words;
    std::vector<Break> breaks;
};

// Fills in `globals` and the options of the command's declaration from `words` (without the
// command's name); gives the words that are left. Throws Error(usage) for what neither declares and
// for a missing value.
Arguments parse_options(const std::vector<std::string>& words, const Command& command,
                        Globals& globals, const Declaration& declaration);

// What to take for an argument that isn't among the words; nullopt where nobody can be asked.
using AskMissing = std::function<std::optional<std::string>(const Parameter&)>;

// Hands each of the words to the argument whose turn it is; a WHO takes as many as make up a name,
// up to the next option. Throws Error(usage) for a missing argument, for a word too many, and where
// words behind an option's value may be more of it.
void fill_arguments(const Arguments& arguments, const Command& command,
                    const Declaration& declaration, const NameLength& name_length,
                    const AskMissing& ask_missing);

// "mentor log [WHO] [TEXT…]": how a command is written.
std::string synopsis_of(const Command& command, const Declaration& declaration);

} // namespace mentor
