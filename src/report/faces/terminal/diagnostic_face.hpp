// SPDX-License-Identifier: MIT
//
// What went wrong, for a terminal or a pipe: a line that says it, what to do below.
#pragma once

#include "report/faces/terminal/look.hpp"

#include "mentor/error.hpp"

#include <string>

namespace mentor {

// core's to_text, wrapped and with colour as `look` says.
std::string to_terminal(const Diagnostic& diagnostic, const Look& look);

} // namespace mentor
