// SPDX-License-Identifier: MIT
#include "report/pages/items.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/reports.hpp"

namespace mentor {
namespace {

Fields goal_item(const Relationship& relationship, const GoalProgress& progress, Date today) {
    static const Goal nothing;
    const Goal& goal = progress.goal ? *progress.goal : nothing;
    Fields fields{{"slug", relationship.slug}, {"name", relationship.name}};
    for (auto& field : goal_fields(goal))
        fields.push_back(std::move(field));
    List milestones;
    for (const Milestone* step : progress.steps)
        milestones.emplace_back(milestone_fields(*step));
    fields.emplace_back("days",
                        goal.due ? Data(std::int64_t{(*goal.due - today).count()}) : Data());
    fields.emplace_back("milestone", std::move(milestones));
    fields.emplace_back("steps", static_cast<int>(progress.steps.size()));
    fields.emplace_back("steps_done", static_cast<int>(progress.steps_done));
    fields.emplace_back("next",
                        progress.next() ? Data(milestone_fields(*progress.next())) : Data());
    fields.emplace_back("discussed",
                        progress.discussed ? Data(progress.discussed->on.date) : Data());
    return fields;
}

} // namespace

Report goals_report(const std::vector<Relationship>& relationships, bool all, Date today) {
    Report report = report_of("mentor.goals/1", today, goal_item({}, {}, today));
    for (const Relationship& relationship : relationships) {
        const auto goals = progress_of(relationship, all, today);
        if (goals.empty()) continue;
        report.page.push_back(Heading{relationship.name, Style::name});
        for (const GoalProgress& progress : goals) {
            report.items.push_back(goal_item(relationship, progress, today));
            add_goal(report.page, relationship, progress, today);
        }
    }
    if (report.page.empty()) {
        const std::string who = relationships.size() == 1 ? relationships.front().slug : "WHO";
        report.page.push_back(suggestion("No goal is open. To set one:", "mentor goal add " + who));
    }
    return report;
}

} // namespace mentor
