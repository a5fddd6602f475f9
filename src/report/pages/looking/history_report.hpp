// SPDX-License-Identifier: MIT
//
// `mentor history WHO`: the log, newest first, with its notes.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

Report history_report(const Relationship& relationship, const std::vector<const LogEntry*>& entries,
                      Date today, Needs needs = {});

} // namespace mentor
