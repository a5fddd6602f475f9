// SPDX-License-Identifier: MIT
//
// Address books as vCards: 4 (RFC 6350), 3 (RFC 2426), 2.1, several in a text.
#pragma once

#include "core/imports/found.hpp"

#include <string>
#include <string_view>

namespace mentor {

// Each card, in the order of the text; one that can't be understood says why. Throws Error(broken)
// where there is none.
FoundPeople parse_vcards(std::string_view text, const std::string& file);

} // namespace mentor
