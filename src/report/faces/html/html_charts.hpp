// SPDX-License-Identifier: MIT
//
// Charts in HTML: bars and weeks as inline SVG, with their figures as text beside them and in words
// for who doesn't see them; a tree as lists within lists.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

std::string html_bars(const Bars& bars);
// A bar a week, a small chart a month, so that a year has room on any screen. Of very many years
// those without any figure are left out.
std::string html_weeks(const Weeks& weeks);
std::string html_tree(const Tree& tree);

} // namespace mentor
