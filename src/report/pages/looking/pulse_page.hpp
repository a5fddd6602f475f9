// SPDX-License-Identifier: MIT
//
// What `mentor pulse WHO` answers: the scores, beside those before them.
#pragma once

#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"
#include "report/report.hpp"

namespace mentor {

// `pulse` is an entry of the relationship.
Page pulse_page(const Relationship& relationship, const LogEntry& pulse, const Kinds& kinds);

} // namespace mentor
