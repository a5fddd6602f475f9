// SPDX-License-Identifier: MIT
#include "core/rules/people/occasions.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {

std::optional<Date> day_in(int year, const Occasion& occasion) {
    constexpr int last_year = 9999;
    const bool once = occasion.year && !occasion.yearly;
    const int first = occasion.year.value_or(1);
    if (year < first || year > (once ? first : last_year)) return std::nullopt;
    const Date month = make_date(year, occasion.month, 1);
    return std::min(month + Days{occasion.day - 1}, last_of_month(month));
}

std::optional<Date> next_day(const Occasion& occasion, Date today) {
    const int first = std::max(year_of(today), occasion.year.value_or(1));
    for (const int year : {first, first + 1})
        if (const auto day = day_in(year, occasion); day && *day >= today) return day;
    return std::nullopt;
}

std::optional<int> age_on(Date day, const Occasion& occasion) {
    if (!occasion.year || fold(occasion.what) != "birthday") return std::nullopt;
    const int age = year_of(day) - *occasion.year;
    return age > 0 ? std::optional(age) : std::nullopt;
}

} // namespace mentor
