// SPDX-License-Identifier: MIT
//
// What ids are written with: FORMAT.md's rule.
#pragma once

#include <string_view>

namespace mentor {

// No letter that is easily read as another.
inline constexpr std::string_view id_letters = "0123456789abcdefghjkmnpqrstvwxyz";

} // namespace mentor
