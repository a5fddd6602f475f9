// SPDX-License-Identifier: MIT
#include "core/width/columns.hpp"

#include "core/ascii.hpp"
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

// The letters and signs from U+00C0 to U+02FF, of two bytes: each is a character, one column wide.
constexpr bool begins_with_latin_letter(std::string_view text) {
    return text.size() >= 2 && '\xC3' <= text[0] && text[0] <= '\xCB' && !begins_character(text[1]);
}

// It belongs to the letter before it and has a column of its own, as terminals count: vowels of
// Indic scripts, and "am" of Thai and Lao, which is no mark by its category.
bool is_spacing_mark(CodePoint code) {
    const auto* property = utf8proc_get_property(code);
    return property->category == UTF8PROC_CATEGORY_MC ||
           property->boundclass == UTF8PROC_BOUNDCLASS_SPACINGMARK;
}

// A consonant that a sign joins to the one before, as in "न्द", has a column of its own too.
// Unicode has both be one cluster since 15.1, and so utf8proc from 2.9 on.
bool is_joined_letter(CodePoint previous, CodePoint code) {
    constexpr CodePoint zero_width_joiner = 0x200D;
    return utf8proc_category(code) == UTF8PROC_CATEGORY_LO &&
           (utf8proc_category(previous) == UTF8PROC_CATEGORY_MN || previous == zero_width_joiner);
}

// A cluster is as wide as its spacing marks and the widest part of each letter.
std::size_t width_by_clusters(std::string_view text) {
    std::size_t total = 0, character = 0;
    CodePoint previous = 0;
    utf8proc_int32_t state = 0;
    for (const char32_t code : to_code_points(text)) {
        const bool begins = utf8proc_grapheme_break_stateful(previous, code, &state);
        if (begins || is_joined_letter(previous, code)) total += std::exchange(character, 0);
        if (is_spacing_mark(code))
            ++total;
        else
            character = std::max(character, columns_of(code));
        previous = code;
    }
    return total + character;
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

std::optional<std::size_t> find_plain_width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const std::size_t printable = count_printable(text);
        columns += printable;
        text.remove_prefix(printable);
        for (; begins_with_latin_letter(text); ++columns)
            text.remove_prefix(2);
        if (!text.empty() && !is_printable(text.substr(0, 1))) return std::nullopt;
    }
    return columns;
}

std::size_t width(std::string_view text) {
    const auto plain = find_plain_width(text);
    return plain ? *plain : width_by_clusters(text);
}

std::string pad(std::string_view text, std::size_t columns) {
    std::string padded(text);
    const std::size_t wide = width(text);
    if (wide < columns) padded.append(columns - wide, ' ');
    return padded;
}

} // namespace mentor
