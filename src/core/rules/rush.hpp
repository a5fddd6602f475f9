// SPDX-License-Identifier: MIT
//
// Whether contact has become much more frequent than the two agreed. Pure, and without words: what
// is said of it is its callers' business.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <optional>

namespace mentor {

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
