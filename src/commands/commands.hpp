// SPDX-License-Identifier: MIT
//
// Every command of the program, each in a namespace that bears its name, as its file does.
#pragma once

#include "session/invocation.hpp"

namespace mentor::commands {

#define COMMAND(name)                                                                              \
    namespace name {                                                                               \
    extern const Command command;                                                                  \
    }
#include "commands/all.inc"
COMMAND(home)         // `mentor` alone
COMMAND(complete)     // for shells alone, and so not in the table: see cli/completion.cpp
COMMAND(merge_driver) // for git alone, and so not in the table
#undef COMMAND

} // namespace mentor::commands
