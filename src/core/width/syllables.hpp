// SPDX-License-Identifier: MIT
//
// Where texts in Thai, Lao, Khmer and Myanmar may be broken: they set no space between words, and
// where a word ends says a dictionary alone (class SA of UAX #14). Their spelling says where a
// syllable does, in many places beyond doubt. libthai has such a dictionary, but of Thai alone, in
// a file of its own, which a copied program wouldn't find.
#pragma once

#include <string_view>

namespace mentor {

// How two neighbours hang together.
enum class Joint {
    never,  // as one cluster of signs
    forced, // as a word may: parted only where a line is too short for it
    free    // not at all
};

// Whether the letter or sign is of such a script.
bool is_syllabic(char32_t code);
// Between two such characters: each a sign with the marks on it.
Joint syllable_joint(std::u32string_view before, std::u32string_view after);

} // namespace mentor
