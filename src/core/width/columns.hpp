// SPDX-License-Identifier: MIT
//
// How much room a text takes on a terminal, in columns, and where it may be cut.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// What a person sees as the first character: UAX #29's grapheme cluster. Of any text; an invalid
// byte is one by itself.
std::string_view first_cluster(std::string_view text);

// Terminal columns: combining marks 0 unless they are spacing, East Asian wide and emoji 2, control
// characters 0. An emoji of several code points counts once. An invalid byte is 1.
std::size_t width(std::string_view text);

// The same of a plain text: of printable ASCII and Latin letters alone, as nearly all are. Each of
// them is a character by itself and safe to show, whatever stands before and behind it; nullopt for
// other texts.
std::optional<std::size_t> find_plain_width(std::string_view text);

// `text` followed by spaces until it is `columns` wide.
std::string pad(std::string_view text, std::size_t columns);

} // namespace mentor
