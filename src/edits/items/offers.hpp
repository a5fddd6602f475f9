// SPDX-License-Identifier: MIT
//
// What a shell offers for a REF: the things of the person who was named, by their ids, with their
// words.
#pragma once

#include "core/text.hpp"
#include "edits/items/refs.hpp"
#include "session/view.hpp"

#include <string>
#include <vector>

namespace mentor {

template<class Thing, bool (*is_wanted)(const Thing&) = is_open<Thing>>
std::vector<Candidate> offer(View& view, const std::string& who) {
    std::vector<Candidate> candidates;
    if (who.empty()) return candidates;
    const Relationship person = view.read(who);
    for (const Item& item : items_of(person.*kept<Thing>.all, is_wanted))
        if (item.open && !item.id.empty()) candidates.push_back({item.id, first_line(item.words)});
    return candidates;
}

} // namespace mentor
