// SPDX-License-Identifier: MIT
#include "core/width/syllables.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

struct Range {
    char32_t first, last;
    bool holds(char32_t code) const { return first <= code && code <= last; }
};

constexpr Range scripts[] = {
    {0x0E00, 0x0E7F}, // Thai
    {0x0E80, 0x0EFF}, // Lao
    {0x1000, 0x109F}, // Myanmar
    {0x1780, 0x17FF}, // Khmer
};

// Vowels that are written before their consonant, and so begin a syllable.
constexpr Range leading[] = {{0x0E40, 0x0E44}, {0x0EC0, 0x0EC4}};

// What belongs to the character before it: vowels behind and around a consonant, tones, signs of
// repetition and abbreviation, subscripts, full stops.
constexpr Range trailing[] = {
    {0x0E2F, 0x0E3A}, {0x0E45, 0x0E4E}, {0x0E5A, 0x0E5B},                   // Thai
    {0x0EAF, 0x0EBD}, {0x0EC6, 0x0ECE},                                     // Lao
    {0x102B, 0x103E}, {0x104A, 0x104B}, {0x1056, 0x1059}, {0x105E, 0x1060}, // Myanmar
    {0x1062, 0x1064}, {0x1067, 0x106D}, {0x1071, 0x1074}, {0x1082, 0x108D},
    {0x108F, 0x108F}, {0x109A, 0x109D}, {0x17B4, 0x17D8}, {0x17DD, 0x17DD}, // Khmer
};

// What stacks the consonant behind it below the one before it; and a sign of abbreviation, which in
// Thai's "etc." stands on both sides.
constexpr std::u32string_view joining = U"\u1039\u17D2\u0E2F";
// Vowels and signs that nothing of the same syllable follows.
constexpr std::u32string_view ending_signs =
    U"\u0E30\u0E33\u0E46\u0EB0\u0EB3\u0EC6\u17C7\u17C8\u17D4"
    U"\u17D5\u17D7\u104A\u104B";

// In Myanmar each syllable begins with a letter, but one that is silenced or stacked ends the one
// before.
constexpr Range myanmar_letters = {0x1000, 0x102A};
constexpr std::u32string_view silencing = U"\u1039\u103A";

template<std::size_t size>
bool holds(const Range (&ranges)[size], char32_t code) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return range.holds(code); });
}

bool has(std::u32string_view signs, char32_t code) {
    return signs.find(code) != std::u32string_view::npos;
}

} // namespace

bool is_syllabic(char32_t code) {
    return holds(scripts, code);
}

Joint syllable_joint(std::u32string_view before, std::u32string_view after) {
    if (holds(trailing, after.front()) || holds(leading, before.back()) ||
        has(joining, before.back()))
        return Joint::never;
    if (holds(leading, after.front()) || has(ending_signs, before.back())) return Joint::free;
    if (!myanmar_letters.holds(after.front())) return Joint::forced;
    return after.find_first_of(silencing) == std::u32string_view::npos ? Joint::free : Joint::never;
}

} // namespace mentor
