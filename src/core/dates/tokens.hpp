// SPDX-License-Identifier: MIT
//
// What a person typed about a day or a length comes apart into tokens. Knows no word but the P of
// an ISO length, and never throws.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor::grammar {

struct Token {
    enum class Kind {
        word,   // "nov", "d", "tommorow"
        number, // "22"
        dashed, // digits joined by - / or . : "2026-11-22", "3/4"
        clock,  // digits joined by : "15:30"
        sign,   // "+", or a "-" that joins nothing
        other,  // a character that no rule knows
    };
    Kind kind;
    std::string text; // in lower case
};

// Spaces, commas, full stops and the hyphens between words separate and mean nothing more:
// "22-Nov", "22 nov." and "Nov 22," are the same two tokens in one order or the other. "3d" is two
// tokens too.
std::vector<Token> tokenize(std::string_view typed);

// Of ASCII alone, as every word of the grammar is.
std::string lowered(std::string_view text);

} // namespace mentor::grammar
