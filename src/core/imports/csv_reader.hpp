// SPDX-License-Identifier: MIT
//
// Rows of a spreadsheet (RFC 4180), read loosely.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct CsvRow {
    std::vector<std::string> cells;
    int line = 0; // that it begins on; a quoted cell may have several
};

// A quote in the middle of a cell is one, and what stands behind a cell's quotes belongs to it.
// Empty lines are no rows. Throws Error(broken) where a quote isn't closed.
std::vector<CsvRow> parse_csv(std::string_view text, char separator, const std::string& file);

} // namespace mentor
