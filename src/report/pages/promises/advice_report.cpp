// SPDX-License-Identifier: MIT
#include "report/pages/promises/advice_report.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace mentor {
namespace {

enum class AdviceGroup { waits, to_tell, settled };

AdviceGroup group_of(const Advice& advice) {
    if (advice.open()) return AdviceGroup::waits;
    return advice.told || advice.thanked ? AdviceGroup::settled : AdviceGroup::to_tell;
}

// In a mentee's file the advice is yours, and the trying theirs.
std::string heading_for(AdviceGroup group, bool theirs) {
    switch (group) {
    case AdviceGroup::waits:
        return theirs ? "For them to try" : "To try";
    case AdviceGroup::to_tell:
        return theirs ? "Tried" : "Tried, and not told yet";
    case AdviceGroup::settled:
        break;
    }
    return "Told";
}

Row row_of(const Relationship& person, const Advice& advice, bool named, Date today) {
    Row row{with_id(first_line(advice.what), advice.id)};
    if (named) row.insert(row.begin(), Text{{person.name, Style::name}});
    const std::string fate = fate_words(advice, today);
    const std::string of = advice.on ? "of " + near_day(*advice.on, today) : "";
    row.push_back(Text{{fate.empty() ? of : fate, Style::quiet}});
    return row;
}

} // namespace

Report advice_report(const std::vector<Relationship>& relationships, bool all, Date today,
                     Needs needs) {
    Report report = report_of("mentor.advice/1", today);
    const bool named = relationships.size() != 1;
    for (const AdviceGroup group :
         {AdviceGroup::waits, AdviceGroup::to_tell, AdviceGroup::settled}) {
        if (group == AdviceGroup::settled && !all) break;
        for (const bool theirs : {false, true}) {
            Grid grid = plain_grid(named ? 3 : 2);
            grid.folds = true;
            for (const Relationship& person : relationships) {
                if ((person.role == Role::mentee) != theirs) continue;
                for (const Advice& advice : person.advice) {
                    if (group_of(advice) != group) continue;
                    if (needs.data)
                        report.items.push_back(joined({whose(person), advice_fields(advice)}));
                    grid.rows.push_back(row_of(person, advice, named, today));
                }
            }
            if (grid.rows.empty()) continue;
            report.page.push_back(Heading{heading_for(group, theirs)});
            report.page.push_back(std::move(grid));
        }
    }
    if (report.page.empty()) {
        const std::string command = named ? "mentor advice WHO TEXT"
                                          : to_type("mentor advice {} TEXT", relationships.front());
        report.page.push_back(suggestion("No advice waits to be tried. To note some:", command));
    }
    return report;
}

} // namespace mentor
