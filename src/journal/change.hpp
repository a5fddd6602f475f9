// SPDX-License-Identifier: MIT
//
// What a write does to one file, as a value: for the diff of a dry run, and for taking it back.
#pragma once

#include <optional>
#include <string>

namespace mentor {

struct Change {
    std::string file;                  // its name in the folder
    std::optional<std::string> before; // nullopt: it wasn't there
    std::optional<std::string> after;  // nullopt: it is gone
};

} // namespace mentor
