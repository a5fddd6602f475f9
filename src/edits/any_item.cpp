// SPDX-License-Identifier: MIT

#include "edits/any_item.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mentor {
namespace {

// What may be named, side by side with what it is.
struct Named {
    std::vector<Item> items;
    std::vector<AnyItem> things;
    std::vector<std::string> marks; // as `choose` tells things apart, with what they are
};

template<class Thing>
void add(Named& named, const Seen& seen) {
    const std::vector<Thing>& all = (*seen).*kept<Thing>.all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool is_entry = std::is_same_v<Thing, LogEntry>;
        std::string words = first_line(all[i].*kept<Thing>.words);
        if (words.empty()) words = beside(all[i]);
        named.items.push_back({all[i].id, std::move(words), named.items.size(),
                               !is_entry && is_open(all[i]), std::string(kept<Thing>.noun)});
        named.things.push_back(Chosen<Thing>(seen, i));
        const std::string days = marks_of(all[i]);
        named.marks.push_back(std::string(kept<Thing>.noun) + (days.empty() ? "" : ", " + days));
    }
}

} // namespace

AnyItem choose_any(Session& session, const Seen& seen, std::string_view ref) {
    Named named;
    add<Commitment>(named, seen);
    add<Question>(named, seen);
    add<Advice>(named, seen);
    add<Milestone>(named, seen);
    add<Gift>(named, seen);
    add<LogEntry>(named, seen);
    const bool is_asked = trim(ref).empty();
    if (is_asked || match_ref(ref, named.items).empty()) {
        // The newest entry is the likeliest to be wrong.
        if (is_asked) std::reverse(named.items.begin(), named.items.end());
        std::vector<Item> all = named.items;
        for (Item& item : all)
            item.open = true;
        if (is_asked || !match_ref(ref, all).empty()) named.items = std::move(all);
    }
    const Item item = item_for(session, ref, named.items, "item", *seen,
                               [&](const Item& each) { return named.marks[each.position]; });
    return named.things[item.position];
}

} // namespace mentor
