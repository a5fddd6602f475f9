// SPDX-License-Identifier: MIT
//
// What may come next on a command line, from the table and the declarations. The scripts for the
// shells know nothing themselves: they ask `complete`, which is for programs alone and so not in
// the table.
#pragma once

#include "session/command.hpp"

namespace mentor {

extern const Command completion_command;
extern const Command complete_command;

} // namespace mentor
