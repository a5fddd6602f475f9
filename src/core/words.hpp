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

// What words of one family have in common, for comparing alone: "negoti" of negotiate, negotiation
// and negotiating. English endings, as far as a short list goes.
std::string stem_of(std::string_view word);

} // namespace mentor
