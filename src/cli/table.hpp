// SPDX-License-Identifier: MIT
//
// The table of commands, in alphabetical order: the one list that the parser, the help, the
// completion and the manual's test are made from.
#pragma once

#include "session/command.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

std::span<const Command* const> command_table(); // without those that are hidden

// The commands of two words that begin with this one: "goal" gives "goal add", "goal done" ...
std::vector<const Command*> commands_of(std::string_view noun);
// Whether the word begins commands and is none itself.
bool is_bare_noun(std::string_view word);

// Which command the words name, and which of the words those are (their positions); a command of
// two words ("goal add") wins over one. `home` where there is none. Throws Error(usage) with the
// nearest names for a word that names no command.
struct Named {
    const Command* command;
    std::vector<std::size_t> positions;
};
Named find_command(const std::vector<std::string>& words);
// That of the first word that names one or begins one; null where none does.
const Command* find_later_command(std::span<const std::string> words);
// The words that can name a command: two at the most, before "--" and any option but those of
// every command and of every reading one.
std::vector<std::size_t> positions_of_names(const std::vector<std::string>& words);
// The words but for those at `positions`.
std::vector<std::string> without(const std::vector<std::string>& words,
                                 const std::vector<std::size_t>& positions);

} // namespace mentor
