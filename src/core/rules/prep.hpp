// SPDX-License-Identifier: MIT
//
// What belongs on the one page before a meeting, from one relationship, the configuration and
// today. Pure, and without words of its own: how the page reads is the report's business. Pointers
// lead into the relationship that it was made from.
#pragma once

#include "core/model/config.hpp"
#include "core/model/question_bank.hpp"
#include "core/model/relationship.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// A day of theirs that has just been or comes soon.
struct NearOccasion {
    const Occasion* occasion = nullptr;
    Date on; // the day on which it falls this time
};

// What was advised in one entry, and what came of it.
struct AdviceTaken {
    const LogEntry* entry = nullptr;
    std::vector<const Commitment*> led_to; // promised in that entry by whoever was advised
    bool wants_thanks = false;             // by the rules of thanks.hpp
    bool is_tried = false;                 // something is known of its fate
};

enum class WinOf { entry, goal, milestone };
std::string_view to_text(WinOf of); // "log", "goal", "milestone": the table that tells of it

struct Win {
    Date on;
    std::string what;
    WinOf of = WinOf::entry;
    std::string id, outcome; // the outcome of a goal
};

struct GoalAhead {
    const Goal* goal = nullptr;
    const Milestone* next = nullptr; // its open milestone that is due first
};

struct Prep {
    const Relationship* relationship = nullptr;
    const LogEntry* last = nullptr;      // the last meeting
    std::vector<const LogEntry*> since;  // contacts after it, oldest first
    std::vector<NearOccasion> occasions; // from two weeks ago to five weeks ahead, by day
    std::vector<Win> wins;               // after the last meeting, by day; those that a `thanks` or
                                         // `congrats` was about are told already
    std::vector<AdviceTaken> advice;     // after the meeting before the last one
    std::vector<const Advice*> tried;    // of theirs, and not told of yet
    std::vector<const Advice*> to_try;   // given before those of `advice`, newest first
    std::vector<const Commitment*> kept_by_them;  // after the last meeting, and not thanked for
    std::vector<const Commitment*> to_report;     // yours: kept, and not told of yet
    std::vector<const Commitment*> yours, theirs; // open, due first
    std::vector<const Question*> questions;       // open
    std::vector<const BankQuestion*> suggestions; // worth asking; for whoever has a bank to add
    std::vector<const Gift*> gifts;               // to give, and not too late
    std::vector<GoalAhead> goals;                 // open, due first
};

Prep prep(const Relationship& relationship, const Config& config, Date today);
Prep prep(const Relationship&&, const Config&, Date) = delete;

} // namespace mentor
