// SPDX-License-Identifier: MIT
//
// Where a mentorship stands, for the commands that lead from one stage to the next and can't begin
// everywhere.
#pragma once

#include "core/model/relationship.hpp"

#include <string>

namespace mentor {

// It came to an end, whether or not the two stay in touch.
bool has_ended(const Relationship& relationship);

// For a refusal: "your mentorship with Ada Lovelace has ended".
std::string where_it_stands(const Relationship& relationship);

} // namespace mentor
