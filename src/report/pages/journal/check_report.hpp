// SPDX-License-Identifier: MIT
//
// `mentor check`: every problem, those of one file together.
#pragma once

#include "core/problem.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace mentor {

// `files` were read; how many problems mend themselves is said below them.
Report check_report(const std::vector<Problem>& problems, std::size_t files, Date today);

} // namespace mentor
