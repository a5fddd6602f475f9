// SPDX-License-Identifier: MIT
//
// Address books as rows: Google's export by its old and its new names of columns, LinkedIn's with
// the notes before it, Outlook's, Thunderbird's, mentor's own, and any other with such names.
#pragma once

#include "core/imports/found.hpp"

#include <string>
#include <string_view>

namespace mentor {

// Each row, with the columns that were understood. The separator is a comma, a semicolon or a tab,
// whichever makes more of the names known. Throws Error(broken) where no line names a column of
// names, and where there is nobody below it.
FoundPeople parse_address_table(std::string_view text, const std::string& file);

} // namespace mentor
