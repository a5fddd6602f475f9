// SPDX-License-Identifier: MIT
//
// What came of advice, and the thanks that are owed for it, from one relationship and today. Pure,
// and without words of its own. Pointers lead into the relationship that it was made from.
#pragma once

#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// A mentor advises you, and you a mentee; among peers it goes both ways.
bool was_advised(const Relationship& relationship, Side side);

// The last day up to `today` on which a `thanks` was logged: what was before it was thanked for.
std::optional<Date> last_thanks(const Relationship& relationship, Date today);

// Whether its wins are news: those of a `thanks` or `congrats` were told already.
bool tells_wins(const LogEntry& entry);

enum class FruitOf { goal, milestone, entry };

// What came of some advice: a win, a goal or a step reached afterwards, where both are about one
// goal. To stand in the same entry is no cause.
struct Fruit {
    Date on;
    std::string what;
    FruitOf of = FruitOf::entry;
};

struct OwedThanks {
    const LogEntry* advice = nullptr;
    Fruit fruit; // the latest that came of it
};

// A promise of theirs that was kept, meant effort for you (an introduction, a recommendation, a
// review of something) and was not thanked for by today: the latest; null where there is none.
const Commitment* find_favour(const Relationship& relationship, Date today);
const Commitment* find_favour(const Relationship&&, Date) = delete;

// The last advice that was tried and worked, and nobody was thanked for since; null where there is
// none. Nothing for a mentee: the advice in that file is yours.
const Advice* find_worked(const Relationship& relationship, Date today);
// The day on which it worked.
Date worked_on(const Advice& advice);

// The advice that bore fruit by today with no `thanks` since, the latest fruit first. A win is owed
// to the newest advice before it. Nothing for a mentee: the advice in that file is yours.
std::vector<OwedThanks> owed_thanks(const Relationship& relationship, Date today);
std::vector<OwedThanks> owed_thanks(const Relationship&&, Date) = delete;

} // namespace mentor
