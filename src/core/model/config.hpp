// SPDX-License-Identifier: MIT
//
// The configuration as plain values, with the defaults that hold when the file says nothing.
#pragma once

#include "core/dates/date.hpp"
#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace mentor {

struct Cadence {
    Duration mentor{4, Unit::week};
    Duration mentee{2, Unit::week};
    Duration peer{6, Unit::week};
    Duration alumni{3, Unit::month};
    std::map<std::string, Duration> tags;
};

// Who you are: shown where it helps you to choose and to look back.
struct Me {
    std::string name, goal, obstacles;
    std::vector<std::string> values, looking_for; // the criteria of whom to ask
};

struct Config {
    std::string journal, editor, pager, color; // "" where the file says nothing
    Duration within{7, Unit::day};             // how far `due` looks ahead
    Cadence cadence;
    Kinds kinds;
    std::chrono::weekday week_starts = std::chrono::Monday;
    Me me;
};

} // namespace mentor
