// SPDX-License-Identifier: MIT
#include "core/rules/looking/health.hpp"

#include "core/names.hpp"
#include "core/rules/due/due_rules.hpp"
#include "core/rules/promises/goals.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace mentor {
namespace {

// One long gap is a holiday, one bad hour is a bad hour: every signal looks at several, and only as
// far back as says something about today.
constexpr std::size_t last_intervals = 6, fewest_intervals = 3;
constexpr int last_initiatives = 10, fewest_initiatives = 4;
constexpr std::size_t last_ratings = 5, fewest_ratings = 3;
constexpr int fewest_promises = 3, fewest_gifts = 3;
constexpr Duration lately{6, Unit::month};
constexpr double fair_rating = 3;
constexpr int low_score = 2, great_fall = 2;

constexpr auto signals = names_of<SignalKind>({
    {SignalKind::contact, "contact"},
    {SignalKind::cadence, "cadence"},
    {SignalKind::initiative, "initiative"},
    {SignalKind::promises, "promises"},
    {SignalKind::reciprocity, "reciprocity"},
    {SignalKind::gratitude, "gratitude"},
    {SignalKind::goals, "goals"},
    {SignalKind::rating, "rating"},
    {SignalKind::boundaries, "boundaries"},
    {SignalKind::pulse, "pulse"},
});

static_assert(static_cast<std::size_t>(SignalKind::pulse) + 1 ==
              std::variant_size_v<Signal::Figures>);

constexpr auto standings = names_of<Standing>({
    {Standing::attention, "attention"},
    {Standing::good, "good"},
    {Standing::unknown, "unknown"},
});

// What every signal looks at.
struct Subject {
    const Relationship& relationship;
    const Config& config;
    Date today;
    std::vector<const LogEntry*> log; // up to today, oldest first
    Date since;                       // where `lately` begins
};

Subject subject_of(const Relationship& relationship, const Config& config, Date today) {
    Subject made{
        relationship, config, today, {}, due_rules::subtract_within_calendar(today, lately)};
    for (const std::size_t position : by_day(relationship)) {
        const LogEntry& entry = relationship.log[position];
        if (entry.on.date <= today) made.log.push_back(&entry);
    }
    return made;
}

Standing attention_if(bool troubled) {
    return troubled ? Standing::attention : Standing::good;
}

template<class Figures>
Signal unknown(Figures figures, int needs = 0) {
    return {Standing::unknown, std::move(figures), needs};
}

int days_between(Date from, Date to) {
    return static_cast<int>((to - from).count());
}

Signal contact(const Subject& subject) {
    ContactFigures figures;
    figures.last = last_contact(subject.relationship, subject.config.kinds, subject.today);
    if (!figures.last) return unknown(figures, 1);
    const Date last = figures.last->on.date;
    figures.days = days_between(last, subject.today);
    figures.late = late_after(last, subject.relationship, subject.config);
    const auto agreed = find_agreed(subject.relationship, subject.config, subject.today);
    if (agreed && (agreed->date >= subject.today ||
                   asks_whether_met(subject.relationship, subject.config, subject.today)))
        figures.planned = agreed->date;
    else if (is_snoozed(subject.relationship, subject.today))
        figures.planned = subject.relationship.snoozed;
    const bool is_ahead = figures.planned && *figures.planned >= subject.today;
    return {attention_if(subject.today > *figures.late && !is_ahead), figures};
}

int median(std::vector<int> numbers) {
    const auto middle = numbers.begin() + static_cast<long>(numbers.size() / 2);
    std::ranges::nth_element(numbers, middle);
    return *middle;
}

Signal cadence(const Subject& subject) {
    CadenceFigures figures{cadence_of(subject.relationship, subject.config), {}, 0, 0};
    const std::vector<Beat> all = beats_of(subject.relationship, subject.config, subject.today);
    const std::size_t met = all.size(); // the first of them came after nothing
    const std::size_t count = std::min(met == 0 ? 0 : met - 1, last_intervals);
    for (const Beat& beat : std::span(all).last(count)) {
        figures.intervals.push_back(days_between(*beat.from, beat.on));
        if (beat.is_in_time) ++figures.kept;
    }
    if (count < fewest_intervals)
        return unknown(figures, static_cast<int>(fewest_intervals + 1 - met));
    figures.usual = median(figures.intervals);
    return {attention_if(3 * figures.kept < 2 * static_cast<int>(count)), figures};
}

// The mentee drives, unless the two agreed otherwise.
std::optional<Side> expected_to_begin(const Relationship& relationship) {
    if (relationship.agreement.initiates) return relationship.agreement.initiates;
    switch (relationship.role) {
    case Role::mentor:
        return Side::me;
    case Role::mentee:
        return Side::them;
    case Role::peer:
        break;
    }
    return std::nullopt;
}

Signal initiative(const Subject& subject) {
    InitiativeFigures figures;
    figures.expected = expected_to_begin(subject.relationship);
    figures.agreed = subject.relationship.agreement.initiates.has_value();
    for (auto entry = subject.log.rbegin(); entry != subject.log.rend(); ++entry) {
        if (!(*entry)->by || !subject.config.kinds.is_contact((*entry)->kind)) continue;
        if (figures.me + figures.them == last_initiatives) break;
        ++((*entry)->by == Side::me ? figures.me : figures.them);
    }
    const int all = figures.me + figures.them;
    if (all < fewest_initiatives) return unknown(figures, fewest_initiatives - all);
    if (!figures.expected)
        return {attention_if(5 * std::max(figures.me, figures.them) >= 4 * all), figures};
    const int other = figures.expected == Side::me ? figures.them : figures.me;
    return {attention_if(2 * other > all), figures};
}

bool is_troubled(const KeptPromises& side) {
    return side.settled() >= fewest_promises && 2 * (side.let_go + side.overdue) >= side.settled();
}

Signal promises(const Subject& subject) {
    const PromiseFigures figures{
        kept_promises(subject.relationship, {subject.since, subject.today})};
    const int settled = std::max(figures.me.settled(), figures.them.settled());
    if (settled < fewest_promises) return unknown(figures, fewest_promises - settled);
    return {attention_if(is_troubled(figures.me) || is_troubled(figures.them)), figures};
}

int total(const std::array<int, ReciprocityFigures::ways.size()>& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

// A touch that doesn't say who began it is yours: you wrote it down because you did it.
Signal reciprocity(const Subject& subject) {
    ReciprocityFigures figures;
    const bool you_advise = subject.relationship.role == Role::mentee;
    for (const LogEntry* entry : subject.log) {
        if (entry->on.date < subject.since) continue;
        (you_advise ? figures.given : figures.received)[0] +=
            static_cast<int>(entry->advice.size());
        const auto way = std::ranges::find(figures.ways, entry->kind);
        if (way == figures.ways.end() || way == figures.ways.begin()) continue;
        auto& counts = entry->by == Side::them ? figures.received : figures.given;
        ++counts[static_cast<std::size_t>(way - figures.ways.begin())];
    }
    const auto is_recent = [&](const std::optional<Date>& day) {
        return day && *day >= subject.since && *day <= subject.today;
    };
    auto& of_gifts = figures.given[figures.ways.size() - 2];
    for (const Gift& gift : subject.relationship.gifts)
        if (is_recent(gift.given)) ++of_gifts;
    for (const Commitment& promise : subject.relationship.commitments)
        if (is_recent(promise.done))
            ++(promise.owner == Side::me ? figures.given : figures.received).back();
    // What was given outside of any entry.
    for (const Advice& advice : subject.relationship.advice)
        if (advice.log.empty() && !advice.in_entry && is_recent(advice.on))
            ++(you_advise ? figures.given : figures.received)[0];
    // A mentor's advice is what a mentorship is for; it asks for nothing back.
    const int given = total(figures.given) - (you_advise ? figures.given[0] : 0);
    const int received = total(figures.received);
    if (given + received < fewest_gifts) return unknown(figures);
    return {attention_if(given == 0 || received == 0), figures};
}

Signal gratitude(const Subject& subject) {
    GratitudeFigures figures{owed_thanks(subject.relationship, subject.today),
                             find_worked(subject.relationship, subject.today), 0};
    figures.said = static_cast<int>(std::ranges::count_if(subject.log, [&](const auto* entry) {
        return entry->kind == "thanks" && entry->by != Side::them &&
               entry->on.date >= subject.since;
    }));
    const bool is_owed = !figures.owed.empty() || figures.worked;
    if (!is_owed && figures.said == 0) return unknown(figures);
    return {attention_if(is_owed), figures};
}

Signal goals(const Subject& subject) {
    GoalsFigures figures;
    const ByGoal by_goal(subject.relationship);
    for (const Goal& goal : subject.relationship.goals) {
        if (!goal.open()) continue;
        ++figures.open;
        if (const auto rest = find_rest(goal, by_goal, subject.config, subject.today))
            figures.still.push_back({&goal, rest->moved});
    }
    if (figures.open == 0) return unknown(figures);
    return {attention_if(!figures.still.empty()), figures};
}

Signal rating(const Subject& subject) {
    RatingFigures figures;
    for (const LogEntry* entry : subject.log)
        if (entry->rating) figures.ratings.push_back(*entry->rating);
    auto& ratings = figures.ratings;
    if (ratings.size() > last_ratings)
        ratings.erase(ratings.begin(), ratings.end() - static_cast<long>(last_ratings));
    if (!ratings.empty())
        figures.average = std::accumulate(ratings.begin(), ratings.end(), 0.0) /
                          static_cast<double>(ratings.size());
    if (ratings.size() < fewest_ratings)
        return unknown(figures, static_cast<int>(fewest_ratings - ratings.size()));
    return {attention_if(figures.average < fair_rating), figures};
}

Signal boundaries(const Subject& subject) {
    const BoundariesFigures figures{find_rush(subject.relationship, subject.config, subject.today)};
    if (!last_contact(subject.relationship, subject.config.kinds, subject.today))
        return unknown(figures);
    return {attention_if(figures.rush.has_value()), figures};
}

Signal pulse(const Subject& subject) {
    const auto pulses = pulses_of(subject.relationship, subject.config.kinds, subject.today);
    if (pulses.empty()) return unknown(PulseFigures{}, 1);
    PulseFigures figures{pulses.back(), trends_of(pulses)};
    const bool troubled = std::ranges::any_of(figures.trends, [](const ScoreTrend& trend) {
        return trend.score() <= low_score ||
               trend.before().value_or(0) - trend.score() >= great_fall;
    });
    return {attention_if(troubled), std::move(figures)};
}

} // namespace

std::string_view to_text(SignalKind kind) {
    return signals.text(kind);
}

const std::vector<std::string>& signal_names() {
    static const std::vector<std::string> names = signals.list();
    return names;
}

std::string_view to_text(Standing standing) {
    return standings.text(standing);
}

const std::vector<std::string>& standing_names() {
    static const std::vector<std::string> names = standings.list();
    return names;
}

Health health(const Relationship& relationship, const Config& config, Date today) {
    const Subject subject = subject_of(relationship, config, today);
    Health made{&relationship, {}};
    const auto add = [&](bool applies, Signal (*signal)(const Subject&)) {
        if (applies) made.signals.push_back(signal(subject));
    };
    add(has_rhythm(relationship.stage), contact);
    add(has_rhythm(relationship.stage), cadence);
    add(true, initiative);
    add(true, promises);
    add(true, reciprocity);
    add(relationship.role != Role::mentee, gratitude);
    add(is_under_way(relationship.stage), goals);
    add(true, rating);
    add(has_rhythm(relationship.stage), boundaries);
    add(true, pulse);
    return made;
}

} // namespace mentor
