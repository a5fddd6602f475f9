// SPDX-License-Identifier: MIT
//
// A log entry before it is written, with what was promised, asked and agreed beside it: from
// whatever way it was typed to what is said of it; writing.hpp has the edits of the files.
#pragma once

#include "core/marks/marks.hpp"
#include "core/rules/looking/pulse.hpp"
#include "edits/goals/grow.hpp"
#include "edits/items/chosen.hpp"
#include "edits/log/loops.hpp"
#include "edits/log/parked_questions.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct LogDraft {
    Moment on;
    std::string kind = "meeting";
    std::optional<Side> by;
    std::optional<int> minutes;
    std::string where;
    std::optional<int> rating;
    bool is_private = false;
    std::vector<std::string> goals; // the ids of those that were discussed
    Scores scores;                  // of a pulse
    std::optional<Grow> grow;
    std::vector<Answered> answers;
    Loops loops;              // what was open, and is closed by this entry's day
    std::optional<bool> fits; // after a talk with a prospect: you go on together, or you don't
    Marked said;              // the note, and what its marks and the options say
};

// What the file will say once the draft is in it, as far as reminders look.
Relationship as_logged(const Relationship& before, const LogDraft& draft);

// Throws Error(usage) for a day on which nothing can have happened yet.
void refuse_day_ahead(Date on, Date today, const char* advice);

// What is said besides the note, a row each; `them` labels what the other one promised.
Grid rows_of(const Marked& said, const Loops& loops, const std::string& them);

// The text that `parse_marks` understands as this, and as a note what it has no mark for.
std::string to_marks(const LogDraft& draft);

// The lines for the editor: where to write, and the marks that it knows.
std::string editor_template(const std::string& name);
// What was written, without the template's help.
std::string without_help(const std::string& text);

// What a note and its marks say.
struct Understood {
    Marked said;
    Loops loops; // promises that were kept
};
// The promises that it names are looked up once, and are those of the day `on` or before. Throws
// Error(usage) for a mark that can't be understood, Error(unknown) for a promise that isn't there.
Understood understand(Session& session, const Seen& seen, std::string_view text, Date on);
Understood understand_line(Session& session, const Seen& seen, std::string_view line, Date on);
void add(LogDraft& draft, Understood understood);

} // namespace mentor
