// SPDX-License-Identifier: MIT
//
// A page as Markdown: a document to keep, with the same words as on a terminal.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

std::string to_markdown(const Page& page);

} // namespace mentor
