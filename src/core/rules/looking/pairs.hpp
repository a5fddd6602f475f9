// SPDX-License-Identifier: MIT
//
// Which item of a list each item of a later state of it was. Those that a hand called alike are
// each somebody's, so that none is taken for another one.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mentor {

template<class Item>
struct Pairs {
    std::vector<const Item*> old;  // of each of those after; null where it is new
    std::vector<const Item*> gone; // of those before
};

// What `called` gives for both goes together: what is equal, and then in their order. Where it is
// "", what is equal alone; and where `by_place`, what stands in the same place.
template<class Item, class Called>
Pairs<Item> pairs_of(const std::vector<Item>& before, const std::vector<Item>& after, Called called,
                     bool by_place) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> places; // of those before
    for (std::size_t i = 0; i < before.size(); ++i)
        places[called(before[i])].push_back(i);
    std::vector<bool> is_taken(before.size());
    Pairs<Item> pairs{std::vector<const Item*>(after.size()), {}};
    const auto take = [&](std::size_t i, auto may_be) {
        const auto found = places.find(called(after[i]));
        if (pairs.old[i] || found == places.end()) return;
        for (const std::size_t place : found->second) {
            if (is_taken[place] || !may_be(place)) continue;
            is_taken[place] = true;
            pairs.old[i] = &before[place];
            return;
        }
    };
    for (std::size_t i = 0; i < after.size(); ++i)
        take(i, [&](std::size_t place) { return before[place] == after[i]; });
    for (std::size_t i = 0; i < after.size(); ++i)
        take(i, [&](std::size_t place) {
            return !std::string_view(called(after[i])).empty() || (by_place && place == i);
        });
    for (std::size_t place = 0; place < before.size(); ++place)
        if (!is_taken[place]) pairs.gone.push_back(&before[place]);
    return pairs;
}

} // namespace mentor
