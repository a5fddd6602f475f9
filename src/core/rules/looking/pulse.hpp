// SPDX-License-Identifier: MIT
//
// The pulse of a relationship: seven scores from 1 to 5 that a person gives by hand, and how each
// went over time. Pure. Knows the log, and nothing of how the scores are asked for or shown.
#pragma once

#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {

// In the order in which they are asked and written: what the literature on mentoring names as the
// marks of those relationships that hold (W. Brad Johnson and others).
inline constexpr std::array<std::string_view, 7> score_names{
    "respect", "exchange", "expectations", "values", "connection", "altruism", "listening"};

using Scores = std::vector<std::pair<std::string, int>>;

// An entry's scores: the seven in their order, then those of one's own by name.
Scores ordered_scores(const LogEntry& entry);

// One score over time, from the entries that give it.
struct ScoreTrend {
    struct Point {
        Date on;
        int score = 0;
    };
    std::string name;
    std::vector<Point> points; // oldest first, never empty
    int score() const { return points.back().score; }
    std::optional<int> before() const; // the one before the last
};

// The pulses with scores up to `today`, oldest first; pointers lead into `relationship`.
std::vector<const LogEntry*> pulses_of(const Relationship& relationship, const Kinds& kinds,
                                       Date today);
std::vector<const LogEntry*> pulses_of(const Relationship&&, const Kinds&, Date) = delete;

// Each score that any of the pulses gives, in the order of `ordered_scores`.
std::vector<ScoreTrend> trends_of(const std::vector<const LogEntry*>& pulses);

} // namespace mentor
