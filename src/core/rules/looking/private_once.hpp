// SPDX-License-Identifier: MIT
//
// What is private in one state of a file is private in all that are shown with it: a list of
// changes doesn't say what was private before, or became so later.
#pragma once

#include "core/model/relationship.hpp"

#include <set>
#include <string>
#include <vector>

namespace mentor {

class PrivateOnce {
public:
    // Remembers what is private in it, by ids, and by words for states in which it has none yet.
    void learn(const Relationship& state);
    // What others may read of a state.
    Relationship without_private_words(Relationship state) const;

private:
    template<class Item>
    void learn_item(const Item& item);
    template<class Item>
    bool knows(const Item& item) const;

    std::set<std::string> ids_, words_;
};

} // namespace mentor
