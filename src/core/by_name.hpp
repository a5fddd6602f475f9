// SPDX-License-Identifier: MIT
//
// The order in which pages list people.
#pragma once

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace mentor {

// By what `name_of` says of each, whatever its case and accents, which is folded once; those of one
// name stay in their order.
template<class T, class NameOf>
void sort_by_name(std::vector<T>& things, const NameOf& name_of) {
    std::vector<std::pair<std::string, std::size_t>> order;
    order.reserve(things.size());
    for (const T& thing : things)
        order.emplace_back(fold(name_of(thing)), order.size());
    std::ranges::sort(order);
    std::vector<T> sorted;
    sorted.reserve(things.size());
    for (const auto& next : order)
        sorted.push_back(std::move(things[next.second]));
    things = std::move(sorted);
}

} // namespace mentor
