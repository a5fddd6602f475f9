// SPDX-License-Identifier: MIT
#include "report/pages/looking/history_report.hpp"

#include "core/rules/promises/goals.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {
namespace {

// "45 minutes, Blue Bottle, about promotion"
std::string details_of(const LogEntry& entry, const Relationship& relationship) {
    std::vector<std::string> parts;
    if (entry.minutes) parts.push_back(length_words(*entry.minutes));
    if (!entry.where.empty()) parts.push_back(one_line(entry.where));
    if (!entry.topics.empty()) parts.push_back("about " + one_line(join(entry.topics, ", ")));
    if (entry.by == Side::me) parts.push_back("you reached out");
    if (entry.by == Side::them) parts.push_back(called(relationship) + " reached out");
    if (entry.is_private) parts.push_back("private");
    return join(parts, ", ");
}

std::string goals_of(const LogEntry& entry, const ByGoal& by_goal) {
    std::vector<std::string> parts;
    for (const std::string& id : entry.goals) {
        const Goal* goal = by_goal.find(id);
        parts.push_back(goal ? one_line(goal->title) + " (" + id + ")" : id);
    }
    return join(parts, ", ");
}

void add_entry(Page& page, const LogEntry& entry, const ByGoal& by_goal) {
    const std::string id = entry.id.empty() ? "" : " (" + entry.id + ")";
    page.push_back(Heading{to_words(entry.on) + ", " + entry.kind + id});
    if (const std::string details = details_of(entry, by_goal.relationship()); !details.empty()) {
        page.push_back(indented(sentence(details, Style::quiet)));
    }
    if (const std::string note = trim(entry.note); !note.empty()) {
        page.push_back(indented(sentence(note)));
        page.push_back(Blank{});
    }
    for (const std::string& advice : entry.advice)
        add_fact(page, "advice", advice);
    for (const std::string& win : entry.wins)
        add_fact(page, "win", win);
    add_fact(page, "goals", goals_of(entry, by_goal));
    add_fact(page, "scores", score_words(entry));
    if (entry.rating) add_fact(page, "rating", std::to_string(*entry.rating) + " of 5");
}

} // namespace

Report history_report(const Relationship& relationship, const std::vector<const LogEntry*>& entries,
                      Date today, Needs needs) {
    Report report = report_of("mentor.history/1", today);
    report.page.push_back(Heading{relationship.name, Style::name, 1});
    const ByGoal by_goal(relationship);
    for (const LogEntry* entry : entries) {
        if (needs.data) report.items.push_back(joined({whose(relationship), entry_fields(*entry)}));
        add_entry(report.page, *entry, by_goal);
    }
    if (entries.empty() && relationship.log.empty()) {
        report.page.push_back(suggestion("Nothing is written down yet. After you meet:",
                                         to_type("mentor log {}", relationship)));
    } else if (entries.empty()) {
        report.page.push_back(sentence("No entry matches."));
    }
    return report;
}

} // namespace mentor
