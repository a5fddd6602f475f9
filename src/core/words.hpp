// SPDX-License-Identifier: MIT
//
// The words of a text, to be compared with those of another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Letters and digits of any script, with -, + and # among them ("on-call"), as they are written.
std::vector<std::string> words_in(std::string_view text);

} // namespace mentor
