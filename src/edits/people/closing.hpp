// SPDX-License-Identifier: MIT
//
// The end of a mentorship before it is written: what became of each open goal and promise, what it
// brought, the thanks, and what comes after. From there to the edits of the file and the words
// about them.
#pragma once

#include "edits/items/chosen.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

enum class Fate { open, done, dropped };

// A goal or promise that was open, and what became of it.
template<class Thing>
struct Settled {
    Chosen<Thing> thing;
    Fate fate = Fate::open;
    std::string outcome; // or why it was let go; may be ""
};

// How you stay in touch.
struct Keep {
    std::optional<Duration> every; // none: not at all
};

// "3mo", or "never". Throws Error(usage).
Keep parse_keep(const std::string& text);

struct Closing {
    Date on;
    std::vector<Settled<Goal>> goals; // all that were open, in file order
    std::vector<Settled<Commitment>> promises;
    std::optional<std::string> outcome; // what it brought; "": nothing any more
    bool replaces_outcome = false;      // it may take the place of one that stands there
    std::optional<std::string> thanks;  // that were said
    std::optional<std::string> owed;    // thanks that are still to be said
    bool unthanks = false;              // these take the place of thanks that stand there as said
    std::optional<Keep> keep;
    std::string referral; // somebody whom they named, who could be next; "" for nobody
    bool parts() const { return keep && !keep->every; }
};

// Asks on the terminal for what isn't said yet.
void ask_for_closing(Session& session, Closing& closing, const Relationship& relationship);

// Throws Error(unknown) where other hands took a goal or promise away.
Document with_closing(Session& session, const Record& record, const Closing& closing);

// What is going to be written, or was: a row for everything that is settled, and for all that stays
// open.
Grid summary_of(const Closing& closing);

// How many days there are to say thanks that are owed.
inline constexpr Days thanks_within{7};

} // namespace mentor
