// SPDX-License-Identifier: MIT

#include "edits/items/any_item.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/cut_ref.hpp"
#include "edits/items/offers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace mentor {
namespace {

// A goal is changed elsewhere.
template<class Thing>
constexpr bool is_any_item = !std::is_same_v<Thing, Goal>;

// What may be named, side by side with what it is.
struct Named {
    std::vector<Item> items;
    std::vector<AnyItem> things;
};

template<class Thing>
void add(Named& named, const Seen& seen) {
    const std::vector<Thing>& all = (*seen).*kept<Thing>.all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::string words = first_line(all[i].*kept<Thing>.words);
        if (words.empty()) words = beside(all[i]);
        named.items.push_back({all[i].id, std::move(words), named.items.size(), is_open(all[i]),
                               std::string(kept<Thing>.noun), mark_of(all[i])});
        named.things.push_back(Chosen<Thing>(seen, i));
    }
}

// As `choose` tells things apart, with what they are.
template<class Thing>
std::string noun_and_marks(const Seen& seen, const Chosen<Thing>& thing) {
    const std::string marks = marks_in<Thing>(seen, thing.position());
    return std::string(kept<Thing>.noun) + (marks.empty() ? "" : ", " + marks);
}

// One letter begins the id of something, and what is meant may be another thing of that letter.
void refuse_short(std::string_view ref, const Named& named) {
    constexpr std::size_t fewest = 3;
    const std::string typed = trim(ref);
    const std::size_t signs = typed.starts_with('^') ? 1 : 0; // the letters alone count
    if (typed.empty() || typed.size() >= fewest + signs || !match_id(ref, named.items).empty())
        return;
    throw Error(Exit::unknown, fmt::format("'{}' is too little to say which is meant", typed),
                "give the whole id, or a word of it");
}

// Each of them, to be named by words as what is open is.
std::vector<Item> opened(std::vector<Item> items) {
    for (Item& item : items)
        item.open = true;
    return items;
}

std::vector<Item> settled_of(std::vector<Item> items) {
    std::erase_if(items, [](const Item& item) { return item.open; });
    return opened(std::move(items));
}

// Those of `all` that can be meant.
std::vector<Item> meant_by(std::string_view ref, const std::vector<Item>& all, bool reopens) {
    const bool is_asked = trim(ref).empty();
    const auto names_any = [&](const std::vector<Item>& items) {
        return is_asked ? !items.empty() : !match_ref(ref, items).empty();
    };
    const std::vector<Item> whole = match_id(ref, all);
    const std::vector<Item>& some = whole.empty() ? all : whole;
    if (reopens)
        if (std::vector<Item> settled = settled_of(some); names_any(settled)) return settled;
    return is_asked || !whole.empty() || !names_any(all) ? opened(some) : all;
}

// What is changed elsewhere.
void refuse_goal(const Seen& seen, std::string_view ref, const Named& named) {
    const auto goals = match_ref(ref, items_of(seen->goals));
    if (goals.size() != 1 || trim(ref).empty() || !match_ref(ref, named.items).empty()) return;
    throw Error(
        Exit::unknown, fmt::format("'{}' is a goal", goals.front().words),
        to_type("to change it: mentor goal edit {} {}", *seen, ref_to_type(goals.front().id)));
}

} // namespace

AnyItem choose_any(Session& session, const Seen& seen, std::string_view ref,
                   const std::vector<std::string>& behind, bool reopens) {
    Named named;
    for_each_kind([&]<class Thing>(Kind<Thing>) {
        if constexpr (is_any_item<Thing>) add<Thing>(named, seen);
    });
    refuse_short(ref, named);
    named.items = meant_by(ref, named.items, reopens);
    // The newest entry is the likeliest to be wrong.
    if (trim(ref).empty()) std::ranges::reverse(named.items);
    refuse_goal(seen, ref, named);
    if (!trim(ref).empty() && match_ref(ref, named.items).empty())
        throw Error(Exit::unknown, fmt::format("{} has nothing called '{}'", seen->name, ref),
                    fmt::format("the ids are in: {}, and {}", to_type("mentor history {}", *seen),
                                to_type("mentor show {}", *seen)));
    if (const auto meant = match_ref(ref, named.items); !meant.empty())
        refuse_cut_ref(ref, behind, meant, *seen);
    const Item item = item_for(session, ref, named.items, "item", *seen, [&](const Item& each) {
        return std::visit([&](const auto& thing) { return noun_and_marks(seen, thing); },
                          named.things[each.position]);
    });
    return named.things[item.position];
}

std::vector<Candidate> offer_any(View& view, const std::string& who) {
    std::vector<Candidate> candidates;
    for_each_kind([&]<class Thing>(Kind<Thing>) {
        if constexpr (is_any_item<Thing>)
            std::ranges::move(offer<Thing>(view, who), std::back_inserter(candidates));
    });
    return candidates;
}

} // namespace mentor
