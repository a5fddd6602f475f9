// SPDX-License-Identifier: MIT
//
// What `check --fix` does: shows what has one right answer, asks, and then does it. The texts all
// or none, through the undo log; permissions and leftovers one by one.
#pragma once

#include "commands/journal/checking/inspection.hpp"

namespace mentor {

// Whether anything was done, so that it is time to look again.
bool mend(Session& session, const Inspection& found);

} // namespace mentor
