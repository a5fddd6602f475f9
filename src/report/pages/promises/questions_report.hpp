// SPDX-License-Identifier: MIT
//
// `mentor ask WHO`: questions, those still to ask first.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

namespace mentor {

// Those still to ask; with `all`, those that were asked as well.
Report questions_report(const Relationship& relationship, bool all, Date today);

} // namespace mentor
