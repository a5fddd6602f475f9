// SPDX-License-Identifier: MIT
//
// Items of a calendar as iCalendar (RFC 5545). The same items give the same bytes.
#pragma once

#include "core/rules/journal/calendar.hpp"

#include <string>
#include <vector>

namespace mentor {

// UID of an item of that name: "x4t9-7k2m9x4tq8w1c3rd@mentor".
std::string calendar_uid(const std::string& name);

// One VCALENDAR with all of them; where one has a time of day, that of `on` is UTC.
std::string to_calendar(const std::vector<CalendarItem>& items);

} // namespace mentor
