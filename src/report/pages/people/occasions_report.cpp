// SPDX-License-Identifier: MIT
#include "report/pages/people/occasions_report.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// 29 February as 29 February.
std::string kept_day(const Occasion& occasion) {
    if (!occasion.day) return month_words(occasion);
    const auto month = month_names[static_cast<std::size_t>(occasion.month - 1)];
    const std::string day = fmt::format("{} {}", *occasion.day, short_name(month));
    return occasion.year ? fmt::format("{} {}", day, *occasion.year) : day;
}

std::string comes_round(const Occasion& occasion, Date today) {
    const auto on = next_day(occasion, today);
    if (!on) {
        const auto was = day_in(occasion.year.value_or(1), occasion);
        return was ? fmt::format("{}, {}", to_words(*was), relative(*was, today)) : "over";
    }
    if (is_this_month(occasion, today)) return "this month";
    if (!occasion.day) return relative(*on, today);
    std::string words = fmt::format("{}, {}", to_words(*on), relative(*on, today));
    if (const auto age = age_on(*on, occasion)) words += fmt::format(", turns {}", *age);
    return words;
}

} // namespace

std::string occasion_words(const Occasion& occasion, Date today) {
    const std::string round = comes_round(occasion, today);
    const auto on = next_day(occasion, today);
    const bool is_the_first = occasion.year && (!on || year_of(*on) == *occasion.year);
    if (!occasion.day) return fmt::format("{}, {}", kept_day(occasion), round);
    return is_the_first ? round : fmt::format("{}, next {}", kept_day(occasion), round);
}

Report occasions_report(const Relationship& relationship, Date today) {
    Report report = report_of("mentor.occasions/1", today);
    std::vector<const Occasion*> days;
    for (const Occasion& each : relationship.occasions)
        days.push_back(&each);
    std::ranges::stable_sort(days, {}, [&](const Occasion* each) {
        return next_day(*each, today).value_or(Date::max());
    });
    Grid grid = plain_grid(3);
    for (const Occasion* each : days) {
        report.items.push_back(joined(
            {whose(relationship), occasion_fields(*each), {{"falls", next_day(*each, today)}}}));
        grid.rows.push_back({{{first_line(each->what), Style::name}},
                             {{kept_day(*each)}},
                             {{comes_round(*each, today), Style::quiet}}});
    }
    report.page = {std::move(grid)};
    if (days.empty())
        report.page = {
            suggestion(fmt::format("No day of {} is kept. To keep one:", called(relationship)),
                       to_type("mentor occasion {} birthday DAY", relationship))};
    return report;
}

} // namespace mentor
