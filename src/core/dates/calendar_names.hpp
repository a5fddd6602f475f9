// SPDX-License-Identifier: MIT
//
// The English names of months and weekdays, for those who write dates and those who read them.
// Short names are the first three letters.
#pragma once

#include <array>
#include <string_view>

namespace mentor {

inline constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// Sunday first, as in std::chrono::weekday::c_encoding.
inline constexpr std::array<std::string_view, 7> weekday_names = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

inline constexpr std::string_view short_name(std::string_view name) {
    return name.substr(0, 3);
}

} // namespace mentor
