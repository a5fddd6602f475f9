// SPDX-License-Identifier: MIT
#include "report/pages/looking/list_report.hpp"

#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <utility>

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
    const auto agreed = find_agreed(relationship, config, today);
    if (is_snoozed(relationship, today) && (relationship.stage == Stage::paused || agreed))
        return {{"from " + near_day(*relationship.snoozed, today), Style::quiet}};
    if (asks_whether_met(relationship, config, today))
        return {{fmt::format("met on {}?", near_day(agreed->date, today)), Style::soon}};
    const auto next = next_check_in(relationship, config, today);
    if (!next) return {};
    if (*next < today) return {{"since " + near_day(*next, today), Style::late}};
    return {{near_day(*next, today)}};
}

} // namespace

ListLine list_line(const Relationship& relationship, const Config& config, Date today,
                   Needs needs) {
    ListLine line{.folded_name = fold(relationship.name),
                  .last_meeting = std::nullopt,
                  .next_check_in = next_check_in(relationship, config, today),
                  .added = relationship.added,
                  .item = needs.data ? list_item(relationship, config, today) : Fields(),
                  .row = {}};
    if (const LogEntry* last = last_meeting(relationship, config.kinds, today))
        line.last_meeting = last->on.date;
    line.row = {name_of(relationship),
                {{std::string(to_text(relationship.role))}},
                {{std::string(to_text(relationship.stage))}},
                {{line.last_meeting ? relative(*line.last_meeting, today) : ""}},
                next_of(relationship, config, today)};
    return line;
}

Report list_report(std::vector<ListLine> lines, Date today) {
    Report report = report_of("mentor.list/1", today);
    Grid grid;
    grid.columns = {{"Name"}, {"Role"}, {"Stage"}, {"Last meeting"}, {"Next"}};
    for (ListLine& line : lines) {
        report.items.push_back(std::move(line.item));
        grid.rows.push_back(std::move(line.row));
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
