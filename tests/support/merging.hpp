// SPDX-License-Identifier: MIT
//
// What tests of merging have in common: a file in memory, and a text that somebody changed.
#pragma once

#include "toml/document.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mentor::testing {

inline Document parse(const std::string& text) {
    return Document::parse(text, "ada.toml");
}

// The text with `to` in the place of the first `from`, which is there.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace mentor::testing
