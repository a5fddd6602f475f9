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

// By an id; else by words of what is open; else of what is settled, and of an entry. On a terminal
// a person chooses among several; Error(unknown) elsewhere, with a list that tells them apart.
// `behind` are the words that follow it, and may be more of it.
AnyItem choose_any(Session& session, const Seen& seen, std::string_view ref,
                   const std::vector<std::string>& behind);

// What a shell offers for such a REF: every entry, and what is open.
std::vector<Candidate> offer_any(View& view, const std::string& who);

} // namespace mentor
