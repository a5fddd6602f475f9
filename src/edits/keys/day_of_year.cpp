// SPDX-License-Identifier: MIT

#include "edits/keys/day_of_year.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mentor {

namespace {

// "december", "Dec", "in december": as the file writes it, "12".
std::optional<std::string> find_month(std::string_view text) {
    std::string word = fold(trim(text));
    if (word.starts_with("in ")) word = trim(word.substr(3));
    for (std::size_t i = 0; i < month_names.size(); ++i)
        if (word.size() >= 3 && fold(month_names[i]).starts_with(word))
            return fmt::format("{:02}", i + 1);
    return std::nullopt;
}

} // namespace

std::string parse_day_of_year(std::string_view text, const Calendar& calendar) {
    if (const auto date = find_iso_date(text)) return to_iso(*date);
    // As the file writes it; 2000 has every day.
    if (const auto day = find_iso_date(fmt::format("2000-{}", trim(text))))
        return to_iso(*day).substr(5);
    if (const auto month = find_month(text)) return *month;
    const bool has_year =
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > 2;
    const std::string iso = to_iso(parse_date(text, calendar, Reading::past));
    return has_year ? iso : iso.substr(5);
}

} // namespace mentor
