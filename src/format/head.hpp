// SPDX-License-Identifier: MIT
//
// Inside src/store only: what someone can be called by, read from the head of a file, so that
// naming one person of a thousand doesn't cost parsing a thousand files.
#pragma once

#include "core/model/who.hpp"

#include <string>
#include <string_view>

namespace mentor {

// Where the head doesn't parse, or says no name, the slug is the name.
Handle read_head(std::string_view text, std::string slug);

} // namespace mentor
