// SPDX-License-Identifier: MIT
//
// `mentor ask WHO --suggest`: questions worth asking now, with the number that parks one.
#pragma once

#include "core/model/question_bank.hpp"
#include "core/rules/promises/suggestions.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The first `count` of them. `options` are those that were given beside, for the command that takes
// one: " --phase stuck". None where the numbers aren't those of that command.
Report suggestions_report(const Relationship& relationship,
                          const std::vector<Suggestion>& suggestions, std::size_t count,
                          const std::optional<std::string>& options, Date today);

// A question of the bank as fields for programs.
Fields suggestion_fields(const BankQuestion& question);

} // namespace mentor
