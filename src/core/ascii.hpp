// SPDX-License-Identifier: MIT
//
// How far a text is ASCII, from its first byte on: nearly all of nearly every text, and what can be
// folded, searched and shown byte by byte. It is looked at eight bytes at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mentor {

constexpr std::uint64_t each_byte(char byte) {
    return std::uint64_t{0x0101010101010101} * static_cast<unsigned char>(byte);
}

// The highest bit of the lowest byte that is zero; what it gives of those above has no meaning.
constexpr std::uint64_t mark_zero(std::uint64_t eight) {
    return (eight - each_byte(1)) & ~eight;
}

// How many bytes from the first on are such as `is_meant` says. Of eight at a time `marks` says the
// same: it gives none of them its highest bit, or the lowest of those that aren't meant.
template<class Marks, class IsMeant>
std::size_t count_bytes(std::string_view text, const Marks& marks, const IsMeant& is_meant) {
    std::size_t count = 0;
    for (std::uint64_t eight = 0; count + sizeof eight <= text.size(); count += sizeof eight) {
        std::memcpy(&eight, text.data() + count, sizeof eight);
        const std::uint64_t found = marks(eight) & each_byte('\x80');
        if (found == 0) continue;
        if constexpr (std::endian::native == std::endian::little)
            return count + static_cast<std::size_t>(std::countr_zero(found)) / 8;
        break;
    }
    while (count < text.size() && is_meant(text[count]))
        ++count;
    return count;
}

inline std::size_t count_ascii(std::string_view text) {
    return count_bytes(
        text, [](std::uint64_t eight) { return eight; },
        [](char byte) { return (byte & 0x80) == 0; });
}
// The loop over a block has a fixed length and no branch, which compilers need to look at more
// bytes at once.
inline bool is_ascii(std::string_view text) {
    constexpr std::size_t block = 64;
    for (; text.size() >= block; text.remove_prefix(block)) {
        unsigned char all = 0;
        for (std::size_t i = 0; i < block; ++i)
            all |= static_cast<unsigned char>(text[i]);
        if (all >= 0x80) return false;
    }
    return count_ascii(text) == text.size();
}

// A letter or a digit of ASCII, whatever the locale says.
constexpr bool is_alphanumeric(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

// Of ASCII without its control characters: what every terminal shows as it stands, in one column.
inline std::size_t count_printable(std::string_view text) {
    return count_bytes(
        text, // below a space, DEL or above
        [](std::uint64_t eight) {
            return eight | (eight - each_byte(' ')) | (eight + each_byte(1));
        },
        [](char byte) { return ' ' <= byte && byte <= '~'; });
}
inline bool is_printable(std::string_view text) {
    return count_printable(text) == text.size();
}

} // namespace mentor
