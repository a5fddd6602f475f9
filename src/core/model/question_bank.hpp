// SPDX-License-Identifier: MIT
//
// Questions worth asking, and when each fits. The words are data: those of the program, and a
// person's own.
#pragma once

#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Where a mentorship stands, as far as questions go; and the four steps of GROW, which are asked of
// whoever has the goal.
enum class Phase {
    first_talk,
    agreement,
    middle,
    stuck,
    feedback,
    ending,
    in_touch,
    goal,
    reality,
    options,
    way,
};

std::string_view to_text(Phase phase); // "first-talk"
std::optional<Phase> find_phase(std::string_view text);
const std::vector<std::string>& phase_names();

struct BankQuestion {
    std::string ask;
    Phase phase = Phase::middle;
    std::vector<Role> roles;         // of whom it is asked; empty: of anyone
    std::vector<std::string> topics; // empty: about anything
    bool is_own = false;             // from a person's own file, and not the program's
};
using QuestionBank = std::vector<BankQuestion>;

} // namespace mentor
