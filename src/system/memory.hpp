// SPDX-License-Identifier: MIT
//
// The memory of a program that reads a journal and ends. It is the whole process's: for who calls
// the library it stays as it is.
#pragma once

namespace mentor {

// Once, before anything is read.
void set_memory_up();

} // namespace mentor
