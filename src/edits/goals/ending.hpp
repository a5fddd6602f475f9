// SPDX-License-Identifier: MIT
//
// How a goal ends: what `goal done` and `goal drop` share.
#pragma once

#include "core/dates/by_day.hpp"
#include "core/dates/date_grammar.hpp"
#include "edits/items/chosen.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct GoalEnding {
    std::string who, ref;
    std::vector<std::string> words; // the outcome, or why
    std::optional<std::string> on, next;
    std::vector<std::string> tell; // who else is to hear of it
    bool force = false;
};

// All but the words and --next.
void declare_goal_ending(Declaration& declaration, GoalEnding& options);

// The goal that is meant. Throws Error(unknown) where it is settled already, or the words of the
// options would take the place of an outcome.
Chosen<Goal> goal_for(Session& session, const GoalEnding& options, const Seen& seen,
                      std::string_view command);

// What is known of the end besides its day.
struct GoalEnd {
    std::string outcome;
    WithDue next;                  // its text is "" where nothing comes after
    std::vector<std::string> tell; // the slugs of those to whom a promise is made to tell of it
};
GoalEnd end_of(const Session& session, const GoalEnding& options);

// Who says nothing is asked.
bool wants_asking(const Session& session, const GoalEnding& options);
// "" where the question was skipped, or needn't be asked, as an outcome stands there.
std::string ask_outcome(Session& session, const Goal& goal, const char* question, const char* hint);

// Sets `key` ("done", "dropped") of the goal to the day, adds the next one and the promises to
// tell, all of it or nothing, and says so; `said` is the word for it: "Reached". What else is to be
// said of it stands in `more`.
Exit end_goal(Session& session, const Chosen<Goal>& goal, const GoalEnd& end,
              const std::string& key, Date on, std::string_view said, const Page& more = {});

} // namespace mentor
