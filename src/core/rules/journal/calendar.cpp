// SPDX-License-Identifier: MIT
#include "core/rules/journal/calendar.hpp"

#include "core/dates/date_grammar.hpp"
#include "core/model/ids.hpp"
#include "core/model/privacy.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

// What `log --with` writes into several files: one id, in the same words. Made private in one of
// them it isn't shared with that one any more: nobody is named by an event of the others.
using EntryKey = std::tuple<std::string, Moment, std::string, std::string, bool>;

EntryKey key_of(const LogEntry& entry) {
    return {entry.id, entry.on, entry.kind, entry.note, entry.is_private};
}

using Sharers = std::map<EntryKey, std::vector<const Relationship*>>;

// By entry, those whose files hold it. An entry without an id is nobody else's.
Sharers sharers_in(const std::vector<Relationship>& people) {
    Sharers sharers;
    for (const Relationship& person : people)
        for (const LogEntry& entry : person.log) {
            if (entry.id.empty()) continue;
            auto& all = sharers[key_of(entry)];
            if (all.empty() || all.back() != &person) all.push_back(&person);
        }
    std::erase_if(sharers, [](const auto& each) { return each.second.size() < 2; });
    return sharers;
}

// That with the smallest uid: of those without one there are no items.
const Relationship* speaker_of(const std::vector<const Relationship*>& sharers) {
    return *std::ranges::min_element(sharers, {}, [](const Relationship* each) {
        return std::pair(each->uid.empty(), plain_uid(*each));
    });
}

std::string capitalized(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string listed(const std::vector<std::string>& names) {
    if (names.size() < 2) return join(names, "");
    return join({names.begin(), names.end() - 1}, ", ") + " and " + names.back();
}

// The newest of the days that say when a thing was changed; a file that says nothing at all has
// been so for ever.
Date stamp_of(const Relationship& person, std::initializer_list<std::optional<Date>> days) {
    std::optional<Date> newest;
    for (const auto& day : days)
        newest = std::max(newest, day);
    if (newest) return *newest;
    if (person.added) return *person.added;
    return person.started.value_or(Date{});
}

class CalendarOfPerson {
public:
    CalendarOfPerson(const Relationship& person, const Sharers& sharers, const Config& config,
                     Date today, Todos todos, std::vector<CalendarItem>& items)
        : it_(person), sharers_(sharers), config_(config), today_(today), todos_(todos),
          items_(items), uid_(plain_uid(person)), by_goal_(person), private_goals_(person.goals) {}

    void add() {
        for (const LogEntry& entry : it_.log)
            if (config_.kinds.is_meeting(entry.kind)) add_meeting(entry);
        if (it_.stage == Stage::declined) return;
        add_next();
        if (it_.stage != Stage::prospect)
            for (const Occasion& occasion : it_.occasions)
                add_occasion(occasion);
        if (todos_ == Todos::none) return;
        for (const Commitment& promise : it_.commitments)
            if (promise.owner == Side::me) add_promise(promise);
        for (const Milestone& step : it_.milestones)
            if (step.due) add_step(step);
        for (const Goal& goal : it_.goals)
            if (goal.due) add_goal(goal);
    }

private:
    // An id that is one stays the name for good; without one the words are all that there is.
    std::string name_of(const std::string& id, const std::string& words) {
        const std::string base = is_id(id) ? id : uid_from(words);
        std::string name = base;
        int& again = again_[base]; // kept, so that the last of very many takes as long as the first
        while (!taken_.insert(name).second)
            name = fmt::format("{}-{}", base, ++again + 1);
        return fmt::format("{}-{}", name, uid_);
    }

    void add_meeting(const LogEntry& entry) {
        CalendarItem item{
            .name = name_of(entry.id, fmt::format("log {} {}", to_iso(entry.on), entry.kind)),
            .slugs = {it_.slug},
            .description = trim(entry.note),
            .where = entry.where,
            .topics = entry.topics,
            .on = entry.on,
            .minutes = entry.minutes ? entry.minutes : find_minutes(it_.agreement.length),
            .is_private = entry.is_private,
            .stamp = entry.on.date};
        std::vector<std::string> names{it_.name};
        if (const auto shared = sharers_.find(key_of(entry)); shared != sharers_.end()) {
            // One of them speaks for all, under a name of its own file, whoever comes first.
            if (speaker_of(shared->second) != &it_) return;
            item.slugs.clear();
            names.clear();
            for (const Relationship* each : shared->second) {
                item.slugs.push_back(each->slug);
                names.push_back(each->name);
            }
        }
        item.summary = fmt::format("{} with {}", capitalized(spoken(entry.kind)), listed(names));
        items_.push_back(std::move(item));
    }

    // One event, which moves with each entry: the meeting that was agreed, or the check-in.
    void add_next() {
        const LogEntry* last = last_contact(it_, config_.kinds, today_);
        // Else the rhythm begins today, whatever day that is, and every export would differ.
        const bool is_dated = last || it_.started || it_.added;
        CalendarItem item{.name = fmt::format("check-in-{}", uid_),
                          .slugs = {it_.slug},
                          .summary = fmt::format("Catch up with {}", it_.name),
                          .stamp =
                              stamp_of(it_, {last ? std::optional(last->on.date) : std::nullopt})};
        if (const auto agreed = find_agreed(it_, config_, today_)) {
            item.summary = fmt::format("Meeting with {}", it_.name);
            item.where = it_.agreement.where;
            item.on = agreed;
            item.minutes = find_minutes(it_.agreement.length);
        } else if (const auto day = next_check_in(it_, config_, today_); day && is_dated) {
            item.on = Moment{*day, std::nullopt};
        } else {
            return;
        }
        items_.push_back(std::move(item));
    }

    void add_occasion(const Occasion& occasion) {
        // A leap year for those whose year nobody knows, so that there is a 29 February in it.
        constexpr int any_year = 2000;
        const auto first = day_in(occasion.year.value_or(any_year), occasion);
        if (!first) return;
        const std::string what = one_line(occasion.what);
        const bool is_of_birth = is_birthday(occasion);
        CalendarItem item{.name = name_of("", "occasion " + fold(what)),
                          .slugs = {it_.slug},
                          .summary = fmt::format("{}{}", it_.name,
                                                 is_of_birth ? "'s birthday" : ": " + trim(what)),
                          .on = Moment{*first, std::nullopt},
                          .yearly = occasion.yearly || !occasion.year,
                          .stamp = stamp_of(it_, {})};
        if (!occasion.day) item.summary += fmt::format(", some day {}", month_words(occasion));
        if (occasion.year && item.yearly)
            item.summary += fmt::format(" ({} {})", is_of_birth ? "born" : "since", *occasion.year);
        items_.push_back(std::move(item));
    }

    void add_todo(CalendarItem item, const std::optional<Date>& due) {
        item.slugs = {it_.slug};
        item.summary = fmt::format("{} ({})", one_line(item.summary), it_.name);
        item.kind = CalendarItem::Kind::todo;
        if (due) item.on = Moment{*due, std::nullopt};
        if (todos_ == Todos::events) {
            if (!due || item.fate == CalendarItem::Fate::dropped) return;
            item.kind = CalendarItem::Kind::event;
            if (item.fate == CalendarItem::Fate::done) item.summary = "Done: " + item.summary;
        }
        items_.push_back(std::move(item));
    }

    static CalendarItem settled(CalendarItem item, const std::optional<Date>& done,
                                const std::optional<Date>& dropped) {
        item.settled = done ? done : dropped;
        item.fate = done      ? CalendarItem::Fate::done
                    : dropped ? CalendarItem::Fate::dropped
                              : CalendarItem::Fate::open;
        return item;
    }

    void add_promise(const Commitment& promise) {
        add_todo(settled({.name = name_of(promise.id, "commitment " + promise.what),
                          .summary = promise.what,
                          .description = trim(promise.outcome),
                          .is_private = promise.is_private,
                          .stamp = stamp_of(it_, {promise.made, promise.done, promise.dropped})},
                         promise.done, promise.dropped),
                 promise.due);
    }

    void add_step(const Milestone& step) {
        const Goal* goal = by_goal_.find(step.goal);
        if (step.open() && !by_goal_.is_to_take(step)) return;
        add_todo(settled({.name = name_of(step.id, "milestone " + step.what),
                          .summary = step.what,
                          .description = goal ? "A step to: " + goal->title : "",
                          .is_private = private_goals_.keep(step.goal),
                          .stamp = stamp_of(it_, {step.done})},
                         step.done, std::nullopt),
                 step.due);
    }

    void add_goal(const Goal& goal) {
        add_todo(settled({.name = name_of(goal.id, "goal " + goal.title),
                          .summary = "Goal: " + goal.title,
                          .description = trim(goal.measure),
                          .is_private = goal.is_private && !trim(goal.measure).empty(),
                          .stamp = stamp_of(it_, {goal.set, goal.done, goal.dropped})},
                         goal.done, goal.dropped),
                 goal.due);
    }

    const Relationship& it_;
    const Sharers& sharers_;
    const Config& config_;
    Date today_;
    Todos todos_;
    std::vector<CalendarItem>& items_;
    std::string uid_;
    ByGoal by_goal_;
    PrivateIds private_goals_;
    std::set<std::string> taken_;
    std::map<std::string, int> again_;
};

} // namespace

