// SPDX-License-Identifier: MIT
//
// `mentor goal list`: goals with their milestones.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Those that are open; with `all`, every one.
Report goals_report(const std::vector<Relationship>& relationships, bool all, Date today,
                    Needs needs = {});

} // namespace mentor
