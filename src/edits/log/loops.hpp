// SPDX-License-Identifier: MIT
//
// What was open between two people and is closed in a check-in: promises of both sides, steps,
// what was still to be told, and what was parked for them. From the list that is ticked, or a mark,
// into the file.
#pragma once

#include "edits/items/chosen.hpp"
#include "report/report.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct KeptPromise {
    Chosen<Commitment> promise;
    std::string outcome; // "" where nobody said how it went
};
struct MovedPromise {
    Chosen<Commitment> promise;
    std::optional<Date> due; // its new day; nullopt where it is let go
};
struct MovedStep {
    Chosen<Milestone> step;
    Date due; // its new day
};
struct Loops {
    std::vector<KeptPromise> kept;
    std::vector<MovedPromise> moved;
    std::vector<Chosen<Commitment>> told; // how they went, the other one knows now
    std::vector<Chosen<Milestone>> steps; // done
    std::vector<MovedStep> moved_steps;
    std::vector<Chosen<Gift>> gifts; // given
    bool empty() const {
        return kept.empty() && moved.empty() && told.empty() && steps.empty() &&
               moved_steps.empty() && gifts.empty();
    }
};

// Offers what was open on that day as one list to tick, but for what `loops` holds already, and
// asks how it went; of late promises and steps that are left, whether another day would do. Adds
// to `loops`.
void ask_loops(Session& session, const Seen& seen, Date on, Loops& loops);

// Closed on that day. A promise whose outcome was said in private is private from then on.
Document with_loops(const Record& record, Document document, const Loops& loops, Date on,
                    bool is_private);

// "you kept  Send the draft: she liked it"; `name` is the other one.
void add_loops(Grid& grid, const Loops& loops, const std::string& name);

} // namespace mentor
