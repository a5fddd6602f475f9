// SPDX-License-Identifier: MIT
//
// How a page is to look on a terminal or in a pipe. Nothing here asks which of them it is.
#pragma once

#include "report/faces/terminal/codes.hpp"

#include <cstddef>
#include <string_view>

namespace mentor {

struct Look {
    std::size_t columns = 0; // wrap at this width; 0: never
    Codes codes;             // colour and weight
    bool cuts = false;       // what may be cut ends in an ellipsis where it doesn't fit
    bool blocks = false;     // bars and shades of block characters; else of ASCII

    // What stands for what was cut off.
    std::string_view ellipsis() const { return blocks ? "…" : "..."; }
};

} // namespace mentor
