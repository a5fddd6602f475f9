// SPDX-License-Identifier: MIT
#include "report/pages/promises/goals_report.hpp"

#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {
namespace {

Fields goal_item(const Relationship& relationship, const GoalProgress& progress, Date today) {
    return joined(
        {whose(relationship),
         goal_fields(*progress.goal),
         {{"days", days_until(progress.goal->due, today)},
          {"milestone", listed(progress.steps, milestone_fields)},
          {"steps", static_cast<int>(progress.steps.size())},
          {"steps_done", static_cast<int>(progress.steps_done)},
          {"next", maybe(progress.next(), milestone_fields)},
          {"discussed", progress.discussed ? Data(progress.discussed->on.date) : Data()}}});
}

} // namespace

Report goals_report(const std::vector<Relationship>& relationships, bool all, Date today,
                    Needs needs) {
    Report report = report_of("mentor.goals/1", today);
    for (const Relationship& relationship : relationships) {
        const auto goals = progress_of(relationship, all, today);
        if (goals.empty()) continue;
        report.page.push_back(Heading{relationship.name, Style::name});
        for (const GoalProgress& progress : goals) {
            if (needs.data) report.items.push_back(goal_item(relationship, progress, today));
            add_goal(report.page, progress, today);
        }
    }
    if (report.page.empty()) {
        const std::string command = relationships.size() == 1
                                        ? to_type("mentor goal add {}", relationships.front())
                                        : "mentor goal add WHO";
        report.page.push_back(suggestion("No goal is open. To set one:", command));
    }
    return report;
}

} // namespace mentor
