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

#include <utility>
#include <vector>

namespace mentor {
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

// Who introduced whom is said of those alone who are on the page.
Stats stats_of_all(const View& view, const std::vector<Relationship>& people, const Span& span) {
    std::vector<PersonStats> figures;
    std::vector<Acquaintance> known;
    for (const Relationship& person : people) {
        figures.push_back(stats_of(person, view.config, view.calendar, {span, {}}));
        known.push_back(acquaintance_of(person));
    }
    return sum_up(std::move(figures), introduced_among(std::move(known)), span, view.calendar);
}

Exit run(View& view, const Options& options) {
    view.require_journal();
    const Span wanted = span_of(view, options.span);
    const auto people = people_to_export(view, options.common);
    const Stats stats = stats_of_all(view, people, wanted);
    const Review past = review(people, view.config, view.calendar, stats.span);
    deliver(view, options.common, to_html(retrospect_page({people, stats, past}, view.today())),
            counted(static_cast<long>(people.size()), "person", "people"));
    return Exit::done;
}

} // namespace

const Command export_html_command{
    "export html",
    Chapter::journal,
    "A page to look back on, or to hand on: figures, charts, goals, thanks",
    "One file for any browser, screen or printer; it asks for nothing from anywhere. It tells of "
    "the last year, or of the days that you name: what it came to, the goals with their story, "
    "what went well and what was kept, without what is private.",
    &invocation_of<Options, declare, run, Faces::for_others>,
};

} // namespace mentor
