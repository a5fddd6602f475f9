// SPDX-License-Identifier: MIT
//
// `mentor due`: reminders, grouped by late, today, this week, later.
#pragma once

#include "core/rules/due.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace mentor {

// `most` rows at the most on the page (0: all), with a line that counts the rest.
Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  std::size_t most = 0);

} // namespace mentor
