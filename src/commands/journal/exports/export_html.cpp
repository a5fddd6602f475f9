// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "commands/looking/spans.hpp"
#include "core/rules/looking/review.hpp"
#include "core/rules/looking/stats.hpp"
#include "core/text.hpp"
#include "report/faces/html/html_face.hpp"
#include "report/pages/journal/retrospect_page.hpp"
#include "session/view.hpp"

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor::commands::export_html {
namespace {

struct Options {
    ExportOptions common;
    SpanOptions span;
};

void declare(Declaration& declaration, Options& options) {
    declare_who(declaration, options.common);
    declare_span(declaration, options.span);
    declare_file(declaration, options.common);
}

// Who introduced whom is said of those alone who are on the page, and so are their full names.
std::vector<Introduced> introduced_on_page(const View& view,
                                           const std::vector<Relationship>& people) {
    std::set<std::string_view> on_page;
    for (const Relationship& person : people)
        on_page.insert(person.slug);
    std::vector<Acquaintance> known = acquaintances_of(people);
    for (const Handle& other : view.handles())
        if (!on_page.contains(other.slug))
            known.push_back({other.slug, other.name, other.aka, "", false});
    return introduced_among(std::move(known));
}

// What happened in private isn't counted, and yet whoever met so kept the rhythm: `everyone` has
// the days of it, `people` are the same ones without.
Stats stats_of_all(const View& view, const std::vector<Relationship>& everyone,
                   const std::vector<Relationship>& people, const Span& span) {
    std::vector<PersonStats> figures;
    const auto figures_of = [&](const Relationship& person) {
        return stats_of(person, view.config, view.calendar, {span, {}});
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        figures.push_back(figures_of(people[i]));
        figures.back().tally.rhythm = figures_of(everyone[i]).tally.rhythm;
    }
    return sum_up(std::move(figures), introduced_on_page(view, people), span, view.calendar);
}

Exit run(View& view, const Options& options) {
    view.require_journal();
    const Span wanted = span_of(view, options.span);
    const auto everyone = people_to_export(view, options.common);
    const auto people = without_private_entries(view, everyone);
    const Stats stats = stats_of_all(view, everyone, people, wanted);
    const auto reviews =
        reviews_of(people, view.config, view.calendar, review_days(stats.span, view.today()));
    deliver(view, options.common, to_html(retrospect_page({people, stats, reviews}, view.today())),
            counted(static_cast<long>(people.size()), "person", "people"));
    return Exit::done;
}

} // namespace

const Command command{
    "export html",
    Chapter::journal,
    "A page to look back on, or to hand on: figures, charts, goals, thanks",
    "One file for any browser, screen or printer; it asks for nothing from anywhere. It tells of "
    "the last year, or of the days that you name: what it came to, the goals with their story, "
    "what went well and what was kept, without what is private.",
    &invocation_of<Options, declare, run, Faces::for_others>,
};

} // namespace mentor::commands::export_html
