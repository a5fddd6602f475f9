// SPDX-License-Identifier: MIT
#include "format/day_of_year.hpp"

#include <fmt/format.h>

namespace mentor {

bool is_month(std::string_view text) {
    return is_shaped(text, "dd");
}

bool has_year(std::string_view text) {
    return !is_month(text) && !is_shaped(text, "dd-dd");
}

std::string in_leap_year(std::string_view text) {
    return fmt::format("2000-{}{}", text, is_month(text) ? "-01" : "");
}

DayOfYear day_of_year_of(Date date) {
    return {month_of(date), day_of_month(date), year_of(date)};
}

std::optional<DayOfYear> find_day_of_year(std::string_view text) {
    const auto date = find_iso_date(has_year(text) ? std::string(text) : in_leap_year(text));
    if (!date) return std::nullopt;
    DayOfYear day = day_of_year_of(*date);
    if (!has_year(text)) day.year.reset();
    if (is_month(text)) day.day.reset();
    return day;
}

} // namespace mentor
