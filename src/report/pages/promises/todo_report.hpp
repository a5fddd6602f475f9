// SPDX-License-Identifier: MIT
//
// `mentor todo`: the commitments of both sides.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Those that are open; with `all`, every one.
Report todo_report(const std::vector<Relationship>& relationships, bool all, Date today,
                   Needs needs = {});

} // namespace mentor
