// SPDX-License-Identifier: MIT
//
// Inside src/format only: what someone can be called by, read from the head of a file, so that
// naming one person of a thousand doesn't cost parsing a thousand files.
#pragma once

#include "core/model/who.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// Of the beginning of a file that may go on behind it: nothing where it takes more to know.
std::optional<Handle> find_handle(const std::string& beginning, const std::string& slug);
// Where the head doesn't parse, or says no name, the slug is the name.
Handle read_handle(const std::string& text, std::string slug);

} // namespace mentor
