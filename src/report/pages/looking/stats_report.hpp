// SPDX-License-Identifier: MIT
//
// `mentor stats`: figures and charts of a span of days.
#pragma once

#include "core/rules/looking/stats.hpp"
#include "report/report.hpp"

namespace mentor {

// Its charts as parts of a document: every bar of them, below headings of level 3.
void add_charts(Page& page, const Stats& stats, Date today);
// Who introduced whom, unless nobody did anyone.
void add_introductions(Page& page, const Stats& stats, Date today);

Report stats_report(const Stats& stats, Date today, Needs needs = {});

} // namespace mentor
