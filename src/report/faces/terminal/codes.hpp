// SPDX-License-Identifier: MIT
//
// How styles become the escape sequences of a terminal (ECMA-48, 8.3.117).
#pragma once

#include "core/model/styles.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace mentor {

// What stands between "ESC [" and "m" for each style; as it begins, nothing, and then nothing is
// styled.
class Codes {
public:
    Codes() = default;
    // `exact`: the terminal shows any colour; else each that was given exactly is the nearest of
    // the 256.
    explicit Codes(const Styles& styles, bool exact = false);
    bool are_empty() const {
        return std::ranges::all_of(codes_, [](const auto& code) { return code.empty(); });
    }
    std::string_view operator[](Style style) const {
        return codes_[static_cast<std::size_t>(style)];
    }

private:
    std::array<std::string, style_count> codes_;
};

// The text in that code; as it is where either is empty.
void append_in_code(std::string& out, std::string_view code, std::string_view text);

} // namespace mentor
