// SPDX-License-Identifier: MIT
//
// One entry, promise, question, piece of advice, step or gift of a file, whichever a REF names.
#pragma once

#include "edits/items/chosen.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mentor {

using AnyItem = std::variant<Chosen<LogEntry>, Chosen<Commitment>, Chosen<Question>, Chosen<Advice>,
                             Chosen<Milestone>, Chosen<Gift>>;

// By an id, whoever has it; else by words of what is open, and of an entry, which is never settled;
// else of what is settled. On a terminal a person chooses among several; Error(unknown) elsewhere,
// with a list that tells them apart. Where it is to be reopened, what is open can't be meant, as
// long as anything settled can. `behind` are the words that follow it, and may be more of it.
AnyItem choose_any(Session& session, const Seen& seen, std::string_view ref,
                   const std::vector<std::string>& behind, bool reopens);

// What a shell offers for such a REF: every entry, and what is open.
std::vector<Candidate> offer_any(View& view, const std::string& who);

} // namespace mentor
