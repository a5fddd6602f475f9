// SPDX-License-Identifier: MIT
//
// The rows of a grid in their columns, line by line.
#pragma once

#include "report/faces/terminal/grid.hpp"
#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"

#include <string>

namespace mentor {

// With the titles above them, where there are any. Not for a layout that is stacked.
void append_rows(std::string& out, const Grid& grid, const GridLayout& layout, const Look& look);

} // namespace mentor
