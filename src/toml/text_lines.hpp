// SPDX-License-Identifier: MIT
//
// Inside src/toml only: which line of a text as it is written each byte of it stands on.
#pragma once

#include "toml/toml.hpp"

#include <cstddef>
#include <string_view>

namespace mentor {

// The line of `text` on which the byte `offset` of what the value says stands; of a value that is no
// text, the one that it begins on.
int line_in(std::string_view text, const toml::node& value, std::size_t offset);

} // namespace mentor
