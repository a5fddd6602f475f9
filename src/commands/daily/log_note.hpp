// SPDX-License-Identifier: MIT
//
// What `mentor log` is told by its options, and where the words of the note come from.
#pragma once

#include "edits/log/draft.hpp"
#include "session/command.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// How and when it was.
struct EntryOptions {
    std::optional<std::string> on, kind, by, minutes, where, rating, fits, next;
    std::vector<std::string> topics, goals;
    Followers behind_goals;
    bool is_private = false;
    bool empty() const {
        return !on && !kind && !by && !minutes && !where && !rating && !fits && !next &&
               topics.empty() && goals.empty();
    }
};

// What was said, as a text would say it; nobody needs to be asked for it.
struct SaidOptions {
    std::vector<std::string> advice, wins, todo, they, questions, answers;
    bool empty() const {
        return advice.empty() && wins.empty() && todo.empty() && they.empty() &&
               questions.empty() && answers.empty();
    }
};

// A goal that was talked through, and what was said of it.
struct GrowOptions {
    std::optional<std::string> goal, title, reality, options;
    std::vector<std::string> way;
    Followers behind_goal;
    bool empty() const { return !title && !reality && !options && way.empty(); }
};

struct LogOptions {
    std::optional<std::string> who;
    std::vector<std::string> text, with;
    EntryOptions entry;
    SaidOptions said;
    GrowOptions grow;
    bool edit = false, plain = false, force = false;
    bool says_what() const { return !said.empty() || !grow.empty(); }
    bool says_something() const { return says_what() || grow.goal || !entry.empty(); }
    // Of the meeting, be it alone who shall hear of it.
    bool says_anything() const {
        return says_something() || !with.empty() || entry.is_private || force;
    }
};

// Where what is to be logged came from.
enum class NoteSource {
    nowhere, // the editor was left empty: nothing is to be logged after all
    given,   // the command line, standard input or answers, which are kept where it fails
    written  // by a person in the editor, and nowhere else
};

// Adds the note to what the options said: from TEXT, the editor, standard input or answers. An
// Error where there is nothing to log at all.
NoteSource take_note(Session& session, const LogOptions& options, const Seen& seen,
                     LogDraft& draft);

// Tells the error, and where the text is now: what was written by hand outlives a full disk or a
// broken file.
[[noreturn]] void keep_text(Session& session, const LogDraft& draft, const Error& error);

} // namespace mentor
