// SPDX-License-Identifier: MIT

#include "edits/day_of_year.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {

std::string parse_day_of_year(std::string_view text, const Calendar& calendar) {
    if (const auto date = find_iso_date(text)) return to_iso(*date);
    // As the file writes it; 2000 has every day.
    if (const auto day = find_iso_date(fmt::format("2000-{}", trim(text))))
        return to_iso(*day).substr(5);
    const bool has_year =
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > 2;
    const std::string iso = to_iso(parse_date(text, calendar, Reading::past));
    return has_year ? iso : iso.substr(5);
}

} // namespace mentor
