// SPDX-License-Identifier: MIT
//
// Promises on their way into a file: from options or marks to tables, to another day, and to the
// rows that say what was understood.
#pragma once

#include "core/marks/marks.hpp"
#include "session/session.hpp"

#include <string>
#include <vector>

namespace mentor {

// "Send the draft by fri", from --todo or --they. Throws Error(usage) for one without words.
std::vector<MarkedCommitment> parse_promises(const std::vector<std::string>& texts, Side owner,
                                             const Calendar& calendar);

// The id of what the other side knows by that mark: the mark itself, so that all machines of yours
// that read the same mail agree, unless the file has it already.
std::string id_for(Host& host, const std::string& mark, const std::vector<std::string>& taken);

// Appends them, made on that day, in the entry `log` where there is one; each new id joins `taken`.
Document with_promises(Host& host, Document document, const std::vector<MarkedCommitment>& promises,
                       Date made, const std::string& log, std::vector<std::string>& taken);

// The promise with a new day; the one before joins those that it was moved from.
Document with_new_day(Document document, const Commitment& promise, std::size_t position, Date due);

// "you promised  Send the draft, by Fri 27 Nov 2026"; `theirs` labels those of the other side.
void add_promises(Grid& grid, const std::vector<MarkedCommitment>& promises,
                  const std::string& theirs);

} // namespace mentor
