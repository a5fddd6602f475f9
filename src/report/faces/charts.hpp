// SPDX-License-Identifier: MIT
//
// Charts in lines of characters: how wide bars are, which shade a week has, how a tree branches.
// Block characters where the look has them, ASCII elsewhere.
#pragma once

#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mentor {

// So far in do charts stand on a page.
inline constexpr std::size_t chart_indent = 2;

// Where the bars of a page stand, in columns.
struct BarLayout {
    std::size_t label = 0, bar = 0;
    bool stacked = false; // the label stands above its bar
};
class BarLayouts {
public:
    BarLayouts(const Page& page, const Look& look);
    BarLayout of(const Bars& bars) const;

private:
    const Look& look_;
    BarLayout together_;
};

double most_of(const Bars& bars); // the value of a bar as long as can be
// The length of a bar, 0 to 1.
double share_of(const Bar& bar, double most);
// To an eighth of a column with blocks, else to a column; what isn't nothing shows.
std::string drawn_bar(double share, std::size_t columns, bool blocks);

// The day whose year and month are those of the week: its middle, as ISO 8601 has the year. Of a
// week of which less than half is in question, the day that is nearest to it.
Date day_of(const Weeks& weeks, const Weeks::Week& week);
std::size_t place_in_month(Date day); // 0 to 4
int most_of(const Weeks& weeks);      // the highest count

struct DrawnWeeks {
    std::vector<Text> lines; // each with its figure
    Text legend;
};
// A line a year; a line a month in a narrow window and of a few weeks. Of very many lines those
// without any figure are left out.
DrawnWeeks drawn(const Weeks& weeks, const Look& look);

// What stands before each node: "├─ ", and "│  " before its further lines.
struct DrawnBranch {
    std::string first, rest;
};
std::vector<DrawnBranch> branches_of(const Tree& tree, const Look& look);

} // namespace mentor
