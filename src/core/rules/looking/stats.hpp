// SPDX-License-Identifier: MIT
//
// What a journal comes to in figures, over a span of days: of each person, and of all together.
// Pure, and without words of its own. What is kept, late or quiet is decided where `health` and
// `due` decide it. Nothing here points into a relationship, so that people can be counted one by
// one while they are read.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/dates/span.hpp"
#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/looking/looking_back.hpp"
#include "core/rules/people/introducers.hpp"
#include "core/rules/promises/kept.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// An entry of the log in which the two were in touch.
struct Encounter {
    std::string id;
    Moment on;
    std::string kind;
    bool is_meeting = false; // the others are touches and outreach
    std::optional<int> minutes;
};

struct KeptRhythm {
    int kept = 0, of = 0; // meetings (for alumni, contacts) that came in time, of those after the
                          // first
};

// What became of advice that was given within the span. Each is one of the last five.
struct AdviceFates {
    int all = 0;
    int worked = 0, not_for_me = 0, disagreed = 0;
    int tried = 0; // and nobody said what came of it
    int open = 0;  // waits to be tried
};

struct Tally {
    int meetings = 0, touches = 0; // touches and outreach
    int minutes = 0, timed = 0;    // of the meetings that say how long they took, and how many do
    std::map<std::string, int> kinds; // contacts by kind
    std::map<Date, int> weeks;        // contacts by the first day of the week, where there are any
    KeptRhythm rhythm;
    PromisesOfBoth promises;
    AdviceFates received, given; // by you
    int contacts() const { return meetings + touches; }
};

struct GoalFigures {
    Goal goal; // as it stood at the end of the span
    GoalStory story;
};

// Somebody whom `health` calls quiet or whose check-in `due` calls late, today.
struct Drift {
    std::optional<Date> last; // contact
    bool is_quiet = false;    // for `health`
    std::optional<int> late;  // days: of the check-in, as `due` has them
};

struct PersonStats {
    Relationship person;             // who they are and what was agreed, without all that happened
    std::optional<Date> first;       // contact ever
    std::vector<Encounter> contacts; // within the span
    std::optional<Duration> every;   // the cadence, where the stage has a rhythm
    Tally tally;
    std::vector<GoalFigures> goals; // reached or given up within the span, and open at its end
    std::optional<Drift> drift;
};

// What is to be counted.
struct Counted {
    Span span;                      // up to today at the latest; from Date::min() on: of all days
    std::vector<std::string> kinds; // contacts of these kinds or classes alone; empty: of all
    bool takes(const std::string& kind, const Kinds& known) const;
};

PersonStats stats_of(Relationship person, const Config& config, const Calendar& calendar,
                     const Counted& counted);

struct Week {
    Date on; // its first day
    int contacts = 0;
};

struct Stats {
    Span span;                       // of all days: from the first contact on
    std::vector<Week> weeks;         // every one, from the first contact that there ever was
    Tally all;                       // an entry that stands in several files counts once
    std::vector<PersonStats> people; // by name
    std::vector<Introduced> introduced;
};

// Of the introductions those in which one of the people took part.
Stats sum_up(std::vector<PersonStats> people, const std::vector<Introduced>& introduced,
             const Span& span, const Calendar& calendar);

} // namespace mentor
