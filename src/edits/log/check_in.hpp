// SPDX-License-Identifier: MIT
//
// The check-in, `mentor log` on a terminal, in the order of CONVERSATION.md: when, how, what, what
// was open, the goals, what is new, the questions, what next. What the command line said isn't
// asked.
#pragma once

#include "edits/log/draft.hpp"

namespace mentor {

struct CheckIn {
    bool asks_day = true, asks_kind = true;
    bool takes_marks = true;
};
// Fills in the draft.
void ask_for_draft(Session& session, LogDraft& draft, const Seen& seen, const CheckIn& check_in);

} // namespace mentor
