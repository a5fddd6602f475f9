// SPDX-License-Identifier: MIT
//
// Words behind a REF, where it may be that they were meant to be more of it. Without quotes a shell
// makes `done ada send notes` of "send" and "notes": the rest of the name would become an outcome,
// of whatever else "send" names.
#pragma once

#include "core/model/relationship.hpp"
#include "core/model/who.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Throws Error(usage), with what to type, where `ref` and the words behind it name something of
// the person, whatever it is and however it stands. `named` are those that `ref` names by itself.
// What stood in quotes, and an id, end where they end: quotes are seen by the blanks in them, and
// "^c7k2" is never a word.
void refuse_cut_ref(std::string_view ref, const std::vector<std::string>& behind,
                    const std::vector<Item>& named, const Relationship& person);

} // namespace mentor
