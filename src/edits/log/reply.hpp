// SPDX-License-Identifier: MIT
//
// What is said of a draft once it is written.
#pragma once

#include "edits/log/writing.hpp"

namespace mentor {

// "Logged: coffee with Ada Lovelace on Sun 22 Nov 2026", and below it what was understood. Of a
// mail that the file knew in part, what was new, and what differs: the file keeps what it has,
// since the mail may be the older one.
Page reply_to(const LogDraft& draft, const Written& written, const Kinds& kinds);

// Below it, what comes next with a prospect; nothing for anyone else. `before` is as it was before
// the draft.
void add_next_step(Page& page, const Relationship& before, const LogDraft& draft,
                   const Config& config, Date today);

} // namespace mentor
