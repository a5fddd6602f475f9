// SPDX-License-Identifier: MIT
//
// A day of the year as a person types it, and as the file keeps it: "MM-DD", a full date where its
// year is known, or "MM" where only the month is.
#pragma once

#include "core/dates/date_grammar.hpp"

#include <string>
#include <string_view>

namespace mentor {

// "12-10", "10 dec", "1815-12-10", "10 dec 1815", "december". Throws Error(usage).
std::string parse_day_of_year(std::string_view text, const Calendar& calendar);

} // namespace mentor
