// SPDX-License-Identifier: MIT
//
// A number that tells a text from others: the same on every machine and in every version. It finds
// bytes that rotted, and nobody who means harm.
#pragma once

#include <cstdint>
#include <string_view>

namespace mentor {

// FNV-1a of 64 bits (Fowler, Noll and Vo; isthe.com/chongo/tech/comp/fnv).
constexpr std::uint64_t checksum_of(std::string_view text) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char c : text)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return sum;
}

} // namespace mentor
