// SPDX-License-Identifier: MIT
#include "report/pages/journal/import_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace mentor {
namespace {

constexpr ImportState all_states[] = {ImportState::fresh, ImportState::different, ImportState::same,
                                      ImportState::unclear};

Style style_of(ImportState state) {
    switch (state) {
    case ImportState::fresh:
        return Style::good;
    case ImportState::different:
        return Style::soon;
    case ImportState::unclear:
        return Style::late;
    case ImportState::same:
        break;
    }
    return Style::quiet;
}

std::string name_of(const ImportRow& row) {
    return row.name.empty() ? fmt::format("line {}", row.line) : row.name;
}

} // namespace

Report import_report(const std::vector<ImportRow>& rows, Date today) {
    Report report = report_of("mentor.import/1", today);
    Grid grid;
    grid.columns = {{""}, {"Name"}, {"What"}};
    std::vector<std::string> counts;
    for (const ImportRow& row : rows)
        report.items.push_back({{"slug", or_null(row.slug)},
                                {"name", or_null(row.name)},
                                {"state", to_text(row.state)},
                                {"what", or_null(row.what)},
                                {"line", row.line}});
    for (const ImportState state : all_states) {
        const auto before = grid.rows.size();
        for (const ImportRow& row : rows)
            if (row.state == state)
                grid.rows.push_back({{{std::string(to_text(state)), style_of(state)}},
                                     {{name_of(row), Style::name}},
                                     {{row.what}}});
        if (const auto count = grid.rows.size() - before; count > 0)
            counts.push_back(fmt::format("{} {}", count, to_text(state)));
    }
    report.page = {std::move(grid), Blank{}, sentence(join(counts, ", ") + ".")};
    return report;
}

} // namespace mentor
