// SPDX-License-Identifier: MIT
//
// How messages say a path, which may be called anything. A path names one file: nothing in it may
// be changed for the looks of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// In a sentence: its line ends are "\n", and begin no line of their own. A URL may stand for a
// path.
std::string in_line(const std::filesystem::path& path);

// Exactly this path as one word that any shell hands on, and no option; nullopt where it holds what
// no line can say, so that a command would be about another file.
std::optional<std::string> path_to_type(const std::filesystem::path& path);

// What to do with a file: `command` and its path, such as "rm 'a b'", or `otherwise` in words.
std::string to_type_or(std::string_view command, const std::filesystem::path& path,
                       std::string_view otherwise);

} // namespace mentor
