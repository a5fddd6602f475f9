// SPDX-License-Identifier: MIT
//
// What the grammar of dates and durations says when it doesn't understand, in one voice. All are
// Error(usage).
#pragma once

#include "core/dates/phrase.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor::grammar {

// "can't read 'firday' as a date", with the word that was likely meant where there is one, and
// `examples` of what could be written. "no date given" where nothing was typed.
Error not_understood(std::string_view typed, std::string_view thing,
                     const std::optional<std::string>& likely, std::string_view examples);

Error out_of_reach(std::string_view typed);

// Throws for more than 1000 years, and so for "2027y".
void refuse_too_long(Duration length, std::string_view typed);

// Throws for "1m", minutes or months, and for several units in one length.
void refuse_unclear_length(Phrase phrase, std::string_view typed);

} // namespace mentor::grammar
