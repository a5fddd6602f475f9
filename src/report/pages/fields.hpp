// SPDX-License-Identifier: MIT
//
// The parts of the domain as fields for programs: FORMAT.md's names in FORMAT.md's order, and after
// them what is derived. One builder a part, so that it has the same fields wherever it appears;
// mentor-json(7) documents each of them.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/promises/kept.hpp"
#include "report/report.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace mentor {

// Whose the item is.
Fields whose(const Relationship& relationship);
Fields person_fields(const Relationship& relationship);

// The keys of one table of a person's file ("" for its first lines), and those short enough for a
// list.
Fields table_fields(const Relationship& relationship, std::string_view table);
Fields listed_fields(const Relationship& relationship);
// What follows for the time between meetings.
Fields rhythm_fields(const Relationship& relationship, const Config& config, Date today);

Fields occasion_fields(const Occasion& occasion);
Fields entry_fields(const LogEntry& entry);
Fields kept_fields(const PromisesOfBoth& promises);
Fields commitment_fields(const Commitment& commitment);
Fields advice_fields(const Advice& advice);
Fields question_fields(const Question& question);
Fields fit_fields(const Fit& fit);
Fields gift_fields(const Gift& gift);
Fields goal_fields(const Goal& goal);
Fields milestone_fields(const Milestone& milestone);
Data ending_fields(const Relationship& relationship); // null where there is none
// All that a person's file holds.
Fields file_fields(const Relationship& relationship);
Fields reminder_fields(const Reminder& reminder);

// From today to a day; negative once it has passed.
Data days_until(const std::optional<Date>& day, Date today);

Fields joined(std::initializer_list<Fields> parts);

// The fields of each thing.
template<class T, class Builder>
List listed(const std::vector<T>& things, Builder fields_of) {
    List list;
    for (const T& thing : things)
        list.emplace_back(fields_of(thing));
    return list;
}
template<class T, class Builder>
List listed(const std::vector<const T*>& things, Builder fields_of) {
    List list;
    for (const T* thing : things)
        list.emplace_back(fields_of(*thing));
    return list;
}

// The fields of a thing that may be missing.
template<class T, class Builder>
Data maybe(const T* thing, Builder fields_of) {
    return thing ? Data(fields_of(*thing)) : Data();
}

} // namespace mentor
