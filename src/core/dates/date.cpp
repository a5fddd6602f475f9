// SPDX-License-Identifier: MIT
#include "core/dates/date.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace mentor {
namespace {

namespace chr = std::chrono;

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr auto year_range = "years run from 1 to 9999";

// Beyond these, relative() would be harder to picture than the next larger unit.
constexpr long most_days = 60;
constexpr int most_months = 23;

// What a unit is made of: so many days, or so many months. The other one is zero.
struct UnitFacts {
    int days;
    int months;
    std::string_view suffix;
    std::string_view word;
};

UnitFacts facts(Unit unit) {
    switch (unit) {
    case Unit::day:
        return {1, 0, "d", "day"};
    case Unit::week:
        return {7, 0, "w", "week"};
    case Unit::month:
        return {0, 1, "mo", "month"};
    case Unit::quarter:
        return {0, 3, "q", "quarter"};
    case Unit::year:
        break;
    }
    return {0, 12, "y", "year"};
}

bool in_range(long long year) {
    return first_year <= year && year <= last_year;
}

chr::year_month_day fields(Date date) {
    return chr::year_month_day{date};
}

chr::sys_days last_day(int year, int month) {
    return chr::year{year} / chr::month{static_cast<unsigned>(month)} / chr::last;
}

std::optional<Date> find_moved_by_days(Date date, long long days) {
    // Compared before it is added: a calendar's year would wrap around long before the sum does.
    const Date earliest = chr::year{first_year} / chr::January / 1;
    const Date latest = chr::year{last_year} / chr::December / 31;
    if (days < (earliest - date).count() || days > (latest - date).count()) return std::nullopt;
    return date + Days{days};
}

std::optional<Date> find_moved_by_months(Date date, long long months) {
    const long long since_year_zero = 12LL * year_of(date) + month_of(date) - 1 + months;
    if (since_year_zero < 12LL * first_year || since_year_zero >= 12LL * (last_year + 1))
        return std::nullopt;
    const int year = static_cast<int>(since_year_zero / 12);
    const int month = static_cast<int>(since_year_zero % 12) + 1;
    const int day = std::min(day_of_month(date), day_of_month(last_day(year, month)));
    return first_of_month(last_day(year, month)) + Days{day - 1};
}

// `direction` is 1 or -1.
Date moved(Date date, Duration duration, int direction) {
    const UnitFacts unit = facts(duration.unit);
    const long long count = static_cast<long long>(duration.count) * direction;
    const auto result = unit.days != 0 ? find_moved_by_days(date, count * unit.days)
                                       : find_moved_by_months(date, count * unit.months);
    if (result) return *result;
    throw Error(Exit::usage,
                fmt::format("{} {} {} is out of reach", to_words(duration),
                            direction > 0 ? "after" : "before", to_iso(date)),
                year_range);
}

// Whole months, by the same clamping as add().
int whole_months(Date from, Date to) {
    const int months = 12 * (year_of(to) - year_of(from)) + month_of(to) - month_of(from);
    return add(from, {months, Unit::month}) > to ? months - 1 : months;
}

Duration rounded_distance(Date from, Date to) {
    const long days = (to - from).count();
    if (days <= most_days) return {static_cast<int>(days), Unit::day};
    // July and August together are 62 days: 61 of them are nearer to two months than to "1 month",
    // which would sound like less than the 60 days before it.
    const int months = std::max(2, whole_months(from, to));
    if (months <= most_months) return {months, Unit::month};
    return {months / 12, Unit::year};
}

// The number that so many digits are; negative where something else stands among them.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (const std::size_t end = at + digits; at < end; ++at) {
        if (text[at] < '0' || text[at] > '9') return -1;
        number = 10 * number + (text[at] - '0');
    }
    return number;
}

} // namespace

std::optional<Date> find_day(int year, int month, int day) {
    constexpr int in_every_month = 28;
    const bool is_shown = in_range(year) && 1 <= month && month <= 12 && 1 <= day && day <= 31;
    if (!is_shown) return std::nullopt;
    const auto date = chr::year{year} / month / day;
    return day <= in_every_month || date.ok() ? std::optional<Date>(date) : std::nullopt;
}

Date make_date(int year, int month, int day) {
    if (const auto date = find_day(year, month, day)) return *date;
    if (!in_range(year))
        throw Error(Exit::usage, fmt::format("the year {} is out of reach", year), year_range);
    if (month < 1 || month > 12)
        throw Error(Exit::usage, fmt::format("{:04}-{:02}-{:02} doesn't exist", year, month, day),
                    "months run from 01 to 12");
    const auto name = month_names[static_cast<std::size_t>(month - 1)];
    throw Error(Exit::usage, fmt::format("{} {} {} doesn't exist", day, name, year),
                fmt::format("{} {} has {} days", name, year, day_of_month(last_day(year, month))));
}

Date add(Date date, Duration duration) {
    return moved(date, duration, 1);
}
Date subtract(Date date, Duration duration) {
    return moved(date, duration, -1);
}

