// SPDX-License-Identifier: MIT
#include "core/rules/looking/review.hpp"

#include "core/by_name.hpp"
#include "core/rules/due/due_rules.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

namespace {

// Whether the day came within the span, has gone by, and the matter wasn't closed by the span's
// end. Works for commitments and goals alike.
template<typename Matter>
bool has_slipped(const Matter& matter, const Span& span, Date today) {
    const auto closed = [&](const std::optional<Date>& day) { return day && *day <= span.until; };
    return span.contains(matter.due) && *matter.due < today && !closed(matter.done) &&
           !closed(matter.dropped);
}

void add_entry(PersonReview& review, const LogEntry& entry, const Kinds& kinds) {
    switch (kinds.class_of(entry.kind)) {
    case KindClass::meeting:
        review.meetings.push_back(&entry);
        review.minutes += entry.minutes.value_or(0);
        break;
    case KindClass::touch:
    case KindClass::outreach:
        review.touches.push_back(&entry);
        break;
    case KindClass::pulse:
    case KindClass::note:
        review.notes.push_back(&entry);
        break;
    }
    std::ranges::copy(entry.wins, std::back_inserter(review.wins));
    std::ranges::copy(entry.advice, std::back_inserter(review.advice));
}

void add_what_happened(PersonReview& review, const Relationship& relationship, const Config& config,
                       Date today, const Span& span) {
    for (const std::size_t at : by_day(relationship))
        if (span.contains(relationship.log[at].on.date))
            add_entry(review, relationship.log[at], config.kinds);
    for (const Advice& advice : relationship.advice) {
        if (span.contains(advice.tried)) review.tried.push_back(&advice);
        if (advice.log.empty() && !advice.in_entry && span.contains(advice.on))
            review.advice.push_back(advice.what);
    }
    for (const Commitment& commitment : relationship.commitments) {
        if (span.contains(commitment.made)) review.made.push_back(&commitment);
        if (span.contains(commitment.done)) review.kept.push_back(&commitment);
        if (span.contains(commitment.dropped)) review.let_go.push_back(&commitment);
        if (has_slipped(commitment, span, today)) review.slipped.push_back(&commitment);
    }
    for (const Goal& goal : relationship.goals) {
        if (span.contains(goal.done)) review.reached.push_back(&goal);
        if (span.contains(goal.dropped)) review.given_up.push_back(&goal);
        const bool slipped = has_slipped(goal, span, today);
        if (slipped) review.goals_slipped.push_back(&goal);
        if (goal.open() && !slipped) review.open_goals.push_back(&goal);
    }
    for (const Milestone& milestone : relationship.milestones)
        if (span.contains(milestone.done)) review.passed.push_back(&milestone);
    for (const Question& question : relationship.questions)
        if (span.contains(question.asked) && !question.answer.empty())
            review.answered.push_back(&question);
}

// What is agreed or snoozed by now doesn't change that the span went by without a meeting.
bool is_unseen(const Relationship& relationship, const Config& config, const Span& span,
               Date as_of) {
    if (relationship.stage != Stage::active && relationship.stage != Stage::winding_down)
        return false;
    const LogEntry* meeting = last_meeting(relationship, config.kinds, as_of);
    if (meeting && span.contains(meeting->on.date)) return false;
    const auto due = due_rules::find_cadence_day(relationship, config, as_of);
    return due && *due <= as_of;
}

} // namespace

bool PersonReview::quiet() const {
    return meetings.empty() && touches.empty() && notes.empty() && wins.empty() && made.empty() &&
           kept.empty() && let_go.empty() && slipped.empty() && reached.empty() &&
           given_up.empty() && goals_slipped.empty() && passed.empty() && advice.empty() &&
           tried.empty() && answered.empty();
}

ReviewDays review_days(const Span& span, Date today, std::optional<Date> next_until) {
    const Date next_from = next_until ? today : std::min(span.until + Days{1}, today);
    return {span,
            std::min(span.until, today),
            {next_from, next_until.value_or(span.until + (span.until - span.since) + Days{1})}};
}

PersonReview review_of(const Relationship& relationship, const Config& config,
                       const Calendar& calendar, const ReviewDays& days) {
    PersonReview review;
    review.relationship = &relationship;
    add_what_happened(review, relationship, config, calendar.today, days.span);
    review.is_unseen = is_unseen(relationship, config, days.span, days.as_of);
    review.next = reminders_of(relationship, config, calendar, days.next.until);
    std::erase_if(review.next,
                  [&](const Reminder& reminder) { return reminder.on < days.next.since; });
    return review;
}

std::vector<PersonReview> reviews_of(const std::vector<Relationship>& relationships,
                                     const Config& config, const Calendar& calendar,
                                     const ReviewDays& days) {
    std::vector<PersonReview> reviews;
    for (const Relationship& relationship : relationships) {
        PersonReview review = review_of(relationship, config, calendar, days);
        if (!review.quiet()) reviews.push_back(std::move(review));
    }
    sort_by_name(reviews, [](const PersonReview& review) {
        return std::string_view(review.relationship->name);
    });
    return reviews;
}

} // namespace mentor
