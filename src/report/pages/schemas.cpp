// SPDX-License-Identifier: MIT
#include "report/pages/reports.hpp"

namespace mentor {

// An empty report of each kind knows its schema and its fields.
std::vector<Schema> schemas() {
    const Date day{};
    std::vector<Schema> result;
    const auto add = [&](const Report& report) {
        result.push_back({report.schema, report.fields});
    };
    add(check_report({}, 0, day));
    add(config_report({}, day));
    add(draft_report({}, day));
    add(due_report({}, day, day));
    add(goals_report({}, false, day));
    add(guide_list_report({}, day));
    add(health_report({}, false, day));
    add(history_report({}, {}, day));
    add(list_report({}, {}, day));
    add(prep_report({}, {}, day));
    add(prospects_report({}, {}, day));
    add(questions_report({}, false, day));
    add(review_report({}, day));
    add(show_report({}, {}, day));
    add(todo_report({}, false, day));
    add(undo_report({}, day));
    return result;
}

} // namespace mentor
