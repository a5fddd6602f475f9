// SPDX-License-Identifier: MIT
#include "core/imports/foreign_text.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace mentor {
namespace {

// RFC 2781. A half of a pair without its other half is U+FFFD, and so is a byte too few.
std::string from_utf16(std::string_view bytes, bool is_big) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<std::uint8_t>(bytes[at]);
        const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
        return static_cast<std::uint32_t>(is_big ? first << 8 | second : second << 8 | first);
    };
    const auto is_half = [](std::uint32_t value, std::uint32_t of) {
        return (value & 0xFC00) == of;
    };
    std::string out;
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t point = unit(at);
        if (is_half(point, 0xD800) && at + 3 < bytes.size() && is_half(unit(at + 2), 0xDC00)) {
            point = 0x10000 + ((point & 0x3FF) << 10) + (unit(at + 2) & 0x3FF);
            at += 2;
        } else if (is_half(point, 0xD800) || is_half(point, 0xDC00)) {
            point = 0xFFFD;
        }
        append_utf8(out, point);
    }
    if (at < bytes.size()) append_utf8(out, 0xFFFD);
    return out;
}

} // namespace

void append_utf8(std::string& out, std::uint32_t point) {
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
    const auto tail = [&](int shift) { byte(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
        byte(0xC0 | (point >> 6));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        tail(6);
    } else {
        byte(0xF0 | (point >> 18));
        tail(12);
        tail(6);
    }
    tail(0);
}

namespace {

std::uint16_t point_of_windows_1252(std::uint8_t byte) {
    // https://encoding.spec.whatwg.org/index-windows-1252.txt, from 0x80 on.
    static constexpr auto upper = std::to_array<std::uint16_t>(
        {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
         0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
         0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178});
    return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;
}

std::uint16_t point_of_iso_8859_15(std::uint8_t byte) {
    struct Other {
        std::uint8_t byte;
        std::uint16_t point;
    };
    static constexpr auto others = std::to_array<Other>({{0xA4, 0x20AC},
                                                         {0xA6, 0x160},
                                                         {0xA8, 0x161},
                                                         {0xB4, 0x17D},
                                                         {0xB8, 0x17E},
                                                         {0xBC, 0x152},
                                                         {0xBD, 0x153},
                                                         {0xBE, 0x178}});
    const auto other = std::ranges::find(others, byte, &Other::byte);
    return other == others.end() ? point_of_windows_1252(byte) : other->point;
}

std::string from_bytes(std::string_view bytes, std::uint16_t (*point_of)(std::uint8_t byte)) {
    std::string out;
    for (const char c : bytes)
        append_utf8(out, point_of(static_cast<std::uint8_t>(c)));
    return out;
}

} // namespace

std::string from_windows_1252(std::string_view bytes) {
    return from_bytes(bytes, point_of_windows_1252);
}

std::string from_iso_8859_15(std::string_view bytes) {
    return from_bytes(bytes, point_of_iso_8859_15);
}

std::string without_mark(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE"))
        bytes = from_utf16(std::string_view(bytes).substr(2), false);
    else if (bytes.starts_with("\xFE\xFF"))
        bytes = from_utf16(std::string_view(bytes).substr(2), true);
    else if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    if (bytes.find('\n') == std::string::npos) std::ranges::replace(bytes, '\r', '\n');
    return bytes;
}

std::string parse_foreign_text(std::string bytes, const std::string& file) {
    std::string text = without_mark(std::move(bytes));
    if (const auto at = find_invalid_utf8(text)) {
        const auto line = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(*at), '\n');
        throw not_in_utf8(file, static_cast<int>(line));
    }
    return text;
}

Error not_in_utf8(const std::string& file, int line) {
    return unreadable(file, line, "the text is not in UTF-8",
                      "if it comes from an older Windows, this makes it so: iconv -f windows-1252 "
                      "-t utf-8 FILE > NEW; if it is encrypted, have its program export it");
}

Error unreadable(const std::string& file, int line, std::string what, std::string advice) {
    return {Exit::broken,
            {.what = std::move(what), .advice = std::move(advice), .file = file, .line = line}};
}

} // namespace mentor
