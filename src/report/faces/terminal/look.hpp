// SPDX-License-Identifier: MIT
//
// How a page is to look on a terminal or in a pipe. Nothing here asks which of them it is.
#pragma once

#include <cstddef>

namespace mentor {

struct Look {
    std::size_t columns = 0; // wrap at this width; 0: never
    bool styled = false;     // ANSI colour and weight
    bool cuts = false;       // what may be cut ends in "…" where it doesn't fit
    bool blocks = false;     // bars and shades of block characters; else of ASCII
};

} // namespace mentor
