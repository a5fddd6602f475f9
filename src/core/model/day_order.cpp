// SPDX-License-Identifier: MIT
#include "core/model/day_order.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace mentor {
namespace {

// What comes first where both are known.
struct Pair {
    std::string_view first;
    std::optional<Date> first_day;
    std::string_view then;
    std::optional<Date> then_day;
};

void add(std::vector<Disorder>& all, const std::string& table, const std::vector<Pair>& pairs) {
    for (const auto& [first, first_day, then, then_day] : pairs)
        if (first_day && then_day && *then_day < *first_day)
            all.push_back(
                {fmt::format("{}{}", table, then), {first, *first_day}, {then, *then_day}});
}

// What happened on a day that a key names, for "before it …".
std::string_view event_words(std::string_view key) {
    static constexpr std::pair<std::string_view, std::string_view> words[] = {
        {"started", "it began"},         {"ends", "it ends"},
        {"set", "the goal was set"},     {"due", "it is due"},
        {"made", "it was promised"},     {"done", "it was done"},
        {"dropped", "it was dropped"},   {"told", "it was told"},
        {"on", "it was given"},          {"tried", "it was tried"},
        {"thanked", "thanks were said"}, {"added", "it was parked"},
        {"given", "it was handed over"},
    };
    for (const auto& [known, event] : words)
        if (known == key) return event;
    return key;
}

} // namespace

std::string to_words(const Disorder& disorder) {
    return fmt::format("{} on {}, before {}, on {}", event_words(disorder.then.key),
                       to_words(disorder.then.day), event_words(disorder.first.key),
                       to_words(disorder.first.day));
}

std::vector<Disorder> disorders_of(const Relationship& r) {
    std::vector<Disorder> all;
    add(all, "", {{"started", r.started, "ends", r.ends}});
    if (r.ending) add(all, "ending.", {{"started", r.started, "on", r.ending->on}});
    for (std::size_t i = 0; i < r.goals.size(); ++i) {
        const Goal& goal = r.goals[i];
        add(all, fmt::format("goal[{}].", i),
            {{"set", goal.set, "due", goal.due},
             {"set", goal.set, "done", goal.done},
             {"set", goal.set, "dropped", goal.dropped}});
    }
    for (std::size_t i = 0; i < r.commitments.size(); ++i) {
        const Commitment& promise = r.commitments[i];
        add(all, fmt::format("commitment[{}].", i),
            {{"made", promise.made, "due", promise.due},
             {"made", promise.made, "done", promise.done},
             {"made", promise.made, "dropped", promise.dropped},
             {"done", promise.done, "told", promise.told},
             {"dropped", promise.dropped, "told", promise.told}});
    }
    for (std::size_t i = 0; i < r.advice.size() && !r.advice[i].in_entry; ++i) {
        const Advice& advice = r.advice[i];
        add(all, fmt::format("advice[{}].", i),
            {{"on", advice.on, "tried", advice.tried},
             {"on", advice.on, "told", advice.told},
             {"on", advice.on, "thanked", advice.thanked}});
    }
    for (std::size_t i = 0; i < r.gifts.size(); ++i)
        add(all, fmt::format("gift[{}].", i),
            {{"added", r.gifts[i].added, "given", r.gifts[i].given}});
    return all;
}

} // namespace mentor
