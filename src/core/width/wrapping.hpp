// SPDX-License-Identifier: MIT
//
// Where the lines of a text are broken to fit a width. Knows words and characters, and no face.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Lines of at most `columns` columns, broken at spaces, and in scripts without any: in Chinese and
// Japanese between characters, but before no closing sign and behind no opening one (the classes
// CL, NS, CJ and OP of UAX #14); in Thai, Lao, Khmer and Myanmar where a syllable begins beyond
// doubt. A word that is wider than a line is cut where it must be, and no cluster of signs is: one
// that is wider alone stands out. Newlines in `text` break too. `columns` 0 breaks only at
// newlines. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

// The longest beginning that is no wider and ends between two clusters; may be empty.
std::string_view fitting(std::string_view text, std::size_t columns);

} // namespace mentor
