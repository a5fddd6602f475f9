// SPDX-License-Identifier: MIT
#include "report/pages/looking/guide_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {
namespace {

// Prose is hard to follow in longer lines, however wide the window is.
constexpr std::size_t readable = 76;

Fields guide_item(const GuideTopic& topic) {
    List terms, commands;
    for (const auto& [name, words] : topic.terms)
        terms.push_back(Fields{{"term", name}, {"what", words}});
    for (const auto& [name, words] : topic.commands)
        commands.push_back(Fields{{"command", name}, {"what", words}});
    return {{"topic", topic.name},
            {"title", topic.title},
            {"text", join(topic.paragraphs, "\n\n")},
            {"terms", std::move(terms)},
            {"commands", std::move(commands)}};
}

} // namespace

Report guide_list_report(const std::vector<GuideTopic>& topics, Date today) {
    Report report = report_of("mentor.guide/1", today);
    Grid grid = plain_grid();
    for (const GuideTopic& topic : topics) {
        report.items.push_back(guide_item(topic));
        grid.rows.push_back(row(topic.name, topic.title, Style::name));
    }
    report.page = {Heading{"How mentoring goes well"}, std::move(grid), Blank{},
                   suggestion("One of them in full:", "mentor guide TOPIC")};
    return report;
}

Report guide_report(const GuideTopic& topic, Date today) {
    Report report = report_of("mentor.guide/1", today);
    report.items.push_back(guide_item(topic));
    report.page.push_back(Heading{topic.title, Style::heading, 1});
    for (const auto& paragraph : topic.paragraphs) {
        report.page.push_back(Blank{});
        report.page.push_back(Paragraph{.text = {{paragraph}}, .measure = readable});
    }
    if (!topic.terms.empty()) report.page.push_back(Blank{});
    for (const auto& [name, words] : topic.terms)
        add_fact(report.page, name, words);
    Grid commands = plain_grid();
    for (const auto& [name, words] : topic.commands)
        commands.rows.push_back(row(name, words, Style::strong));
    report.page.push_back(Blank{});
    report.page.push_back(std::move(commands));
    return report;
}

} // namespace mentor
