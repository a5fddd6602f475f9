// SPDX-License-Identifier: MIT
#include "report/pages/items.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/reports.hpp"

namespace mentor {
namespace {

// Prose is hard to follow in longer lines, however wide the window is.
constexpr std::size_t readable = 76;

Grid two_columns() {
    return {.columns = {{""}, {""}}, .rows = {}, .indent = 2};
}

} // namespace

Report guide_list_report(const std::vector<GuideTopic>& topics, Date today) {
    Report report = report_of("mentor.guide/1", today, guide_item({}));
    Grid grid = two_columns();
    for (const GuideTopic& topic : topics) {
        report.items.push_back(guide_item(topic));
        grid.rows.push_back({{{topic.name, Style::name}}, {{topic.title}}});
    }
    report.page = {Heading{"How mentoring goes well"}, std::move(grid), Blank{},
                   suggestion("One of them in full:", "mentor guide TOPIC")};
    return report;
}

Report guide_report(const GuideTopic& topic, Date today) {
    Report report = report_of("mentor.guide/1", today, guide_item({}));
    report.items.push_back(guide_item(topic));
    report.page.push_back(Heading{topic.title, Style::strong, 1});
    for (const auto& paragraph : topic.paragraphs) {
        report.page.push_back(Blank{});
        report.page.push_back(Paragraph{{{paragraph}}, 0, readable});
    }
    if (!topic.terms.empty()) report.page.push_back(Blank{});
    for (const auto& [name, words] : topic.terms)
        add_fact(report.page, name, words);
    Grid commands = two_columns();
    for (const auto& [name, words] : topic.commands)
        commands.rows.push_back({{{name, Style::strong}}, {{words}}});
    report.page.push_back(Blank{});
    report.page.push_back(std::move(commands));
    return report;
}

} // namespace mentor
