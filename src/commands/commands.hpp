// SPDX-License-Identifier: MIT
//
// Every command of the program, each defined in the file of src/commands that bears its name.
#pragma once

#include "session/invocation.hpp"

namespace mentor {

extern const Command home_command;         // `mentor` alone
extern const Command merge_driver_command; // for git alone, and so not in the table

#define COMMAND(name) extern const Command name##_command;
#include "commands/all.inc"
#undef COMMAND

} // namespace mentor
