// SPDX-License-Identifier: MIT
//
// What becomes of a change of several files that stopped between them, as the files stand now:
// what is lacking comes, into what other hands wrote since where the two can be brought together.
#pragma once

#include "machine/host.hpp"

#include <string>
#include <vector>

namespace mentor {

struct Finishing {
    bool begun = false;          // it came to one of its files, or may have
    std::vector<Change> lacking; // to be written, to what the files hold now
    std::vector<Change> came;    // what it has changed once these are written
    std::vector<Change> stuck;   // in the way of other hands' work
    std::vector<Change> waiting; // takes away what would then stand nowhere
};

// Of the files besides those that are stuck, a line for each kind.
std::string what_became(const Finishing& finishing);

Finishing plan_finishing(const Host& host, const std::vector<Change>& changes);

} // namespace mentor
