// SPDX-License-Identifier: MIT
//
// `mentor advice`: what was advised, and what became of it; what waits to be tried first.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Those that wait to be tried, or whose fate nobody was told of; with `all`, every one.
Report advice_report(const std::vector<Relationship>& relationships, bool all, Date today,
                     Needs needs = {});

} // namespace mentor
