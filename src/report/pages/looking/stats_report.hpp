// SPDX-License-Identifier: MIT
//
// `mentor stats`: figures and charts of a span of days.
#pragma once

#include "core/rules/looking/stats.hpp"
#include "report/report.hpp"

namespace mentor {

Report stats_report(const Stats& stats, Date today);

} // namespace mentor
