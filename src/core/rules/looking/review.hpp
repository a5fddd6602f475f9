// SPDX-License-Identifier: MIT
//
// Looking back over a span of days: what happened, what was kept, what slipped, what comes next.
// Pure, from decoded relationships.
#pragma once

#include "core/dates/span.hpp"
#include "core/model/relationship.hpp"
#include "core/rules/due/due.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

// One relationship's part of a review. Pointers lead into the relationship that it was made from.
struct PersonReview {
    const Relationship* relationship = nullptr;
    std::vector<const LogEntry*> meetings; // oldest first
    std::vector<const LogEntry*> touches;  // touches and outreach
    std::vector<const LogEntry*> notes;    // notes and pulses
    int minutes = 0;                       // of the meetings that say how long they took
    std::vector<std::string> wins;
    std::vector<const Advice*> tried;
    std::vector<std::string> advice;
    std::vector<const Question*> answered;  // asked within the span, with what was said
    std::vector<const Commitment*> made;    // promised within the span
    std::vector<const Commitment*> kept;    // done within the span
    std::vector<const Commitment*> let_go;  // dropped within the span
    std::vector<const Commitment*> slipped; // due within the span, and not done by its due day
                                            // nor by the end of the span
    std::vector<const Goal*> reached, given_up, goals_slipped;
    std::vector<const Milestone*> passed; // milestones done within the span
    std::vector<const Goal*> open_goals;  // by now
    // Active, and no meeting in the span though the cadence asked for one.
    bool is_unseen = false;
    std::vector<Reminder> next; // due in the days after, in no particular order
    bool quiet() const;         // none of the above but open goals, and what comes next
};

// The days that a review looks at.
struct ReviewDays {
    Span span;
    Date as_of; // the last day of the span that has come
    // What comes next: from today until the day that was asked for, else in as long a span again
    // after this one, with what is left of a span that isn't over.
    Span next;
};

ReviewDays review_days(const Span& span, Date today, std::optional<Date> next_until = std::nullopt);

PersonReview review_of(const Relationship& relationship, const Config& config,
                       const Calendar& calendar, const ReviewDays& days);
PersonReview review_of(const Relationship&&, const Config&, const Calendar&,
                       const ReviewDays&) = delete;

// Of those with anything to tell, by name.
std::vector<PersonReview> reviews_of(const std::vector<Relationship>& relationships,
                                     const Config& config, const Calendar& calendar,
                                     const ReviewDays& days);
std::vector<PersonReview> reviews_of(const std::vector<Relationship>&&, const Config&,
                                     const Calendar&, const ReviewDays&) = delete;

} // namespace mentor
