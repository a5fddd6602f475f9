// SPDX-License-Identifier: MIT
//
// How many promises were kept, on either side. Pure, and without words of its own.
#pragma once

#include "core/dates/span.hpp"
#include "core/model/relationship.hpp"

namespace mentor {

struct KeptPromises {
    int kept = 0, late = 0; // late ones were kept, too
    int let_go = 0;
    int overdue = 0, open = 0; // overdue ones are open, too
    int settled() const { return kept + let_go + overdue; }
    KeptPromises& operator+=(const KeptPromises& other);
    bool operator==(const KeptPromises&) const = default;
};

struct PromisesOfBoth {
    KeptPromises me, them;
    int untold = 0; // yours that were kept and not reported back
    PromisesOfBoth& operator+=(const PromisesOfBoth& other);
    bool operator==(const PromisesOfBoth&) const = default;
};

// As they stood at the end of the span: what was settled within it, and what was open.
PromisesOfBoth kept_promises(const Relationship& relationship, const Span& span);

} // namespace mentor
