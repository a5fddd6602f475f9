// SPDX-License-Identifier: MIT
//
// The words of `mentor draft`: a template a kind, in the language of core/draft.hpp. Whoever wants
// other words puts a file of the same name beside the configuration.
#pragma once

#include <string>
#include <vector>

namespace mentor {

struct DraftText {
    std::string kind;
    std::string purpose;  // one line, for the question on a terminal
    std::string log_kind; // how it is logged once it is sent
    std::string text;
};

// In the order in which a mentorship goes.
const std::vector<DraftText>& draft_texts();

} // namespace mentor
