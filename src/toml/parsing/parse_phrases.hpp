// SPDX-License-Identifier: MIT
//
// Inside src/toml only: what toml++ says of a fault in one way only, and how a person would put it.
// A test shows each phrase a text that it is said of, so that other words in another version of
// toml++ are noticed.
#pragma once

#include <span>
#include <string_view>

namespace mentor {

struct Phrase {
    std::string_view theirs; // a part of what toml++ says
    std::string_view what;
    std::string_view advice;
};

// The first one that fits counts.
std::span<const Phrase> toml_phrases();

// Stands beside the words of toml++ where they are passed on as they are.
inline constexpr std::string_view advice_for_unknown =
    "how such a line is written: man mentor-relationship";

} // namespace mentor
