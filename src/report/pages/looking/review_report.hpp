// SPDX-License-Identifier: MIT
//
// `mentor review`: what happened in some days, what was kept, what slipped, what comes next.
#pragma once

#include "core/rules/looking/review.hpp"
#include "report/report.hpp"

namespace mentor {

Report review_report(const Review& review, Date today, Needs needs = {});

} // namespace mentor
