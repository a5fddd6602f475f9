// SPDX-License-Identifier: MIT
#include "core/columns.hpp"

#include "core/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

using CodePoint = utf8proc_int32_t;

// With the bytes that it takes; a byte that begins no character is one by itself.
std::pair<CodePoint, std::size_t> first_code(std::string_view text) {
    CodePoint code = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                        static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (bytes <= 0) return {0xFFFD, 1};
    return {code, static_cast<std::size_t>(bytes)};
}

std::size_t columns_of(CodePoint code) {
    constexpr CodePoint emoji_presentation = 0xFE0F;
    if (code == emoji_presentation) return 2;
    if (utf8proc_category(code) == UTF8PROC_CATEGORY_CC) return 0;
    const auto* property = utf8proc_get_property(code);
    if (property->boundclass == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR) return 2;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
}

} // namespace

std::string_view first_cluster(std::string_view text) {
    CodePoint previous = 0;
    utf8proc_int32_t state = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes] = first_code(text.substr(at));
        if (utf8proc_grapheme_break_stateful(previous, code, &state) && at > 0)
            return text.substr(0, at);
        previous = code;
        at += bytes;
    }
    return text;
}

// A cluster is as wide as its widest part.
std::size_t width(std::string_view text) {
    // Nearly every text is plain ASCII, and a page asks for thousands of widths.
    if (std::ranges::all_of(text, [](char c) { return ' ' <= c && c <= '~'; })) return text.size();
    std::size_t total = 0, character = 0;
    CodePoint previous = 0;
    utf8proc_int32_t state = 0;
    for (const char32_t code : to_code_points(text)) {
        if (utf8proc_grapheme_break_stateful(previous, code, &state))
            total += std::exchange(character, 0);
        character = std::max(character, columns_of(code));
        previous = code;
    }
    return total + character;
}

std::string pad(std::string_view text, std::size_t columns) {
    std::string padded(text);
    const std::size_t wide = width(text);
    if (wide < columns) padded.append(columns - wide, ' ');
    return padded;
}

} // namespace mentor
