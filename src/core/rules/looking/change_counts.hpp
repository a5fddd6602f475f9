// SPDX-License-Identifier: MIT
//
// What a change did to someone's file, in counts alone: what a commit may say of it to whoever
// reads a repository. Pure.
#pragma once

#include "core/model/relationship.hpp"

#include <string>

namespace mentor {

// "2 entries, 1 promise settled, agreement.every": how many of what, and the names of keys; of a
// name the one before, "until now Ada Lovelace"; "changed" where it is something else.
std::string change_counts(const Relationship& before, const Relationship& after);

} // namespace mentor
