// SPDX-License-Identifier: MIT
//
// `mentor list`: one row a relationship.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <vector>

namespace mentor {

Report list_report(const std::vector<Relationship>& relationships, const Config& config,
                   Date today);

} // namespace mentor
