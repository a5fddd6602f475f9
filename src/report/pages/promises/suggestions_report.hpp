// SPDX-License-Identifier: MIT
//
// `mentor ask WHO --suggest`: questions worth asking now, with the number that parks one.
#pragma once

#include "core/model/question_bank.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <vector>

namespace mentor {

// The first `count` of them.
Report suggestions_report(const Relationship& relationship,
                          const std::vector<const BankQuestion*>& questions, std::size_t count,
                          Date today);

// A question of the bank as fields for programs.
Fields suggestion_fields(const BankQuestion& question);

} // namespace mentor
