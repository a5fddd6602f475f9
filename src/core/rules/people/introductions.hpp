// SPDX-License-Identifier: MIT
//
// Who of the journal should know whom: two people whose values, tags, goals and ways have words in
// common and who, as far as the files tell, haven't met; and for a new mentee, somebody who has
// been through it. Pure; pointers lead into the relationships.
#pragma once

#include "core/model/relationship.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Introduction {
    const Relationship* one = nullptr; // whom it helps, where it is one of the two
    const Relationship* other = nullptr;
    std::vector<std::string> words; // what they have in common, as they are written
    bool is_for_new_mentee = false; // `other` is alumni, and knows the way
};

// The best five that `who` (a slug; "" for anyone) is one of, best first. Words that many share
// and words that say little count for nothing, and one word of what was told is chance: it takes a
// tag or a value that both have, two words that one of them aims for, or four that were told.
std::vector<Introduction> suggest_introductions(const std::vector<Relationship>& people,
                                                std::string_view who, Date today);
std::vector<Introduction> suggest_introductions(const std::vector<Relationship>&&, std::string_view,
                                                Date) = delete;

} // namespace mentor
