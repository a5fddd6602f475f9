// SPDX-License-Identifier: MIT
//
// `mentor give`: what is parked for them, and who should know whom.
#pragma once

#include "core/model/relationship.hpp"
#include "core/rules/people/introductions.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// Those still to give, what is due first; with `all`, those that are too late or were given too.
Report gifts_report(const std::vector<Relationship>& relationships, bool all, Date today,
                    Needs needs = {});

Report introductions_report(const std::vector<Introduction>& introductions, Date today);

} // namespace mentor
