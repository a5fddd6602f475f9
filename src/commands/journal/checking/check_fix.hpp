// SPDX-License-Identifier: MIT
//
// What `check --fix` does: shows what has one right answer, asks, and then does it. The texts all
// or none, through the undo log; permissions and leftovers one by one.
#pragma once

#include "commands/journal/checking/inspection.hpp"

#include <string>

namespace mentor {

// Asks which of a file and its copy is right in one thing; "here" is the file.
Taken ask_side(Session& session, const std::string& file, const std::string& copy,
               const Collision& collision);

// Whether anything was done, so that it is time to look again.
bool mend(Session& session, const Inspection& found);

} // namespace mentor