std::string plain_uid(const Relationship& relationship) {
    return is_uid(relationship.uid) ? relationship.uid : uid_from(relationship.uid);
}

std::set<std::string> plain_uids(const std::vector<Relationship>& people) {
    std::set<std::string> uids;
    for (const Relationship& person : people)
        if (!person.uid.empty()) uids.insert(plain_uid(person));
    return uids;
}

std::vector<CalendarItem> calendar_of(const std::vector<Relationship>& people, const Config& config,
                                      Date today, Todos todos) {
    const Sharers sharers = sharers_in(people);
    std::vector<CalendarItem> items;
    for (const Relationship& person : people)
        if (!person.uid.empty())
            CalendarOfPerson(person, sharers, config, today, todos, items).add();
    return items;
}

bool reaches(const CalendarItem& item, Date since) {
    const bool is_open_todo =
        item.kind == CalendarItem::Kind::todo && item.fate == CalendarItem::Fate::open;
    return is_open_todo || item.yearly || (item.on && item.on->date >= since) ||
           (item.settled && *item.settled >= since);
}

std::vector<std::string> with_sharers(const std::vector<Relationship>& people,
                                      const std::vector<std::string>& slugs) {
    std::set<std::string> all(slugs.begin(), slugs.end());
    for (const auto& [key, sharers] : sharers_in(people)) {
        const bool is_meant = std::ranges::any_of(sharers, [&](const Relationship* each) {
            return std::ranges::find(slugs, each->slug) != slugs.end();
        });
        if (!is_meant) continue;
        for (const Relationship* each : sharers)
            all.insert(each->slug);
    }
    return {all.begin(), all.end()};
}

} // namespace mentor
