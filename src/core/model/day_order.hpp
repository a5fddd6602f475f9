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

struct NamedDay {
    std::string_view key; // "done"
    Date day;
    bool operator==(const NamedDay&) const = default;
};

// `then` comes before `first`, and can't.
struct Disorder {
    std::string path; // the place of `then`: "commitment[2].done"
    NamedDay first, then;
};

std::vector<Disorder> disorders_of(const Relationship& relationship);

} // namespace mentor
