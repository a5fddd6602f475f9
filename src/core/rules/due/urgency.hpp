// SPDX-License-Identifier: MIT
//
// The order of what is due: late first, then by day, where what is late no more but waits counts
// for today. Within a day: what has a time, meetings, promises of yours, the rest; then the more
// urgent, then the name.
#pragma once

#include "core/rules/due/due.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace mentor {

// What of a reminder its place depends on, to keep beside what is made of it.
struct Urgency {
    bool is_late = false;
    Date day;
    int rank = 0; // within its day
    double urgency = 0;
    std::string name;

    bool operator<(const Urgency& other) const {
        return std::tuple(!is_late, day, rank, -urgency, std::string_view(name)) <
               std::tuple(!other.is_late, other.day, other.rank, -other.urgency,
                          std::string_view(other.name));
    }
};
Urgency urgency_of(const Reminder& reminder);

// Those of several lists in one, most urgent first; alike ones in their order. They may be large:
// each is moved once, to its place.
template<class T>
std::vector<T> by_urgency(std::vector<std::vector<T>> lists) {
    std::size_t count = 0;
    for (const auto& list : lists)
        count += list.size();
    std::vector<std::tuple<Urgency, std::size_t, T*>> order;
    order.reserve(count);
    for (auto& list : lists)
        for (T& thing : list)
            order.emplace_back(urgency_of(thing), order.size(), &thing);
    std::ranges::sort(order, [](const auto& one, const auto& other) {
        if (std::get<0>(one) < std::get<0>(other)) return true;
        if (std::get<0>(other) < std::get<0>(one)) return false;
        return std::get<1>(one) < std::get<1>(other);
    });
    std::vector<T> sorted;
    sorted.reserve(count);
    for (const auto& next : order)
        sorted.push_back(std::move(*std::get<T*>(next)));
    return sorted;
}

template<class T>
void sort_by_urgency(std::vector<T>& things) {
    std::vector<std::vector<T>> lists;
    lists.push_back(std::move(things));
    things = by_urgency(std::move(lists));
}

} // namespace mentor
