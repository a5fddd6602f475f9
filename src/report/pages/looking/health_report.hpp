// SPDX-License-Identifier: MIT
//
// `mentor health`: what goes well between two people, and what asks for attention.
#pragma once

#include "core/rules/looking/health.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

// For each person a page of signals, or, unless `full`, a row for each signal that asks for
// attention.
Report health_report(const std::vector<Health>& people, bool full, Date today, Needs needs = {});

} // namespace mentor
