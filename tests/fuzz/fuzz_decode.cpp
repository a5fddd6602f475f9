// SPDX-License-Identifier: MIT
//
// From a file to every page that can be made of it: any relationship that decodes can be shown, and
// nothing in it reaches a reader as a control character.
#include "core/rules/due/due.hpp"
#include "core/rules/looking/health.hpp"
#include "core/rules/looking/review.hpp"
#include "core/rules/looking/stats.hpp"
#include "core/rules/prep.hpp"
#include "format/decode.hpp"
#include "fuzz/fuzz.hpp"
#include "report/faces/html/html_face.hpp"
#include "report/faces/json_face.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/daily/due_report.hpp"
#include "report/pages/daily/prep_report.hpp"
#include "report/pages/journal/retrospect_page.hpp"
#include "report/pages/looking/health_report.hpp"
#include "report/pages/looking/list_report.hpp"
#include "report/pages/looking/review_report.hpp"
#include "report/pages/looking/show_report.hpp"
#include "report/pages/looking/stats_report.hpp"
#include "report/pages/people/prospects_report.hpp"
#include "report/pages/promises/goals_report.hpp"
#include "report/pages/promises/todo_report.hpp"

#include "mentor/error.hpp"

#include <algorithm>

using namespace mentor;

namespace {

const Date today = make_date(2026, 11, 22);

void check_harmless(const std::string& text) {
    FUZZ_CHECK(std::ranges::none_of(
        text, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7f'; }));
}

void check_faces(const Report& report) {
    for (const std::size_t columns : {0u, 20u, 80u})
        check_harmless(to_terminal(report.page, {columns}));
    check_harmless(to_markdown(report.page));
    check_harmless(to_html(report.page));
    check_harmless(to_json(report));
    FUZZ_CHECK(!to_json(report).empty());
}

void check_pages(const Relationship& relationship) {
    const Config config;
    const Calendar calendar{today, std::chrono::Monday};
    const Date until = today + Days{400};
    check_faces(due_report(reminders_of(relationship, config, calendar, until), today, until));
    check_faces(show_report(relationship, config, today));
    check_faces(health_report({health(relationship, config, today)}, true, today));
    check_faces(
        prospects_report({{prospect_of(relationship, config, today), {}}}, config.me, today));
    check_faces(prep_report(prep(relationship, config, today), config, today));
    const std::vector<Relationship> everyone{relationship};
    check_faces(list_report({list_line(relationship, config, today)}, today));
    check_faces(goals_report(everyone, true, today));
    check_faces(todo_report(everyone, true, today));
    const ReviewDays year = review_days({today - Days{365}, today}, today);
    check_faces(review_report(
        {review_lines(review_of(relationship, config, calendar, year), today)}, year.span, today));
    for (const Span& span : {Span{today - Days{365}, today}, Span{Date::min(), today}}) {
        const Stats stats =
            sum_up({stats_of(relationship, config, calendar, {span, {}})},
                   introduced_among({acquaintance_of(relationship)}), span, calendar);
        check_faces(stats_report(stats, today));
        const auto reviews = reviews_of(everyone, config, calendar, review_days(stats.span, today));
        check_harmless(to_html(retrospect_page({everyone, stats, reviews}, today)));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    try {
        const Document document =
            Document::parse({reinterpret_cast<const char*>(bytes), size}, "fuzz.toml");
        inspect_config(document);
        const auto faults = inspect_relationship(document, Kinds(), today);
        const Relationship relationship = decode_relationship(document, "fuzz");
        // What decodes has warnings at the most.
        FUZZ_CHECK(std::ranges::none_of(
            faults, [](const Diagnostic& fault) { return fault.severity == Severity::error; }));
        check_pages(relationship);
    } catch (const Error&) {
    }
    return 0;
}
