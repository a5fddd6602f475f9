// SPDX-License-Identifier: MIT
#include "core/dates/calendar_names.hpp"
#include "core/dates/date_rules.hpp"
#include "core/dates/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mentor::grammar {
namespace {

namespace chr = std::chrono;

std::string_view month_name(int month) {
    return month_names[static_cast<std::size_t>(month - 1)];
}

bool suits(Date date, const Asked& asked) {
    return asked.reading == Reading::past ? date <= asked.calendar.today
                                          : date >= asked.calendar.today;
}

int direction(const Asked& asked) {
    return asked.reading == Reading::past ? -1 : 1;
}

// The nearest year in the reading's direction for which `day_in` has a day.
template<typename DayIn>
Date nearest_year(const Asked& asked, DayIn day_in) {
    // Eight years lie between 29 February 1896 and 29 February 1904.
    constexpr int longest_wait = 8;
    for (int step = 0; step <= longest_wait; ++step) {
        const int year = year_of(asked.calendar.today) + step * direction(asked);
        const std::optional<Date> date = day_in(year);
        if (date && suits(*date, asked)) return *date;
    }
    throw out_of_reach(asked.typed);
}

bool exists_in_some_year(int month, int day) {
    constexpr int leap_year = 2000;
    return find_day(leap_year, month, day).has_value();
}

Date nearest_yearly(int month, int day, const Asked& asked) {
    if (!exists_in_some_year(month, day)) {
        const int days_in_month = day_of_month(last_of_month(make_date(2001, month, 1)));
        throw Error(Exit::usage, fmt::format("{} {} doesn't exist", day, month_name(month)),
                    fmt::format("{} has {} days", month_name(month),
                                month == 2 ? "28 or 29" : std::to_string(days_in_month)));
    }
    return nearest_year(asked, [&](int year) { return find_day(year, month, day); });
}

Date nearest_monthly(int day, const Asked& asked) {
    if (day < 1 || day > 31)
        throw Error(Exit::usage, fmt::format("'{}' doesn't exist", asked.typed),
                    "months have up to 31 days");
    // A month that lacks the day is never followed by another one; this month's may be over.
    constexpr int longest_wait = 2;
    for (int step = 0; step <= longest_wait; ++step) {
        const Date first = first_of_month(asked.calendar.today);
        const Date month = add(first, {step * direction(asked), Unit::month});
        const auto date = find_day(year_of(month), month_of(month), day);
        if (date && suits(*date, asked)) return *date;
    }
    throw out_of_reach(asked.typed);
}

Date checked(Date date, std::optional<chr::weekday> weekday) {
    if (!weekday || *weekday == chr::weekday{date}) return date;
    throw Error(Exit::usage,
                fmt::format("{} is a {}, not a {}", to_iso(date),
                            weekday_names[chr::weekday{date}.c_encoding()],
                            weekday_names[weekday->c_encoding()]),
                "leave the weekday out, or correct one of them");
}

// A number within "2026-11-22". How many digits it has tells a year from a day.
struct Part {
    std::size_t digits = 0;
    int value = 0;
    char joint = 0; // what parts it from the one before
    bool is_year() const { return digits == 4; }
};

std::optional<std::vector<Part>> find_parts(std::string_view dashed) {
    std::vector<Part> parts(1);
    for (const char c : dashed) {
        if (c < '0' || c > '9') {
            parts.push_back({.joint = c});
            continue;
        }
        parts.back().value = 10 * parts.back().value + (c - '0');
        if (++parts.back().digits > 4) return std::nullopt;
    }
    return parts;
}

// "2026-11-22", with any separator: a year that comes first leaves no doubt. "2026-011-02" and
// "2026-11/22" are slips of the pen, and who knows of which day.
std::optional<Date> year_first(Phrase phrase, const Asked& asked) {
    const auto weekday = phrase.take_weekday();
    const auto dashed = phrase.take_dashed();
    const auto parts = dashed && phrase.done() ? find_parts(*dashed) : std::nullopt;
    if (!parts || parts->size() != 3 || !parts->front().is_year()) return std::nullopt;
    const Part &month = (*parts)[1], &day = (*parts)[2];
    if (month.digits > 2 || day.digits > 2 || month.joint != day.joint)
        throw not_understood(asked.typed, "date", std::nullopt, "write it like '2026-11-22'");
    return checked(make_date((*parts)[0].value, (*parts)[1].value, (*parts)[2].value), weekday);
}

std::optional<int> take_day_or_ordinal(Phrase& phrase) {
    const auto ordinal = phrase.take_ordinal();
    return ordinal ? ordinal : phrase.take_day();
}

// What there is of "Sun 22 Nov 2026", in any order that people write.
struct WrittenDay {
    std::optional<chr::weekday> weekday;
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
};

WrittenDay take_written_day(Phrase& phrase) {
    WrittenDay written;
    written.weekday = phrase.take_weekday();
    written.year = phrase.take_year();
    phrase.take("the");
    written.day = take_day_or_ordinal(phrase);
    if (written.day) phrase.take("of");
    written.month = phrase.take_month();
    if (!written.day) written.day = take_day_or_ordinal(phrase);
    if (!written.year) written.year = phrase.take_year();
    return written;
}

// "22 nov", "nov 22nd 2027", "the 22nd of november", "Sun 22 Nov 2026".
std::optional<Date> day_and_month(Phrase phrase, const Asked& asked) {
    const auto [weekday, year, month, day] = take_written_day(phrase);
    if (!month || !day || !phrase.done()) return std::nullopt;
    return checked(year ? make_date(*year, *month, *day) : nearest_yearly(*month, *day, asked),
                   weekday);
}

// "the 22nd": of the nearest month that has one.
std::optional<Date> day_of_some_month(Phrase phrase, const Asked& asked) {
    phrase.take("the");
    const auto day = phrase.take_ordinal();
    if (!day || !phrase.done()) return std::nullopt;
    return nearest_monthly(*day, asked);
}

// "end of november", "the end of nov 2027".
std::optional<Date> end_of_named_month(Phrase phrase, const Asked& asked) {
    phrase.take("the");
    if (!phrase.take("end", "of")) return std::nullopt;
    const auto month = phrase.take_month();
    const auto year = phrase.take_year();
    if (!month || !phrase.done()) return std::nullopt;
    const auto last_in = [&](int of_year) -> std::optional<Date> {
        const auto first = find_day(of_year, *month, 1);
        return first ? std::optional(last_of_month(*first)) : std::nullopt;
    };
    return year ? last_of_month(make_date(*year, *month, 1)) : nearest_year(asked, last_in);
}

void refuse_month_alone(int month, std::optional<int> year, const Asked& asked) {
    const std::string name =
        year ? fmt::format("{} {}", month_name(month), *year) : std::string(month_name(month));
    throw Error(Exit::usage, fmt::format("'{}' is a month, not a day", asked.typed),
                fmt::format("add the day, as in '1 {}', or write 'end of {}'", name, name));
}

// "3", "2026".
void refuse_number_alone(Phrase phrase, const Asked& asked) {
    const std::size_t digits = phrase.done() ? 0 : phrase.rest().front().text.size();
    const auto number = phrase.take_number();
    if (!number || !phrase.done()) return;
    if (digits == 4)
        throw Error(Exit::usage, fmt::format("'{}' is a year, not a day", asked.typed),
                    fmt::format("add the month and the day, as in {:04}-01-15", *number));
    throw Error(Exit::usage, fmt::format("'{}' is only a number", asked.typed),
                1 <= *number && *number <= 31
                    ? fmt::format("add a unit or a month, as in '{0}d' or '{0} jan'", *number)
                    : fmt::format("add a unit, as in '{}d'", *number));
}

// "november", "nov 2026", "22 nov 26".
void refuse_unfinished(Phrase phrase, const Asked& asked) {
    const auto [weekday, year, month, day] = take_written_day(phrase);
    if (!month || weekday) return;
    if (!day && phrase.done()) refuse_month_alone(*month, year, asked);
    const auto short_year = phrase.take_number();
    if (!day || year || !short_year || !phrase.done()) return;
    const int meant = *short_year < 100 ? 2000 + *short_year : year_of(asked.calendar.today);
    throw Error(Exit::usage, fmt::format("'{}' leaves the year unclear", asked.typed),
                fmt::format("write it in full, as in '{} {} {}'", *day,
                            short_name(month_name(*month)), meant));
}

// The day of two numbers read in one order: of the year that is given, else of the nearest.
std::optional<Date> find_reading(int month, int day, std::optional<int> year, const Asked& asked) {
    if (year) return find_day(*year, month, day);
    if (!exists_in_some_year(month, day)) return std::nullopt;
    return nearest_yearly(month, day, asked);
}

// "03/04/2026", "25.12.": the world doesn't agree on the order.
void refuse_either_order(Part one, Part two, std::optional<int> year, const Asked& asked) {
    const auto day_first = find_reading(two.value, one.value, year, asked);
    const auto month_first = find_reading(one.value, two.value, year, asked);
    const auto offer = [](Date date) {
        return fmt::format("{} for {}", to_iso(date), to_words(date));
    };
    if (day_first && month_first && *day_first != *month_first)
        throw Error(Exit::usage, fmt::format("'{}' can be read two ways", asked.typed),
                    fmt::format("write {}, or {}", offer(*day_first), offer(*month_first)));
    if (day_first || month_first)
        throw Error(Exit::usage, fmt::format("'{}' needs the year first", asked.typed),
                    fmt::format("write {}", offer(day_first ? *day_first : *month_first)));
    throw Error(Exit::usage,
                fmt::format("'{}' doesn't exist, whichever way it is read", asked.typed),
                fmt::format("write the year first, as in {}", to_iso(asked.calendar.today)));
}

void refuse_figures(Phrase phrase, const Asked& asked) {
    const auto dashed = phrase.take_dashed();
    const auto found = dashed && phrase.done() ? find_parts(*dashed) : std::nullopt;
    if (!found || found->size() > 3) return;
    const std::vector<Part>& parts = *found;
    if (parts.size() == 3 && parts[2].is_year())
        refuse_either_order(parts[0], parts[1], parts[2].value, asked);
    if (parts.size() == 3)
        throw Error(Exit::usage, fmt::format("'{}' can be read in several ways", asked.typed),
                    fmt::format("write the year first and in full, as in {}",
                                to_iso(asked.calendar.today)));
    const Part year = parts[0].is_year() ? parts[0] : parts[1];
    const Part month = parts[0].is_year() ? parts[1] : parts[0];
    if (!year.is_year()) refuse_either_order(parts[0], parts[1], std::nullopt, asked);
    if (exists_in_some_year(month.value, 1)) refuse_month_alone(month.value, year.value, asked);
}

} // namespace

std::optional<Date> find_calendar_date(Phrase phrase, const Asked& asked) {
    for (const auto rule : {year_first, day_and_month, day_of_some_month, end_of_named_month})
        if (const auto date = rule(phrase, asked)) return date;
    for (const auto refuse : {refuse_figures, refuse_unfinished, refuse_number_alone})
        refuse(phrase, asked);
    return std::nullopt;
}

} // namespace mentor::grammar
