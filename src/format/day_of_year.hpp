// SPDX-License-Identifier: MIT
//
// Inside src/format only: a day that somebody keeps every year, as a file writes it.
#pragma once

#include "core/dates/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// "12-10", a full date where the year is known, or "12" where only the month is.
struct DayOfYear {
    int month = 1;
    std::optional<int> day, year;
};

bool is_month(std::string_view text);
bool has_year(std::string_view text); // any text that is neither of the other two forms

// The text as a date of a leap year, where the 29th of February is a day to keep: "2000-12-10".
std::string in_leap_year(std::string_view text);

DayOfYear day_of_year_of(Date date);
// Of a text in any of these forms; nothing where there is no such day.
std::optional<DayOfYear> find_day_of_year(std::string_view text);

} // namespace mentor
