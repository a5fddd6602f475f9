// SPDX-License-Identifier: MIT
//
// Which days of a file can't both be true: what is kept before it was promised, ends before it
// begins. Pure. `check` names them, and no command writes one.
#pragma once

#include "core/model/relationship.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct MarkedDay {
    std::string_view key; // "done"
    Date day;
    bool operator==(const MarkedDay&) const = default;
};

// `then` comes before `first`, and can't.
struct Disorder {
    std::string path; // the place of `then`: "commitment[2].done"
    MarkedDay first, then;
};

// "it was done on Sat 21 Nov 2026, before it was promised, on Sun 22 Nov 2026"
std::string to_words(const Disorder& disorder);

std::vector<Disorder> disorders_of(const Relationship& relationship);

} // namespace mentor
