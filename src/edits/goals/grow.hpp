// SPDX-License-Identifier: MIT
//
// A goal talked through after GROW (Whitmore: goal, reality, options, way forward), by itself or
// within an entry of the log.
#pragma once

#include "edits/goals/given.hpp"
#include "edits/items/chosen.hpp"
#include "edits/promises/new_promises.hpp"

namespace mentor {

struct Grow {
    Chosen<Goal> goal;
    Given given;
    std::vector<KeyChange> changes;         // what was given means
    std::vector<MarkedCommitment> promises; // made of lines of the way forward
    bool is_private = false;
    // Others may read no more of the goal than its title, so that they don't read what was promised
    // when it was talked through either.
    bool keeps_promises() const { return is_private || goal->is_private; }
};

// The goal and what was given for it; where `asks`, a person answers the four questions, and says
// whose promise each line of the way forward is. Where it `is_private`, the goal's title stays, as
// that is shown everywhere; Error(usage) for another one.
Grow grow_of(Session& session, const Seen& seen, Chosen<Goal> goal, Given given, bool asks,
             bool is_private = false);

// The same as it is kept from others, since what it adds to is. Error(usage) for another title.
Grow in_private(Grow grow);

// With `count` promises from the `first` on kept from others.
Document with_private_promises(Document document, std::size_t first, std::size_t count);

// The goal with what was said. The promises are the caller's, who knows where they were made.
Document with_grow(const Record& record, Document document, const Grow& grow);

} // namespace mentor
