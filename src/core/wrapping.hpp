// SPDX-License-Identifier: MIT
//
// Where the lines of a text are broken to fit a width. Knows words and characters, and no face.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Lines of at most `columns` columns, broken at spaces, and in Chinese and Japanese, which have
// none, between characters: but before no closing sign and behind no opening one (the classes CL,
// NS, CJ and OP of UAX #14). A longer word is left whole. Newlines in `text` break too. `columns` 0
// breaks only at newlines. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

} // namespace mentor
