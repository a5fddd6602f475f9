// SPDX-License-Identifier: MIT
//
// What may have been said in an entry that becomes private, and can't follow it, since nothing in
// the file points from it to the entry.
#pragma once

#include "core/model/relationship.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace mentor {

class LeftOpen {
public:
    // Notes what was asked, answered, told of a promise or said of a goal on the day of the entry
    // at `at`, and isn't private. Nothing where the entry was private before. The last look at
    // somebody counts.
    void look_at(const Relationship& person, std::size_t at);

    // Names each with the command that makes it private; adds nothing where there is none.
    void add_to(Page& page) const;

private:
    std::map<std::string, Page> lines_; // by slug
};

} // namespace mentor
