// SPDX-License-Identifier: MIT
//
// The kinds of `mentor draft`. The words of each stand in drafts/KIND.txt, in the language of
// core/rules/draft.hpp. Whoever wants other words puts a file of the same name beside the
// configuration.
#pragma once

#include "core/model/relationship.hpp"

#include <span>
#include <string_view>

namespace mentor {

struct DraftText {
    std::string_view kind;
    std::string_view purpose;  // one line, for the question on a terminal
    std::string_view log_kind; // how it is logged once it is sent
    bool (*fits)(Stage);       // whether it says the right thing to somebody in that stage
    std::string_view text() const;
};

// In the order in which a mentorship goes.
std::span<const DraftText> draft_texts();

} // namespace mentor
