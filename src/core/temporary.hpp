// SPDX-License-Identifier: MIT
//
// The names of the files under which new texts are written before they take the place of the old:
// ".mentor-4711-0badcafe.tmp", the first number being that of the process. Where a file is
// exchanged for its new text the name goes on with a number for either text. So whoever comes upon
// one that a killed writer left can tell both from what another program wrote in that very moment.
// And the names of the copies that an editor works on: "mentor-4711-x7Qz2aada.toml".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// `chance` tells several of one process apart.
std::string temporary_name(int process, std::uint32_t chance,
                           const std::vector<std::string_view>& texts);

bool is_temporary(std::string_view name);
// The process that wrote it.
std::optional<int> find_writer(std::string_view name);

// Whether the name tells of texts, so that the file may hold another one.
bool names_texts(std::string_view name);
// Whether it tells of this one; of an empty one, which is no loss, always.
bool names_text(std::string_view name, std::string_view text);

// `chance` is six letters; what follows them the editor may know the language by.
std::string copy_name(int process, std::string_view chance);
// The process that made the copy.
std::optional<int> find_copier(std::string_view name);

} // namespace mentor
