// SPDX-License-Identifier: MIT
//
// The things of a relationship that a person can refer to by REF, and options that say something of
// one of them: `--answer REF=TEXT`.
#pragma once

#include "core/model/relationship.hpp"
#include "core/model/who.hpp"
#include "session/session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// How a relationship keeps things of one type.
template<class Thing>
struct Kept {
    std::string_view table; // its array in the file: "commitment"
    std::string_view noun;  // what a person calls one: "promise"
    std::vector<Thing> Relationship::*all;
    std::string Thing::*words;
};
template<class Thing>
inline constexpr Kept<Thing> kept = {};
template<>
inline constexpr Kept<Goal> kept<Goal>{"goal", "goal", &Relationship::goals, &Goal::title};
template<>
inline constexpr Kept<Milestone> kept<Milestone>{"milestone", "step", &Relationship::milestones,
                                                 &Milestone::what};
template<>
inline constexpr Kept<Commitment> kept<Commitment>{"commitment", "promise",
                                                   &Relationship::commitments, &Commitment::what};
template<>
inline constexpr Kept<Question> kept<Question>{"question", "question", &Relationship::questions,
                                               &Question::ask};

template<>
inline constexpr Kept<Advice> kept<Advice>{"advice", "piece of advice", &Relationship::advice,
                                           &Advice::what};

template<>
inline constexpr Kept<Gift> kept<Gift>{"gift", "gift", &Relationship::gifts, &Gift::what};

template<>
inline constexpr Kept<LogEntry> kept<LogEntry>{"log", "entry", &Relationship::log, &LogEntry::note};

template<class Thing>
struct Kind {};
// Every kind of thing that a REF may name, in the order in which lists have them.
template<class Visit>
void for_each_kind(Visit visit) {
    visit(Kind<Commitment>());
    visit(Kind<Goal>());
    visit(Kind<Milestone>());
    visit(Kind<Advice>());
    visit(Kind<Question>());
    visit(Kind<Gift>());
    visit(Kind<LogEntry>());
}

template<class Thing>
bool is_open(const Thing& thing) {
    return thing.open();
}
template<>
inline bool is_open(const LogEntry&) {
    return true;
}

// Whose it is where it isn't yours, and by when.
std::string beside(const Goal& goal);
std::string beside(const Milestone& step);
std::string beside(const Commitment& promise);
std::string beside(const Question& question);
std::string beside(const Advice& advice);
std::string beside(const Gift& gift);
std::string beside(const LogEntry& entry);

// What a recap calls it; "" where none has such things.
template<class Thing>
std::string mark_of(const Thing& thing) {
    if constexpr (requires { thing.known_as(); })
        return thing.known_as();
    else
        return "";
}

// In file order. What `is_wanted` refuses counts as not open: its words don't name it.
template<class Thing>
std::vector<Item> items_of(const std::vector<Thing>& things,
                           bool (*is_wanted)(const Thing&) = is_open<Thing>) {
    std::vector<Item> items;
    items.reserve(things.size());
    for (const Thing& thing : things)
        items.push_back({thing.id, thing.*kept<Thing>.words, items.size(), is_wanted(thing),
                         beside(thing), mark_of(thing)});
    return items;
}

// What tells a thing from another with the same words or id: its days and how it stands, such as
// "made Sat 3 Jan 2026, done Sun 4 Jan 2026".
std::string marks_of(const Goal& goal);
std::string marks_of(const Milestone& step);
std::string marks_of(const Commitment& promise);
std::string marks_of(const Advice& advice);
std::string marks_of(const Question& question);
std::string marks_of(const Gift& gift);
std::string marks_of(const LogEntry& entry);

// The one item that `ref` names, among `items` of the relationship ("promise", "goal": the noun for
// the message; `state` is what those are that can be meant). On a terminal a person chooses among
// several; Error(unknown) elsewhere, with a list in which `marks` tells those apart that look
// alike.
using Marks = std::function<std::string(const Item&)>;
Item item_for(Session& session, std::string_view ref, const std::vector<Item>& items,
              std::string_view noun, const Relationship& relationship, const Marks& marks,
              std::string_view state = "open");

// Throws Error(unknown), with the command for it, where `ref` names none of `items` but a step or a
// goal. `noun` is what they are: "promise".
void refuse_other_noun(std::string_view ref, const std::vector<Item>& items, std::string_view noun,
                       const Relationship& relationship);

// The id of the goal, to point to it from elsewhere in the file, where it has one that is its own;
// `id_of` throws Error(unknown) instead.
bool has_own_id(const Goal& goal, const Relationship& relationship);
std::string id_of(const Goal& goal, const Relationship& relationship);

// REF where it stands behind an option that may be bare, `--given book` for `book --given`: with
// what the option took, where that is needed to name one of the items; the option is bare then.
std::string ref_behind(std::optional<std::string>& option, const std::string& ref,
                       const std::vector<Item>& items);
// The same of an option that takes a day, which goes before.
std::string ref_behind_day(std::optional<std::string>& option, const std::string& ref,
                           const std::vector<Item>& items, const Calendar& calendar);

struct RefText {
    std::string ref, text; // the text may be ""
};

// "c7k2=She liked it" in its two parts, trimmed; without "=", all of it is the ref. Throws
// Error(usage) naming `option` where there is no ref.
RefText parse_ref_text(std::string_view given, std::string_view option);
// What a hint writes before that "=": see ref_to_type().
std::string ref_before_text(const std::string& id);

} // namespace mentor
