// SPDX-License-Identifier: MIT
//
// Inside src/toml only: a change of bytes in a text, and the text after it.
#pragma once

#include "toml/layout.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Puts `text` where `at` was.
struct Splice {
    TextRange at;
    std::string text;
};
using Splices = std::vector<Splice>;

// The places must not overlap; of two at the same place the earlier in the list comes first.
inline std::string with_splices(std::string_view text, Splices splices) {
    std::stable_sort(splices.begin(), splices.end(), [](const Splice& left, const Splice& right) {
        return left.at.begin < right.at.begin;
    });
    std::string out;
    std::size_t done = 0;
    for (const Splice& splice : splices) {
        out += text.substr(done, splice.at.begin - done);
        out += splice.text;
        done = splice.at.end;
    }
    out += text.substr(done);
    return out;
}

} // namespace mentor
