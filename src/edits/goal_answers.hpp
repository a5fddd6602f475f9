// SPDX-License-Identifier: MIT
//
// What a person says of a goal, in options or at prompts: one text for each key of the file. Shared
// by the commands that set goals, change them and talk them through.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Absent: nothing was said. "": the key is to be taken away.
struct GoalAnswers {
    std::optional<std::string> title, why, measure, due, reality, options, way, follows;
};

// --measure, --why … and, for a goal that has one already, --title.
void declare_goal_answers(Declaration& declaration, GoalAnswers& answers);
void declare_title(Declaration& declaration, GoalAnswers& answers);
bool says_something(const GoalAnswers& answers);

// Asks for each of `keys` that has no answer yet. What `goal` holds stands in brackets: Enter keeps
// it, "-" takes it away. The way forward is asked for line by line, until Enter.
void ask_goal_answers(Session& session, GoalAnswers& answers,
                      const std::vector<std::string_view>& keys, const Goal& goal,
                      const Relationship& relationship);

// The same from options, a line each; a day at its end is written out: "Ask Grace by 2026-11-27".
std::optional<std::string> way_of(const std::vector<std::string>& lines, const Calendar& calendar);

// Refuses what can't be before anything is asked; which of several goals `follows` means is asked
// here, once.
void resolve(Session& session, GoalAnswers& answers, const Goal& goal,
             const Relationship& relationship);

// What was said as a key of the file and its value; a value that is absent takes its key away.
struct GoalChange {
    std::string key;
    std::optional<Value> value;
    std::string words; // as a sentence names it: "Tue 1 Dec 2026", a title for an id
};
// In the order of the file. May ask, as `resolve` does, so it is called before the lock is taken.
// Throws Error(usage) for what can't be.
std::vector<GoalChange> changes_of(Session& session, const GoalAnswers& answers, const Goal& goal,
                                   const Relationship& relationship);

// The changed goal, at its place in the file's goals.
Document with_goal_changes(Document document, std::size_t at,
                           const std::vector<GoalChange>& changes);

// "due  Tue 1 Dec 2026": what was understood, a row a key, and a row a line of the way forward.
void add_changes(Grid& grid, const std::vector<GoalChange>& changes);

} // namespace mentor
