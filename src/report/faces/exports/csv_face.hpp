// SPDX-License-Identifier: MIT
//
// The items of a report as CSV (RFC 4180), for spreadsheets: a line of names, then a line an item.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

// UTF-8 without a mark, lines end with CRLF. A list is its values with "; " between. A text that
// begins like a formula gets an apostrophe before it, so that no spreadsheet computes it; a number
// is one. Of control characters line ends and tabs stay, and no mark that turns the order of
// reading.
std::string to_csv(const Report& report);

} // namespace mentor
