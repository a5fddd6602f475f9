// SPDX-License-Identifier: MIT
//
// Other processes: whether they are there, and what they run (proc_pid_comm(5)). Starts none.
#pragma once

#include <optional>
#include <string>

namespace mentor::posix {

// The name of the program that a process runs, as the system shortens it; nullopt where there is no
// such process, or the system doesn't tell.
std::optional<std::string> find_program(int process);

// A process that runs the program that we are, or may do so, where the system doesn't tell.
bool is_one_of_us(int process);

} // namespace mentor::posix
