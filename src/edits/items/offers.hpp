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
#include <type_traits>
#include <vector>

namespace mentor {

template<class Thing, bool (*is_wanted)(const Thing&) = is_open<Thing>>
std::vector<Candidate> offer(View& view, const std::string& who) {
    std::vector<Candidate> candidates;
    if (who.empty()) return candidates;
    const Relationship person = view.read(who);
    const std::vector<Thing>& things = person.*kept<Thing>.all;
    const ByGoal by_goal(person);
    const auto is_to_take = [&](const Thing& thing) {
        if constexpr (std::is_same_v<Thing, Milestone>)
            return by_goal.is_to_take(thing);
        else
            return true; // as far as anything but the thing itself says
    };
    for (const Item& item : items_of(things, is_wanted))
        if (item.open && !item.id.empty() && is_to_take(things[item.position]))
            candidates.push_back({item.id, first_line(item.words)});
    return candidates;
}

} // namespace mentor
