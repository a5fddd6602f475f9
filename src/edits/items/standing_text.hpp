// SPDX-License-Identifier: MIT
//
// What was written down once of how something ended or was answered: `outcome` and `answer` are
// what a person comes back for, and no command puts another text in their place without --force.
#pragma once

#include <string>
#include <string_view>

namespace mentor {

// Throws Error(unknown), with the text that stands there, where `standing` holds something else
// than `text`. `what` says of what it is: "'Send the draft' has an outcome"; `command`, with a
// place for the text, what to type with --force behind it: "mentor done ada c7k2 TEXT".
void refuse_other_text(std::string_view standing, std::string_view text, std::string_view what,
                       std::string_view command);

} // namespace mentor
