// SPDX-License-Identifier: MIT
#include "core/rules/promises/thanks.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace mentor {
namespace {

// Something to be proud of, with what is known of where it belongs.
struct Success {
    Fruit fruit;
    const LogEntry* told_in = nullptr; // the entry that tells of it, for a win
    std::vector<std::string> goals;    // the ids of those that it belongs to
};

std::vector<std::string> if_known(const std::string& id) {
    return id.empty() ? std::vector<std::string>{} : std::vector{id};
}

std::vector<Success> successes_of(const Relationship& relationship) {
    std::vector<Success> all;
    for (const LogEntry& entry : relationship.log) {
        if (entry.wins.empty() || !tells_wins(entry)) continue;
        // All that one entry tells of has one cause: the first of it stands for the rest.
        all.push_back({{entry.on.date, entry.wins.front(), FruitOf::entry}, &entry, entry.goals});
    }
    for (const Goal& goal : relationship.goals)
        if (goal.done)
            all.push_back({{*goal.done, goal.title, FruitOf::goal}, nullptr, if_known(goal.id)});
    for (const Milestone& step : relationship.milestones)
        if (step.done)
            all.push_back(
                {{*step.done, step.what, FruitOf::milestone}, nullptr, if_known(step.goal)});
    return all;
}

// The entries with advice, by the goals that they are about.
class Advised {
public:
    explicit Advised(const Relationship& relationship) {
        for (const std::size_t at : by_day(relationship)) {
            const LogEntry& entry = relationship.log[at];
            if (entry.advice.empty()) continue;
            for (const std::string& goal : entry.goals)
                if (auto& places = places_[goal]; places.empty() || places.back() != all_.size())
                    places.push_back(all_.size());
            all_.push_back(&entry);
        }
    }

    // The newest that may have led to it; null where none may. That one came after the other is no
    // cause: both have to be about one goal.
    const LogEntry* newest_before(const Success& success) const {
        std::optional<std::size_t> newest;
        for (const std::string& goal : success.goals)
            newest = std::max(newest, newest_about(goal, success));
        return newest ? all_[*newest] : nullptr;
    }

private:
    std::optional<std::size_t> newest_about(const std::string& goal, const Success& success) const {
        const auto about = places_.find(goal);
        if (about == places_.end()) return std::nullopt;
        const auto& places = about->second;
        auto behind = std::ranges::upper_bound(places, success.fruit.on, {},
                                               [&](std::size_t at) { return all_[at]->on.date; });
        if (behind != places.begin() && all_[*std::prev(behind)] == success.told_in) --behind;
        return behind == places.begin() ? std::nullopt : std::optional(*std::prev(behind));
    }

    std::vector<const LogEntry*> all_;                            // oldest first
    std::map<std::string_view, std::vector<std::size_t>> places_; // in all_, by goal
};

class Debts {
public:
    Debts(const Relationship& relationship, Date today)
        : thanked_(last_thanks(relationship, today)), today_(today) {}

    void add(const LogEntry& advice, const Fruit& fruit) {
        if (fruit.on > today_ || thanked_ >= fruit.on) return;
        const auto [known, is_new] = places_.try_emplace(&advice, all_.size());
        if (is_new)
            all_.push_back({&advice, fruit});
        else if (OwedThanks& owed = all_[known->second]; fruit.on > owed.fruit.on)
            owed.fruit = fruit;
    }

    std::vector<OwedThanks> all() && {
        std::ranges::stable_sort(all_, std::ranges::greater(),
                                 [](const OwedThanks& owed) { return owed.fruit.on; });
        return std::move(all_);
    }

private:
    std::optional<Date> thanked_;
    Date today_;
    std::vector<OwedThanks> all_;
    std::map<const LogEntry*, std::size_t> places_; // in all_
};

} // namespace

bool was_advised(const Relationship& relationship, Side side) {
    switch (relationship.role) {
    case Role::mentor:
        return side == Side::me;
    case Role::mentee:
        return side == Side::them;
    case Role::peer:
        break;
    }
    return true;
}

std::optional<Date> last_thanks(const Relationship& relationship, Date today) {
    std::optional<Date> last;
    for (const LogEntry& entry : relationship.log)
        if (entry.kind == "thanks" && entry.on.date <= today)
            last = std::max(last, std::optional(entry.on.date));
    return last;
}

bool tells_wins(const LogEntry& entry) {
    return entry.kind != "thanks" && entry.kind != "congrats";
}

const Commitment* find_favour(const Relationship& relationship, Date today) {
    const auto meant_effort = [](const Commitment& promise) {
        // "Introduce me", "a recommendation", "reviewing it": by how a word begins.
        return std::ranges::any_of(split(fold(promise.what), ' '), [](const std::string& word) {
            return std::ranges::any_of(
                std::array{"intro", "recommend", "refer", "review", "feedback", "vouch"},
                [&](std::string_view beginning) { return word.starts_with(beginning); });
        });
    };
    const auto thanked = last_thanks(relationship, today);
    const Commitment* latest = nullptr;
    for (const Commitment& promise : relationship.commitments) {
        const bool is_kept = promise.owner == Side::them && promise.done && *promise.done <= today;
        if (!is_kept || thanked >= *promise.done || !meant_effort(promise)) continue;
        if (!latest || *promise.done > *latest->done) latest = &promise;
    }
    return latest;
}

Date worked_on(const Advice& advice) {
    return advice.tried ? *advice.tried : advice.on.value_or(Date{});
}

const Advice* find_worked(const Relationship& relationship, Date today) {
    if (relationship.role == Role::mentee) return nullptr;
    const auto thanked = last_thanks(relationship, today);
    const Advice* latest = nullptr;
    for (const Advice& advice : relationship.advice) {
        const Date on = worked_on(advice);
        if (advice.verdict != Verdict::worked || advice.thanked || on > today || thanked >= on)
            continue;
        if (!latest || on >= worked_on(*latest)) latest = &advice;
    }
    return latest;
}

std::vector<OwedThanks> owed_thanks(const Relationship& relationship, Date today) {
    if (relationship.role == Role::mentee) return {};
    const std::vector<Success> successes = successes_of(relationship);
    if (successes.empty()) return {};
    const Advised advised(relationship);
    Debts debts(relationship, today);
    for (const Success& success : successes)
        if (const LogEntry* advice = advised.newest_before(success))
            debts.add(*advice, success.fruit);
    return std::move(debts).all();
}

} // namespace mentor
