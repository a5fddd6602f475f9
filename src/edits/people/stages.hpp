// SPDX-License-Identifier: MIT
//
// Where a mentorship stands, for the commands that lead from one stage to the next and can't begin
// everywhere.
#pragma once

#include "core/model/relationship.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace mentor {

// For a refusal: "your mentorship with Ada Lovelace has ended".
std::string where_it_stands(const Relationship& relationship);

// The document with the entry in the log that tells the story: "Paused until Mon 1 Feb 2027: a new
// job".
Document with_story(Session& session, const Record& record, const Document& document,
                    const std::string& what, const std::vector<std::string>& words);

} // namespace mentor
