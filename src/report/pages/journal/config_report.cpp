// SPDX-License-Identifier: MIT
#include "report/pages/journal/config_report.hpp"

#include "report/pages/schemas.hpp"

namespace mentor {
namespace {

Fields config_item(const Setting& setting) {
    return {{"key", setting.key}, {"value", or_null(setting.value)}, {"from", setting.from}};
}

} // namespace

Report config_report(const std::vector<Setting>& settings, Date today) {
    Report report = report_of("mentor.config/1", today);
    Grid grid;
    grid.columns = {{"Key"}, {"Value"}, {"From"}};
    for (const Setting& setting : settings) {
        report.items.push_back(config_item(setting));
        grid.rows.push_back(
            {{{setting.key}}, {{setting.value, setting.style}}, {{setting.from, Style::quiet}}});
    }
    report.page.push_back(std::move(grid));
    return report;
}

} // namespace mentor
