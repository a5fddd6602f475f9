// SPDX-License-Identifier: MIT
#include "report/pages/due_report.hpp"

#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

Heading heading_of(DueGroup group) {
    switch (group) {
    case DueGroup::late:
        return {"Late", Style::late};
    case DueGroup::today:
        return {"Today", Style::soon};
    case DueGroup::week:
        return {"This week"};
    case DueGroup::later:
        break;
    }
    return {"Later"};
}

// A day ahead is named; what is due by today says in its reason how long it has been.
Row row_of(const Reminder& reminder) {
    Text why{{reminder.why, Style::quiet}};
    if (reminder.days > 0) {
        why.insert(why.begin(), {short_day(reminder.on)});
        if (!reminder.why.empty()) why.insert(why.begin() + 1, {", ", Style::quiet});
    }
    if (!reminder.told.empty()) {
        why.push_back({": ", Style::quiet});
        why.push_back({reminder.told, Style::command});
    }
    return {{{reminder.name, Style::name}}, with_id(reminder.what, reminder.id), std::move(why)};
}

Page nothing_due(Date today, Date until) {
    const std::string when = until <= today ? "today" : "until " + to_words(until);
    return {sentence("Nothing is due {}.", when)};
}

} // namespace

Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  std::size_t most) {
    Report report = report_of("mentor.due/1", today);
    report.head = {{"until", until}};
    for (const Reminder& reminder : reminders)
        report.items.push_back(reminder_fields(reminder));
    if (reminders.empty()) {
        report.page = nothing_due(today, until);
        return report;
    }

    Page& page = report.page;
    const std::size_t shown = most == 0 ? reminders.size() : std::min(most, reminders.size());
    for (std::size_t i = 0; i < shown; ++i) {
        if (i == 0 || reminders[i].group != reminders[i - 1].group) {
            page.push_back(heading_of(reminders[i].group));
            Grid grid = plain_grid(3);
            grid.folds = true;
            page.push_back(std::move(grid));
        }
        std::get<Grid>(page.back()).rows.push_back(row_of(reminders[i]));
    }
    if (const std::size_t rest = reminders.size() - shown; rest > 0) {
        page.push_back(Blank{});
        page.push_back(suggestion("And " + std::to_string(rest) + " more:", "mentor due"));
    }
    return report;
}

} // namespace mentor
