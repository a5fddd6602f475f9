// SPDX-License-Identifier: MIT
//
// Whether contact keeps the rhythm that the two agreed: came in time, or has become much more
// frequent. Pure, and without words: what is said of it is its callers' business.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <optional>
#include <vector>

namespace mentor {

// A day on which the two met (for alumni, were in touch), as a beat of the rhythm.
struct Beat {
    Date on;
    std::optional<Date> from; // the beat before it; none of the first
    bool is_in_time = false;  // within the cadence and its grace
};

// Up to `until`, oldest first. Two meetings on one day are one beat. What comes after a mentorship
// has a rhythm of its own, which begins with the ending.
std::vector<Beat> beats_of(const Relationship& relationship, const Config& config, Date until);

// The last day on which a meeting after one on `day` isn't late.
Date late_after(Date day, const Relationship& relationship, const Config& config);

enum class RushOf { meetings, contacts };

struct Rush {
    RushOf of = RushOf::meetings;
    int days = 0; // days on which there were any, from `since` to `until`
    Date since, until;
};

// Much more frequent is: meetings on four days or more within one cadence; or contact that they
// didn't begin on three days running or more, up to today or yesterday, where the cadence is longer
// than a week. The meetings speak first.
std::optional<Rush> find_rush(const Relationship& relationship, const Config& config, Date today);

} // namespace mentor
