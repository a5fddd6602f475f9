// SPDX-License-Identifier: MIT
//
// The rules by which a phrase is a day. What to say where no rule holds is the callers' business,
// and words become tokens and months elsewhere: see phrase.hpp.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/dates/phrase.hpp"

#include <optional>
#include <span>
#include <string>

namespace mentor::grammar {

// What a phrase is read against, and the words themselves for messages about them.
struct Asked {
    std::string typed;
    Calendar calendar;
    Reading reading = Reading::future;
};

// Each gives nullopt where no rule knows the phrase, and throws Error(usage) where one does and
// the day doesn't exist, has several readings or lies outside the years 1 to 9999.
std::optional<Date> find_date(Phrase phrase, const Asked& asked);
std::optional<Date> find_date_from_today(Phrase phrase, const Asked& asked); // "fri", "3d", "eom"
std::optional<Date> find_calendar_date(Phrase phrase, const Asked& asked); // "22 nov", "2026-11-22"

// As find_date, for where a time of day has no meaning: one is an error.
std::optional<Date> find_day_alone(std::span<const Token> tokens, const Asked& asked);

} // namespace mentor::grammar
