// SPDX-License-Identifier: MIT
//
// The marks that a note may carry at the start of a line: CLI.md's table. Pure: from a text to the
// note without them and what they say.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct MarkedCommitment {
    Side owner = Side::me;
    std::string what;
    std::optional<Date> due;
};

struct Marked {
    std::string note; // every other line as it was written; blank lines at both ends removed
    std::vector<MarkedCommitment> commitments;
    std::vector<std::string> questions, advice, wins, topics;
    std::optional<Moment> next;
};

// Throws Error(usage) naming the line ("line 3: …") for a mark that can't be understood.
Marked parse_marks(std::string_view text, const Calendar& calendar);

} // namespace mentor
