// SPDX-License-Identifier: MIT
//
// The file of friends (https://github.com/JacobEvelyn/friends), `friends.md`: whom you know, what
// you did with them, and notes about them.
#pragma once

#include "core/imports/found.hpp"

#include <string>
#include <string_view>

namespace mentor {

// Friends as people, activities as meetings, notes as notes; a line that can't be understood says
// why. Throws Error(broken) where no part of such a file is in the text, or nothing in its parts.
FoundEntries parse_friends(std::string_view text, const std::string& file);

} // namespace mentor
