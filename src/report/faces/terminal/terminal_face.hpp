// SPDX-License-Identifier: MIT
//
// A page as text for a terminal or a pipe. Whatever the look, it holds no control characters and no
// bidirectional overrides but as escapes: a pipe often ends in a pager, a mail or a terminal.
#pragma once

#include "report/faces/terminal/look.hpp"
#include "report/report.hpp"

#include <string>

namespace mentor {

std::string to_terminal(const Page& page, const Look& look);

} // namespace mentor
