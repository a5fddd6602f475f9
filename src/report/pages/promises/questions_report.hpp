// SPDX-License-Identifier: MIT
//
// `mentor ask`: the questions of each person, those still to ask first.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Those still to ask; with `all`, those that were asked as well.
Report questions_report(const std::vector<Relationship>& people, bool all, Date today,
                        Needs needs = {});

} // namespace mentor
