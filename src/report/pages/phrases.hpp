// SPDX-License-Identifier: MIT
//
// Phrases and blocks that several reports share, so that a commitment, a goal or an entry reads the
// same wherever a person meets it. Knows no face.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/rules/promises/kept.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>

namespace mentor {

// "Send the draft (c7k2)", the id quiet; without an id, the words alone.
Text with_id(const std::string& words, const std::string& id, Style style = Style::plain);

std::string day_words(Date day, Date today); // "Fri 20 Nov 2026, 2 days ago"

// "due Fri 20 Nov 2026, 2 days ago", warmer as the day comes and goes; empty without a day.
Text due_words(const std::optional<Date>& due, Date today);

std::string length_words(int minutes); // "45 minutes", "1 hour 30 minutes"

// "moved twice"; empty below that.
Text moved_words(const Commitment& commitment);

// "4 of 5 (1 late), 1 let go": of the promises of one side that are settled.
std::string kept_words(const KeptPromises& side);

// How a commitment or a goal stands: its due day, or the day and the outcome that closed it.
Text standing_of(const Commitment& commitment, Date today);
Text standing_of(const Goal& goal, Date today);

// What they are to you at this stage, after a name: "your mentor, on a pause".
std::string who_they_are(const Relationship& relationship);

// "respect 5, exchange 4": the scores of a pulse in their order.
std::string score_words(const LogEntry& entry);

// "up from 3", "down from 5", "as before"; "" without a score before.
Text change_words(int score, const std::optional<int>& before);

// "You" or the first name, before a verb.
std::string subject_of(Side side, const Relationship& relationship);

// The facts of a goal and its milestones below its title, further in for one that builds on
// another.
void add_goal(Page& page, const GoalProgress& progress, Date today);

// A bullet with the question, and its answer below it.
void add_question(Page& page, const Question& question);

// "agreement  every 4 weeks": a fact, where there is something to say.
void add_fact(Page& page, const std::string& label, const std::string& words, int indent = 2);

// What became of advice: "tried Thu 3 Dec, worked: It shipped"; "" where it waits to be tried.
std::string fate_words(const Advice& advice, Date today);

// The first sentences of the first paragraph, as far as they fit and say something.
std::string gist(const std::string& text);

} // namespace mentor
