// SPDX-License-Identifier: MIT
//
// The one grammar of dates and durations that people type, documented in mentor-dates(7). Pure: the
// day that is today and the reading are arguments. Every refusal is an Error(usage) that says what
// could be written instead.
#pragma once

#include "core/dates/date.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// What a word like "fri" is read against.
struct Calendar {
    Date today;
    std::chrono::weekday week_starts = std::chrono::Monday;
    // Where what is read was said on an earlier day: a day ahead may be as early as that.
    std::optional<Date> since = std::nullopt;
};

// The calendar for what was said on that day.
Calendar as_of(Date day, Calendar calendar);

// Which of the many Fridays a bare "fri" or "22 nov" is: the latest one not after today, or the
// earliest one not before today. Today itself satisfies both.
enum class Reading { past, future };

// "2026-11-22", "today", "fri", "next fri", "3d", "2 weeks ago", "nov 22", "eom" … A length without
// a sign or "ago" counts in the reading's direction: "3d" is three days ago in the past reading.
Date parse_date(std::string_view text, const Calendar& calendar, Reading reading);

// A date as above, or a date with a time of day: "2026-11-22T15:30", "fri 15:30", "fri at 3pm".
Moment parse_moment(std::string_view text, const Calendar& calendar, Reading reading);

// The same for what is still to come, as a due day, a plan or an end is: read ahead, and an
// Error(usage) where the day has passed.
Date parse_day_ahead(std::string_view text, const Calendar& calendar);
Moment parse_moment_ahead(std::string_view text, const Calendar& calendar);
Date refuse_passed(Date day, const Calendar& calendar); // the day, if it hasn't

// "4w", "3mo", "2 weeks", "P2W", "a week", "monthly". "1m" is an error that offers "1mo"; lengths
// that are zero, negative, of several units or beyond 1000 years are errors.
Duration parse_duration(std::string_view text);

// A length of time within a day, for `length` and `minutes`: "45m", "45min", "1h", "1h30", "90".
// In minutes, 1 to 1440.
int parse_minutes(std::string_view text);
std::optional<int> find_minutes(std::string_view text); // nullopt for another text

} // namespace mentor
