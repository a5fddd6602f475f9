// SPDX-License-Identifier: MIT
//
// The uid that a file gets before it is exported for the first time, where `add` wrote none: files
// that are older, and those that a person made.
#pragma once

#include "core/model/relationship.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace mentor {

// Those of `slugs` whose file has none and can get one: one of a newer format is only read.
std::vector<std::string> without_uid(const std::vector<Relationship>& people,
                                     const std::vector<std::string>& slugs);

// Writes one into each of these files, all or none, as a step of its own that can be taken back,
// and says so; `people` have them from then on.
void give_uids(Session& session, const std::vector<std::string>& slugs,
               std::vector<Relationship>& people);

} // namespace mentor
