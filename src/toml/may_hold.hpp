// SPDX-License-Identifier: MIT
//
// Whether a text of TOML can have some words in its values, found out without reading it: most
// files of a journal don't have what is looked for.
#pragma once

#include "core/terms/folded_word.hpp"

#include <string_view>
#include <vector>

namespace mentor {

// False only where one of the words, which have no blank in them, is in no value of the text, and
// in no key. True for what is no UTF-8: somebody has to be told.
bool may_hold(std::string_view toml, const std::vector<FoldedWord>& words);

} // namespace mentor
