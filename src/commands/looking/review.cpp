// SPDX-License-Identifier: MIT

#include "core/rules/review.hpp"

#include "commands/commands.hpp"
#include "report/pages/review_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::vector<std::string> who;
    bool week = false, month = false, quarter = false, year = false;
    std::optional<std::string> since, until;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.week, "--week", "this week up to today (the default)");
    declaration.flag(options.month, "--month", "this month up to today");
    declaration.flag(options.quarter, "--quarter", "this quarter up to today");
    declaration.flag(options.year, "--year", "this year up to today");
    declaration.option(options.since, "--since", "DATE", "from this day on");
    declaration.option(options.until, "--until", "DATE", "up to this day (default: today)");
}

Span span_of(const View& view, const Options& options) {
    const int named = int{options.week} + int{options.month} + int{options.quarter} +
                      int{options.year} + int{options.since.has_value()};
    if (named > 1) {
        throw Error(Exit::usage,
                    "--week, --month, --quarter, --year and --since exclude each other",
                    "give one");
    }
    const Date until = options.until ? view.past(*options.until) : view.today();
    Span span{first_of_week(until, view.calendar.week_starts), until};
    if (options.month) span.since = first_of_month(until);
    if (options.quarter) span.since = first_of_quarter(until);
    if (options.year) span.since = first_of_year(until);
    if (options.since) span.since = view.past(*options.since);
    if (span.since > span.until) {
        throw Error(Exit::usage,
                    fmt::format("{} comes after {}", to_words(span.since), to_words(span.until)),
                    "--since is the earlier day");
    }
    return span;
}

Exit run(View& view, const Options& options) {
    const Span span = span_of(view, options);
    const auto people = view.load(view.slugs_for(options.who));
    view.show(review_report(review(people, view.config, view.calendar, span), view.today()));
    return Exit::done;
}

} // namespace

const Command review_command{
    "review",
    Chapter::looking,
    "Look back: what happened, what was kept, what slipped, what comes next",
    "The week, month, quarter or year is the one that today lies in, or the one of --until.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
