// SPDX-License-Identifier: MIT
#include "core/rules/people/occasions.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

std::vector<std::size_t> positions_of(const std::vector<Occasion>& all, auto is_one) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is_one(all[i])) positions.push_back(i);
    return positions;
}

// "12-10" of "1815-12-10".
std::string_view without_year(std::string_view day) {
    constexpr std::size_t year = 5; // with its dash
    return day.size() > year ? day.substr(day.size() - year) : day;
}

} // namespace

bool is_birthday(const Occasion& occasion) {
    return fold(trim(occasion.what)) == "birthday";
}

std::vector<std::size_t> named_occasions(const std::vector<Occasion>& all, std::string_view what) {
    auto exact = positions_of(all, [&](const Occasion& each) { return each.what == what; });
    if (!exact.empty()) return exact;
    return positions_of(all, [&](const Occasion& each) { return fold(each.what) == fold(what); });
}

std::vector<std::size_t> birthdays_for(const std::vector<Occasion>& all, std::string_view day) {
    auto same = positions_of(all, [&](const Occasion& each) {
        return is_birthday(each) && without_year(day_text(each)) == without_year(day);
    });
    return same.size() == 1 ? same : positions_of(all, is_birthday);
}

std::string day_text(const Occasion& occasion) {
    std::string text = fmt::format("{:02}", occasion.month);
    if (occasion.day) text += fmt::format("-{:02}", *occasion.day);
    return occasion.year ? fmt::format("{:04}-{}", *occasion.year, text) : text;
}

std::string month_words(const Occasion& occasion) {
    return fmt::format("in {}", month_names[static_cast<std::size_t>(occasion.month - 1)]);
}

std::optional<Date> day_in(int year, const Occasion& occasion) {
    constexpr int last_year = 9999;
    const bool once = occasion.year && !occasion.yearly;
    const int first = occasion.year.value_or(1);
    if (year < first || year > (once ? first : last_year)) return std::nullopt;
    const Date month = make_date(year, occasion.month, 1);
    return std::min(month + Days{occasion.day.value_or(1) - 1}, last_of_month(month));
}

std::optional<Date> last_day_in(int year, const Occasion& occasion) {
    const auto day = day_in(year, occasion);
    return day && !occasion.day ? last_of_month(*day) : day;
}

std::optional<Date> next_day(const Occasion& occasion, Date today) {
    const int first = std::max(year_of(today), occasion.year.value_or(1));
    for (const int year : {first, first + 1})
        if (const auto last = last_day_in(year, occasion); last && *last >= today)
            return std::max(*day_in(year, occasion), std::min(*last, today));
    return std::nullopt;
}

bool is_this_month(const Occasion& occasion, Date today) {
    return !occasion.day && month_of(today) == occasion.month;
}

std::optional<int> age_on(Date day, const Occasion& occasion) {
    if (!occasion.year || fold(occasion.what) != "birthday") return std::nullopt;
    const int age = year_of(day) - *occasion.year;
    return age > 0 ? std::optional(age) : std::nullopt;
}

} // namespace mentor
