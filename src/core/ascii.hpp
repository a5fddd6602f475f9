// SPDX-License-Identifier: MIT
//
// How far a text is ASCII, from its first byte on: nearly all of nearly every text, and what can be
// folded, searched and shown byte by byte. It is looked at eight bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mentor {

// How many bytes from the first on have none of the highest bits that `marks` gives for eight of
// them, and are such as `is_meant` says.
template<class Marks, class IsMeant>
std::size_t count_bytes(std::string_view text, const Marks& marks, const IsMeant& is_meant) {
    std::size_t count = 0;
    for (std::uint64_t eight = 0; count + sizeof eight <= text.size(); count += sizeof eight) {
        std::memcpy(&eight, text.data() + count, sizeof eight);
        if ((marks(eight) & 0x8080808080808080) != 0) break;
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
inline bool is_ascii(std::string_view text) {
    return count_ascii(text) == text.size();
}

// Of ASCII without its control characters: what every terminal shows as it stands, in one column.
inline std::size_t count_printable(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101;
    return count_bytes(
        text, // below a space, DEL or above
        [](std::uint64_t eight) { return eight | (eight - each * ' ') | (eight + each); },
        [](char byte) { return ' ' <= byte && byte <= '~'; });
}
inline bool is_printable(std::string_view text) {
    return count_printable(text) == text.size();
}

} // namespace mentor
