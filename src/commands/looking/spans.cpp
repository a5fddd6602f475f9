// SPDX-License-Identifier: MIT

#include "commands/looking/spans.hpp"

#include "core/dates/date.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

Date first_of(const View& view, const std::string& year) {
    if (year.empty()) return first_of_year(view.today());
    // Two of them might mean another century.
    const auto number = year.size() == 4 ? find_number(year) : std::nullopt;
    const auto first = number ? find_day(static_cast<int>(*number), 1, 1) : std::nullopt;
    if (first) return *first;
    throw Error(Exit::usage, fmt::format("--year can't be '{}'", year),
                fmt::format("write it in four digits: --year {}", year_of(view.today())));
}

} // namespace

void declare_span(Declaration& declaration, SpanOptions& options) {
    declaration.option(options.since, "--since", "DATE",
                       "from this day on (default: the week of a year ago)");
    declaration.option(options.until, "--until", "DATE", "up to this day (default: today)");
    declaration.option(options.year, "--year", "[YEAR]", "all of that year (default: this one)");
    declaration.flag(options.all, "--all", "from the first contact on");
}

Span span_of(const View& view, const SpanOptions& options) {
    if (int{options.all} + int{options.since.has_value()} + int{options.year.has_value()} > 1)
        throw Error(Exit::usage, "--since, --year and --all exclude each other", "give one");
    if (options.year && options.until)
        throw Error(Exit::usage, "--year and --until exclude each other",
                    "give --since and --until");
    const Date today = view.today();
    if (options.year) {
        const Date first = first_of(view, *options.year);
        if (first <= today) return {first, std::min(last_of_year(first), today)};
        throw Error(Exit::usage, fmt::format("the year {} lies ahead", *options.year),
                    "give one up to this year");
    }
    const Date until = options.until ? std::min(view.past(*options.until), today) : today;
    if (options.all) return {Date::min(), until};
    // 53 weeks, so that the days of a whole year are among them.
    const Date since = options.since
                           ? view.past(*options.since)
                           : first_of_week(until, view.calendar.week_starts) - Days{52 * 7};
    return require_span(since, until, "--since is the earlier day, and no day ahead");
}

Span require_span(Date since, Date until, const char* advice) {
    if (since <= until) return {since, until};
    throw Error(Exit::usage, fmt::format("{} comes after {}", to_words(since), to_words(until)),
                advice);
}

Span span_between(const View& view, const std::optional<std::string>& since,
                  const std::optional<std::string>& until) {
    return require_span(since ? view.past(*since) : Date::min(),
                        until ? view.past(*until) : Date::max());
}

} // namespace mentor