Days half(Duration duration, Date from) {
    return (add(from, duration) - from) / 2;
}

int year_of(Date date) {
    return static_cast<int>(fields(date).year());
}
int month_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(fields(date).month()));
}
int day_of_month(Date date) {
    return static_cast<int>(static_cast<unsigned>(fields(date).day()));
}

Date first_of_week(Date date, chr::weekday week_starts) {
    return date - (chr::weekday{date} - week_starts);
}
Date last_of_week(Date date, chr::weekday week_starts) {
    return first_of_week(date, week_starts) + Days{6};
}

Date first_of_month(Date date) {
    return date - Days{day_of_month(date) - 1};
}
Date last_of_month(Date date) {
    return last_day(year_of(date), month_of(date));
}

Date first_of_quarter(Date date) {
    const int month = month_of(date) - (month_of(date) - 1) % 3;
    return first_of_month(last_day(year_of(date), month));
}
Date last_of_quarter(Date date) {
    const int month = month_of(date) + 2 - (month_of(date) - 1) % 3;
    return last_day(year_of(date), month);
}

Date first_of_year(Date date) {
    return first_of_month(last_day(year_of(date), 1));
}
Date last_of_year(Date date) {
    return last_day(year_of(date), 12);
}

long seconds_between(const Moment& from, const Moment& to) {
    const auto seconds_of = [](const Moment& moment) {
        const TimeOfDay time = moment.time.value_or(TimeOfDay());
        return moment.date.time_since_epoch().count() * 86'400L + time.hour * 3600L +
               time.minute * 60L + time.second;
    };
    return seconds_of(to) - seconds_of(from);
}

namespace {

// Days are written by the thousand: digits by hand take a tenth of what a format string takes.
void append_number(std::string& text, int number, int digits) {
    if (number >= 10 || digits > 1) append_number(text, number / 10, digits - 1);
    text += static_cast<char>('0' + number % 10);
}

void append_plain_day(std::string& text, const chr::year_month_day& day) {
    append_number(text, static_cast<int>(unsigned{day.day()}), 1);
    text += ' ';
    text += short_name(month_names[unsigned{day.month()} - 1]);
    text += ' ';
    append_number(text, int{day.year()}, 4);
}

} // namespace

std::string to_iso(Date date) {
    const chr::year_month_day day{date};
    std::string text;
    append_number(text, int{day.year()}, 4);
    text += '-';
    append_number(text, static_cast<int>(unsigned{day.month()}), 2);
    text += '-';
    append_number(text, static_cast<int>(unsigned{day.day()}), 2);
    return text;
}

std::string to_iso(const Moment& moment) {
    if (!moment.time) return to_iso(moment.date);
    return fmt::format("{}T{:02}:{:02}:{:02}", to_iso(moment.date), moment.time->hour,
                       moment.time->minute, moment.time->second);
}

std::string to_text(Duration duration) {
    return fmt::format("{}{}", duration.count, facts(duration.unit).suffix);
}

std::string to_words(Duration duration) {
    return fmt::format("{} {}{}", duration.count, facts(duration.unit).word,
                       duration.count == 1 ? "" : "s");
}

std::string rhythm_words(Duration duration) {
    return duration.count == 1 ? fmt::format("every {}", facts(duration.unit).word)
                               : fmt::format("every {}", to_words(duration));
}

std::string to_text(chr::weekday day) {
    return fold(weekday_names[day.c_encoding()]);
}

std::string weekday_name(Date date) {
    return std::string(short_name(weekday_names[chr::weekday{date}.c_encoding()]));
}

std::string short_day(Date date) {
    const auto month = month_names[static_cast<std::size_t>(month_of(date) - 1)];
    return fmt::format("{} {} {}", weekday_name(date), day_of_month(date), short_name(month));
}

std::string near_day(Date date, Date today) {
    return year_of(date) == year_of(today) ? short_day(date) : to_words(date);
}

// A journal has thousands of days to show: these are put together without a format.
std::string plain_day(Date date) {
    std::string text;
    append_plain_day(text, chr::year_month_day{date});
    return text;
}

std::string to_words(Date date) {
    std::string text = weekday_name(date);
    text += ' ';
    append_plain_day(text, chr::year_month_day{date});
    return text;
}

std::string to_words(const Moment& moment) {
    if (!moment.time) return to_words(moment.date);
    return fmt::format("{}, {:02}:{:02}", to_words(moment.date), moment.time->hour,
                       moment.time->minute);
}

std::string relative(Date date, Date today) {
    const long days = (date - today).count();
    if (days == 0) return "today";
    if (days == 1) return "tomorrow";
    if (days == -1) return "yesterday";
    if (days > 0) return fmt::format("in {}", to_words(rounded_distance(today, date)));
    return fmt::format("{} ago", to_words(rounded_distance(date, today)));
}

bool is_shaped(std::string_view text, std::string_view shape) {
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
    return true;
}

std::optional<Date> find_iso_date(std::string_view text) {
    // Most values that are looked at are none.
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return find_day(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2));
}

} // namespace mentor
