// SPDX-License-Identifier: MIT
//
// The marks that a note may carry at the start of a line: CLI.md's table. Pure: from a text to the
// note without them and what they say.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/marks/mail_lines.hpp"
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
    std::string no_day;    // see WithDue
    std::string mark = ""; // by which it is known again, see shared_mark.hpp; "" without one
};

// A promise that was kept, as its mark, its id or words of it name it.
struct MarkedKept {
    std::string ref;
    std::string mark;                         // "" where it has none
    std::optional<Side> owner = std::nullopt; // who made it, where that is said
};

// How each side is called, besides "me" and "them".
struct SideNames {
    std::vector<std::string> me, them;
    std::string my_whole = "", their_whole = ""; // which tell two apart who share a first name
};
// By full and by first name, and by any `aka`. `my_name` may be "".
SideNames side_names(const Relationship& relationship, const std::string& my_name);

struct Marked {
    std::string note; // every other line as it was written; blank lines at both ends removed
    std::vector<MarkedCommitment> commitments;
    std::vector<MarkedKept> kept;
    std::vector<std::string> questions, advice, wins, topics;
    std::optional<Moment> next;
    std::optional<MetOn> met; // of a recap, which says itself when it was
    long quoted = 0;          // lines of the note that a mail quotes
    std::string no_kind = ""; // what `met` called its kind and isn't one here; see draft.cpp
};

// The first that the text itself says.
std::optional<MetOn> find_met_on(std::string_view text);

// A mark stands at the start of a line, behind spaces or what begins an item of a list in Markdown:
// a hyphen, an asterisk, a plus, a number with its full stop. Throws Error(usage) naming the line
// ("line 3: …") for one that can't be understood, and for a second `on:` or `next:` that says
// otherwise than the first. What a mail quotes is note, though it begins with
// the mark of advice; see mail_lines.hpp.
Marked parse_marks(std::string_view text, const Calendar& calendar, const SideNames& names);
// The same of one line, which needs no number.
Marked parse_marked_line(std::string_view line, const Calendar& calendar, const SideNames& names);

} // namespace mentor
