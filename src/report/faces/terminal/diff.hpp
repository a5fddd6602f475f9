// SPDX-License-Identifier: MIT
//
// What a change does to a file, as a unified diff and as two figures.
#pragma once

#include "report/faces/terminal/codes.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// Three lines of context; "" where nothing differs. nullopt stands for no file.
std::string diff(std::string_view file, const std::optional<std::string>& before,
                 const std::optional<std::string>& after);

// The same for a person to read on a terminal; `codes` as in a Look.
std::string painted_diff(std::string_view diff, const Codes& codes);

// How many lines such a diff has of either side.
struct LineCount {
    long added = 0, removed = 0;
};
LineCount diff_size(const std::optional<std::string>& before,
                    const std::optional<std::string>& after);

} // namespace mentor
