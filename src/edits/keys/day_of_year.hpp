// SPDX-License-Identifier: MIT
//
// A day of the year as a person types it, and as the file keeps it: "MM-DD", a full date where its
// year is known, or "MM" where only the month is.
#pragma once

#include "core/dates/date_grammar.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// "12-10", "10 dec", "1815-12-10", "10 dec 1815", "december". Throws Error(usage).
std::string parse_day_of_year(std::string_view text, const Calendar& calendar);

struct WhatAndDay {
    std::string what;
    std::optional<std::string> day; // as the file keeps it
};

// "work anniversary 5 jun": the most words that are a day, at the end, say when; nullopt where none
// do. A day that has a flaw is no shorter day: of "birthday 31 nov" the month alone would be left,
// and "31" for what it is. So where the words before the day are of a date as well, a figure, a
// weekday, a month or "the last", it is an Error(usage) that says what is wrong with all of them;
// and so is a day of nothing.
WhatAndDay parse_what_and_day(const std::vector<std::string>& words, const Calendar& calendar);

} // namespace mentor
