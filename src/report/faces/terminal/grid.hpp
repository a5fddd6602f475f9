// SPDX-License-Identifier: MIT
//
// How wide the columns of a page's grids are. Grids of one page share their widths, so that the eye
// finds the same thing in the same place from the first group to the last.
#pragma once

#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace mentor {

// Between two columns.
inline constexpr std::size_t grid_gap = 2;

struct GridLayout {
    std::vector<std::size_t> widths; // in terminal columns
    std::size_t folded = 0;          // of the last two columns as one, for the rows that fold; or 0
    bool stacked = false;            // too narrow for columns: one cell a line
};

class GridLayouts {
public:
    GridLayouts(const Page& page, const Look& look);
    const GridLayout& of(const Grid& grid) const;

private:
    // Indent, number of columns, whether it begins with names, whether it folds.
    using Key = std::tuple<int, std::size_t, bool, bool>;
    static Key key_of(const Grid& grid);
    std::map<Key, GridLayout> layouts_;
};

// Widths that fit into `available` columns: whatever is narrower than a fair share keeps its width,
// and the others share what is left.
std::vector<std::size_t> fitted(std::vector<std::size_t> widths, std::size_t available);

} // namespace mentor
