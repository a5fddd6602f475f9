// SPDX-License-Identifier: MIT
#include "core/imports/birthday.hpp"

#include "core/dates/date.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>
#include <vector>

namespace mentor {
namespace {

struct Parts {
    std::optional<int> year, month, day;
};

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc() || stopped != end || value < 0) return std::nullopt;
    return value;
}

// Each shape, and where year, month and day stand in it; {0, 0} for what it doesn't have.
struct Shape {
    std::string_view shape;
    std::pair<std::size_t, std::size_t> year, month, day; // first digit, how many
};
constexpr Shape shapes[] = {
    {"dddd-dd-dd", {0, 4}, {5, 2}, {8, 2}}, {"dddddddd", {0, 4}, {4, 2}, {6, 2}},
    {"--dddd", {0, 0}, {2, 2}, {4, 2}},     {"--dd-dd", {0, 0}, {2, 2}, {5, 2}},
    {"--dd", {0, 0}, {2, 2}, {0, 0}},       {"dddd-dd", {0, 4}, {5, 2}, {0, 0}},
    {"dd-dd", {0, 0}, {0, 2}, {3, 2}},
};

std::optional<Parts> find_shaped(std::string_view text) {
    for (const auto& [shape, year, month, day] : shapes) {
        if (!is_shaped(text, shape)) continue;
        const auto part = [&](std::pair<std::size_t, std::size_t> where) {
            return number(text.substr(where.first, where.second));
        };
        return Parts{part(year), part(month), part(day)};
    }
    return std::nullopt;
}

// "15.03.1985", "3/15/1985": what separates them says which comes first in one country and not in
// the other.
std::optional<Parts> find_written(std::string_view text) {
    const char separator = text.find('.') != std::string_view::npos ? '.' : '/';
    const auto parts = split(text, separator);
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    const auto first = number(parts[0]), second = number(parts[1]), year = number(parts[2]);
    if (!first || !second || !year) return std::nullopt;
    if (separator == '.' || *first > 12 || *first == *second) return Parts{year, second, first};
    if (*second > 12) return Parts{year, first, second};
    return std::nullopt;
}

} // namespace

std::optional<std::string> find_birthday(std::string_view text, std::optional<int> no_year) {
    std::string day = trim(text);
    // Of a date with its time of day the date.
    if (const auto at = day.find_first_of("T "); at != std::string::npos) day.resize(at);
    auto parts = find_shaped(day);
    if (!parts) parts = find_written(day);
    if (!parts || !parts->month) return std::nullopt;
    if (parts->year == 1604 || parts->year == 1900 || parts->year == no_year) parts->year.reset();
    constexpr int any_leap_year = 2000;
    if (!find_day(parts->year && parts->day ? *parts->year : any_leap_year, *parts->month,
                  parts->day.value_or(1)))
        return std::nullopt;
    if (!parts->day) return fmt::format("{:02}", *parts->month);
    const std::string of_year = fmt::format("{:02}-{:02}", *parts->month, *parts->day);
    return parts->year ? fmt::format("{:04}-{}", *parts->year, of_year) : of_year;
}

} // namespace mentor
