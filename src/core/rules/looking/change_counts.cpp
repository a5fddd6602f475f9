// SPDX-License-Identifier: MIT
#include "core/rules/looking/change_counts.hpp"

#include "core/model/keys/keys.hpp"
#include "core/rules/looking/pairs.hpp"
#include "core/text.hpp"

#include <string_view>
#include <vector>

namespace mentor {
namespace {

struct Counting {
    const Relationship& before;
    const Relationship& after;
    std::vector<std::string> words = {};

    void add(long count, std::string_view one, std::string_view many = "") {
        if (count > 0) words.push_back(counted(count, one, many));
    }

    // Those that are new, those that came to an end, those that are otherwise changed, and those
    // that are gone; of what has no id by how many there are.
    template<class Item>
    void count(std::vector<Item> Relationship::*items, std::string_view one, std::string_view many,
               bool (*is_open)(const Item&), std::string_view ended) {
        const auto called = [](const Item& item) -> std::string_view { return item.id; };
        const auto& now = after.*items;
        const auto [old, gone] = pairs_of(before.*items, now, called, false);
        long made = 0, closed = 0, changed = 0;
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (!old[i])
                ++made;
            else if (is_open(*old[i]) && !is_open(now[i]))
                ++closed;
            else if (!(*old[i] == now[i]))
                ++changed;
        }
        add(made, one, many);
        if (closed > 0) words.push_back(counted(closed, one, many) + " " + std::string(ended));
        if (changed > 0) words.push_back(counted(changed, one, many) + " changed");
        if (!gone.empty())
            words.push_back(counted(static_cast<long>(gone.size()), one, many) + " removed");
    }
};

template<class Item>
bool is_open(const Item& item) {
    return item.open();
}

} // namespace

std::string change_counts(const Relationship& before, const Relationship& after) {
    Counting counting{before, after};
    counting.count(
        &Relationship::log, "entry", "entries", +[](const LogEntry&) { return true; }, "");
    counting.count(&Relationship::commitments, "promise", "", &is_open<Commitment>, "settled");
    counting.count(&Relationship::questions, "question", "", &is_open<Question>, "asked");
    counting.count(&Relationship::advice, "piece of advice", "pieces of advice", &is_open<Advice>,
                   "tried");
    counting.count(&Relationship::goals, "goal", "", &is_open<Goal>, "closed");
    counting.count(&Relationship::milestones, "step", "", &is_open<Milestone>, "done");
    counting.count(&Relationship::gifts, "gift", "", &is_open<Gift>, "given");
    for (const auto& key : relationship_keys())
        if (text_of(key.held(before)) != text_of(key.held(after)))
            counting.words.push_back(key.name == "name" ? "until now " + one_line(before.name)
                                                        : std::string(key.name));
    if (before.occasions != after.occasions) counting.words.emplace_back("occasions");
    return counting.words.empty() ? "changed" : join(counting.words, ", ");
}

} // namespace mentor
