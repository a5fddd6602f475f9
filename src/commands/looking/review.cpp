// SPDX-License-Identifier: MIT

#include "core/rules/looking/review.hpp"

#include "commands/commands.hpp"
#include "commands/looking/spans.hpp"
#include "report/pages/looking/review_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor::commands::review {
namespace {

struct Options {
    std::vector<std::string> who;
    bool week = false, month = false, quarter = false, year = false;
    bool last_week = false, last_month = false, last_quarter = false, last_year = false;
    std::optional<std::string> since, until;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.week, "--week", "this week up to today (the default)");
    declaration.flag(options.month, "--month", "this month up to today");
    declaration.flag(options.quarter, "--quarter", "this quarter up to today");
    declaration.flag(options.year, "--year", "this year up to today");
    declaration.flag(options.last_week, "--last-week", "the whole week before this one");
    declaration.flag(options.last_month, "--last-month", "the whole month before this one");
    declaration.flag(options.last_quarter, "--last-quarter", "the whole quarter before this one");
    declaration.flag(options.last_year, "--last-year", "the whole year before this one");
    declaration.option(options.since, "--since", "DATE", "from this day on");
    declaration.option(options.until, "--until", "DATE", "up to this day (default: today)");
}

// A period that has a name: where the one with a day in it begins, and how long it is.
struct Period {
    Date (*first_of)(Date day, const Calendar& calendar);
    Duration length;
};

constexpr Period week{
    [](Date day, const Calendar& calendar) { return first_of_week(day, calendar.week_starts); },
    {1, Unit::week}};
constexpr Period month{[](Date day, const Calendar&) { return first_of_month(day); },
                       {1, Unit::month}};
constexpr Period quarter{[](Date day, const Calendar&) { return first_of_quarter(day); },
                         {3, Unit::month}};
constexpr Period year{[](Date day, const Calendar&) { return first_of_year(day); },
                      {1, Unit::year}};

struct Wanted {
    Span span;
    std::optional<Date> next_until; // a whole period ahead, whatever the day
};

Wanted wanted_by(const View& view, const Options& options) {
    struct Choice {
        bool is_chosen;
        const Period* period;
        bool is_last;
    };
    std::vector<Choice> chosen{
        {options.week, &week, false},           {options.month, &month, false},
        {options.quarter, &quarter, false},     {options.year, &year, false},
        {options.last_week, &week, true},       {options.last_month, &month, true},
        {options.last_quarter, &quarter, true}, {options.last_year, &year, true}};
    std::erase_if(chosen, [](const Choice& choice) { return !choice.is_chosen; });
    if (chosen.size() + (options.since ? 1 : 0) > 1)
        throw Error(Exit::usage, "the periods and --since exclude each other", "give one of them");
    const Date until = options.until ? view.past(*options.until) : view.today();
    if (options.since) return {require_span(view.past(*options.since), until), std::nullopt};
    const Choice choice = chosen.empty() ? Choice{true, &week, false} : chosen.front();
    const Date first = choice.period->first_of(until, view.calendar);
    const Date next_until = mentor::add(view.today(), choice.period->length);
    if (!choice.is_last) return {{first, until}, next_until};
    const Date last = first - Days{1};
    return {{choice.period->first_of(last, view.calendar), last}, next_until};
}

Exit run(View& view, const Options& options) {
    const auto [span, next_until] = wanted_by(view, options);
    // Its page shows neither the notes of entries nor their topics.
    const Extent extent = view.needs().data ? Extent::whole : Extent::outline;
    view.require_journal();
    const auto slugs = options.who.empty() ? view.slugs() : view.slugs_for(options.who);
    const ReviewDays days = review_days(span, view.today(), next_until);
    std::vector<ReviewLines> everyone(slugs.size());
    view.visit(slugs, extent, [&](std::size_t position, const Relationship& person) {
        everyone[position] = review_lines(review_of(person, view.config, view.calendar, days),
                                          view.today(), view.needs());
    });
    view.show(review_report(std::move(everyone), span, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "review",
    Chapter::looking,
    "Look back: what happened, what was kept, what slipped, what comes next",
    "The week, month, quarter or year is the one that today lies in, or the one of --until; "
    "--last-week and its like are the whole one before it. What comes next is as long a time ahead "
    "of today.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::review
