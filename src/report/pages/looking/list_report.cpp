// SPDX-License-Identifier: MIT
#include "report/pages/looking/list_report.hpp"

#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

Fields list_item(const Relationship& relationship, const Config& config, Date today) {
    return joined({{{"slug", relationship.slug}},
                   listed_fields(relationship),
                   rhythm_fields(relationship, config, today)});
}

Text name_of(const Relationship& relationship) {
    Text text{{relationship.name, Style::name}};
    const bool obvious = relationship.slug == slug_of(relationship.name);
    if (!obvious) text.push_back({" (" + relationship.slug + ")", Style::quiet});
    return text;
}

// What was agreed between the two of you comes before what the cadence suggests.
Text next_of(const Relationship& relationship, const Config& config, Date today) {
    if (has_meeting_ahead(relationship, today))
        return {{near_day(relationship.next->date, today) + ", agreed"}};
    if (relationship.stage == Stage::paused && is_snoozed(relationship, today))
        return {{"from " + near_day(*relationship.snoozed, today), Style::quiet}};
    if (const auto agreed = find_agreed(relationship, config, today))
        return {{fmt::format("met on {}?", near_day(agreed->date, today)), Style::soon}};
    const auto next = next_check_in(relationship, config, today);
    if (!next) return {};
    if (*next < today) return {{"since " + near_day(*next, today), Style::late}};
    return {{near_day(*next, today)}};
}

} // namespace

Report list_report(const std::vector<Relationship>& relationships, const Config& config,
                   Date today) {
    Report report = report_of("mentor.list/1", today);
    Grid grid;
    grid.columns = {{"Name"}, {"Role"}, {"Stage"}, {"Last meeting"}, {"Next"}};
    for (const Relationship& relationship : relationships) {
        report.items.push_back(list_item(relationship, config, today));
        const LogEntry* last = last_meeting(relationship, config.kinds, today);
        grid.rows.push_back({name_of(relationship),
                             {{std::string(to_text(relationship.role))}},
                             {{std::string(to_text(relationship.stage))}},
                             {{last ? relative(last->on.date, today) : ""}},
                             next_of(relationship, config, today)});
    }
    if (grid.rows.empty()) {
        report.page.push_back(
            suggestion("No one to show here. To begin with someone:", "mentor add"));
    } else {
        report.page.push_back(std::move(grid));
    }
    return report;
}

} // namespace mentor
