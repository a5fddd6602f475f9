// SPDX-License-Identifier: MIT
#include "core/rules/promises/thanks.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <functional>
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
        if (!tells_wins(entry)) continue;
        for (const std::string& win : entry.wins)
            all.push_back({{entry.on.date, win, FruitOf::entry}, &entry, entry.goals});
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

bool may_have_led_to(const LogEntry& advice, const Success& success) {
    if (&advice == success.told_in || success.fruit.on < advice.on.date) return false;
    // That one came after the other is no cause: both have to be about one goal.
    return std::ranges::find_first_of(advice.goals, success.goals) != advice.goals.end();
}

class Debts {
public:
    Debts(const Relationship& relationship, Date today) : it_(relationship), today_(today) {}

    void add(const LogEntry& advice, const Fruit& fruit) {
        if (fruit.on > today_ || thanked_since(it_, fruit.on, today_)) return;
        const auto known = std::ranges::find(all_, &advice, &OwedThanks::advice);
        if (known == all_.end())
            all_.push_back({&advice, fruit});
        else if (fruit.on > known->fruit.on)
            known->fruit = fruit;
    }

    std::vector<OwedThanks> all() && {
        std::ranges::stable_sort(all_, std::ranges::greater(),
                                 [](const OwedThanks& owed) { return owed.fruit.on; });
        return std::move(all_);
    }

private:
    const Relationship& it_;
    Date today_;
    std::vector<OwedThanks> all_;
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

bool thanked_since(const Relationship& relationship, Date day, Date today) {
    return std::ranges::any_of(relationship.log, [&](const LogEntry& entry) {
        return entry.kind == "thanks" && entry.on.date >= day && entry.on.date <= today;
    });
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
    const Commitment* latest = nullptr;
    for (const Commitment& promise : relationship.commitments) {
        const bool is_kept = promise.owner == Side::them && promise.done && *promise.done <= today;
        if (!is_kept || !meant_effort(promise) || thanked_since(relationship, *promise.done, today))
            continue;
        if (!latest || *promise.done > *latest->done) latest = &promise;
    }
    return latest;
}

Date worked_on(const Advice& advice) {
    return advice.tried ? *advice.tried : advice.on.value_or(Date{});
}

const Advice* find_worked(const Relationship& relationship, Date today) {
    if (relationship.role == Role::mentee) return nullptr;
    const Advice* latest = nullptr;
    for (const Advice& advice : relationship.advice) {
        const Date on = worked_on(advice);
        if (advice.verdict != Verdict::worked || advice.thanked || on > today ||
            thanked_since(relationship, on, today))
            continue;
        if (!latest || on >= worked_on(*latest)) latest = &advice;
    }
    return latest;
}

std::vector<OwedThanks> owed_thanks(const Relationship& relationship, Date today) {
    if (relationship.role == Role::mentee) return {};
    std::vector<const LogEntry*> advised; // oldest first
    for (const std::size_t at : by_day(relationship))
        if (!relationship.log[at].advice.empty()) advised.push_back(&relationship.log[at]);

    Debts debts(relationship, today);
    for (const Success& success : successes_of(relationship)) {
        const auto newest = std::find_if(advised.rbegin(), advised.rend(), [&](const auto* advice) {
            return may_have_led_to(*advice, success);
        });
        if (newest != advised.rend()) debts.add(**newest, success.fruit);
    }
    return std::move(debts).all();
}

} // namespace mentor
