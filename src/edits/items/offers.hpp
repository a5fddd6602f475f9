// SPDX-License-Identifier: MIT
//
// What a shell offers for a REF: the things of the person who was named, by their ids, with their
// words.
#pragma once

#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"
#include "edits/items/refs.hpp"
#include "session/view.hpp"

#include <string>
#include <vector>

namespace mentor {

template<class Thing>
bool is_to_take(const Thing&, const Relationship&) {
    return true; // as far as anything but the thing itself says
}

template<class Thing, bool (*is_wanted)(const Thing&) = is_open<Thing>>
std::vector<Candidate> offer(View& view, const std::string& who) {
    std::vector<Candidate> candidates;
    if (who.empty()) return candidates;
    const Relationship person = view.read(who);
    const std::vector<Thing>& things = person.*kept<Thing>.all;
    for (const Item& item : items_of(things, is_wanted))
        if (item.open && !item.id.empty() && is_to_take(things[item.position], person))
            candidates.push_back({item.id, first_line(item.words)});
    return candidates;
}

} // namespace mentor
