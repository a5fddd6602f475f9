// SPDX-License-Identifier: MIT
#include "report/items.hpp"
#include "report/phrases.hpp"

#include "mentor/report/reports.hpp"

#include <algorithm>

namespace mentor {
namespace {

std::vector<const Goal*> goals_of(const Relationship& relationship, bool all) {
    std::vector<const Goal*> goals;
    for (const Goal& goal : relationship.goals) {
        if (all || goal.open()) goals.push_back(&goal);
    }
    std::stable_partition(goals.begin(), goals.end(),
                          [](const Goal* goal) { return goal->open(); });
    return goals;
}

} // namespace

Report goals_report(const std::vector<Relationship>& relationships, bool all, Date today) {
    Report report = report_of("mentor.goals/1", today, goal_item({}, {}, today));
    for (const Relationship& relationship : relationships) {
        const auto goals = goals_of(relationship, all);
        if (goals.empty()) continue;
        report.page.push_back(Heading{relationship.name, Style::name});
        for (const Goal* goal : goals) {
            report.items.push_back(goal_item(relationship, *goal, today));
            add_goal(report.page, relationship, *goal, today);
        }
    }
    if (report.page.empty()) {
        const std::string who = relationships.size() == 1 ? relationships.front().slug : "WHO";
        report.page.push_back(suggestion("No goal is open. To set one:", "mentor goal add " + who));
    }
    return report;
}

} // namespace mentor
