// SPDX-License-Identifier: MIT
//
// What of a journal belongs in a calendar, and under which name it stands there for good: meetings,
// the next one, the days that people keep, and what you promised. Pure; how a calendar writes it is
// calendar_face.hpp's.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mentor {

struct CalendarItem {
    enum class Kind { event, todo };
    enum class Fate { open, done, dropped };
    Kind kind = Kind::event;
    // The same in every export and whatever the people are called: "x4t9-7k2m9x4tq8w1c3rd". No two
    // items of a journal share one.
    std::string name;
    std::vector<std::string> slugs; // whose it is; of an entry that files share, all of them
    std::string summary, description, where;
    std::vector<std::string> topics;
    // When it is, local time; of a to-do the day that it is due, and none where it has no day.
    std::optional<Moment> on;
    std::optional<int> minutes; // how long it takes
    bool yearly = false;        // from `on` on; on the last of February where `on` is the 29th
    bool is_private = false;
    Fate fate = Fate::open;      // of a to-do
    std::optional<Date> settled; // when it was done or dropped
    Date stamp;                  // when it was last changed, as far as the file tells
};

// Whether what can have a day is a to-do, an event of that day, or left out.
enum class Todos { todos, events, none };

// Of those with a `uid`, in the order of the people: what to look for in others' files (an entry
// that they share) is looked for among all of `people`.
std::vector<CalendarItem> calendar_of(const std::vector<Relationship>& people, const Config& config,
                                      Date today, Todos todos);

// An item that isn't over before that day: what is open or comes round every year never is.
bool reaches(const CalendarItem& item, Date since);

// The slugs of everyone who shares an entry with one of `slugs`, and those themselves.
std::vector<std::string> with_sharers(const std::vector<Relationship>& people,
                                      const std::vector<std::string>& slugs);

// The name of a person's file wherever names have to be plain: the uid, or what follows from one
// that was written by hand in another way.
std::string plain_uid(const Relationship& relationship);
// Of all that have one.
std::set<std::string> plain_uids(const std::vector<Relationship>& people);

} // namespace mentor
