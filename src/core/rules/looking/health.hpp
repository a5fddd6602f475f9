// SPDX-License-Identifier: MIT
//
// How a relationship is doing, from one relationship, the configuration and today: signals that the
// log carries, each with the figures behind it. Pure, and without words of its own; no signal is
// weighed against another, so there is no score for the whole. Pointers lead into the relationship
// that it was made from. mentor(1) gives the threshold of each signal with its reason.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/looking/pulse.hpp"
#include "core/rules/promises/kept.hpp"
#include "core/rules/promises/thanks.hpp"
#include "core/rules/rhythm.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mentor {

// In the order in which a page shows them; that of `Figures`, too.
enum class SignalKind {
    contact,     // when you last heard from each other
    cadence,     // meetings, against the rhythm that was agreed
    initiative,  // who reaches out, against who was to
    promises,    // kept, late and let go, on either side
    reciprocity, // who gives
    gratitude,   // thanks said and owed
    goals,       // whether they move
    rating,      // how useful it is
    boundaries,  // contact far more often than agreed
    pulse,       // the seven scores
};
std::string_view to_text(SignalKind kind);
const std::vector<std::string>& signal_names();

enum class Standing { attention, good, unknown }; // unknown: too little is written down to tell
std::string_view to_text(Standing standing);
const std::vector<std::string>& standing_names();

struct ContactFigures {
    const LogEntry* last = nullptr; // the last contact
    int days = 0;                   // since then
    std::optional<Date> late;       // the day after which it is quiet: cadence and grace
    // The agreed meeting, one that has passed waits for its answer; or the end of a snooze.
    std::optional<Date> planned;
};
struct CadenceFigures {
    Duration every;
    std::vector<int> intervals; // days between meetings (for alumni, contacts), oldest first
    int kept = 0;               // intervals within cadence and grace
    int usual = 0;              // days: the median
};
struct InitiativeFigures {
    int me = 0, them = 0;         // of the last contacts that say
    std::optional<Side> expected; // to reach out: the agreement, else the mentee
    bool agreed = false;
};
struct PromiseFigures : PromisesOfBoth {}; // of the last half year
struct ReciprocityFigures {
    static constexpr std::array<std::string_view, 8> ways{"advice",   "share",  "intro", "favor",
                                                          "congrats", "thanks", "gift",  "promise"};
    std::array<int, ways.size()> given{}, received{}; // by the way, in that order: a promise
                                                      // is a kept one
};
struct GratitudeFigures {
    std::vector<OwedThanks> owed;
    const Advice* worked = nullptr; // the latest that was tried, worked, and wasn't thanked for
    int said = 0;                   // `thanks` of yours in the last half year
};
struct GoalsFigures {
    struct Still {
        const Goal* goal = nullptr;
        Date since; // when it last moved
    };
    int open = 0;
    std::vector<Still> still; // those that didn't move for three cadences
};
struct RatingFigures {
    std::vector<int> ratings; // the last five, oldest first
    double average = 0;
};
struct BoundariesFigures {
    std::optional<Rush> rush;
};
struct PulseFigures {
    const LogEntry* last = nullptr;
    std::vector<ScoreTrend> trends;
};

struct Signal {
    using Figures = std::variant<ContactFigures, CadenceFigures, InitiativeFigures, PromiseFigures,
                                 ReciprocityFigures, GratitudeFigures, GoalsFigures, RatingFigures,
                                 BoundariesFigures, PulseFigures>;
    Standing standing = Standing::unknown;
    Figures figures;
    int needs = 0; // so many more are needed to tell, where it can be counted
    SignalKind kind() const { return static_cast<SignalKind>(figures.index()); }
};

struct Health {
    const Relationship* relationship = nullptr;
    std::vector<Signal> signals; // those that make sense for the role and the stage
};

Health health(const Relationship& relationship, const Config& config, Date today);
Health health(const Relationship&&, const Config&, Date) = delete;

} // namespace mentor
