// SPDX-License-Identifier: MIT
#include "core/rules/looking/pulse.hpp"

#include <algorithm>
#include <set>

namespace mentor {
namespace {

// The names in their order: the seven, then any others by the alphabet.
std::vector<std::string> in_order(const std::set<std::string, std::less<>>& given) {
    std::vector<std::string> names;
    for (const std::string_view name : score_names)
        if (given.contains(name)) names.emplace_back(name);
    for (const std::string& name : given)
        if (std::ranges::find(score_names, name) == score_names.end()) names.push_back(name);
    return names;
}

} // namespace

Scores ordered_scores(const LogEntry& entry) {
    std::set<std::string, std::less<>> given;
    for (const auto& [name, score] : entry.scores)
        given.insert(name);
    Scores scores;
    for (const std::string& name : in_order(given))
        scores.emplace_back(name, entry.scores.at(name));
    return scores;
}

std::optional<int> ScoreTrend::before() const {
    if (points.size() < 2) return std::nullopt;
    return points.end()[-2].score;
}

std::vector<const LogEntry*> pulses_of(const Relationship& relationship, const Kinds& kinds,
                                       Date today) {
    std::vector<const LogEntry*> pulses;
    for (const std::size_t position : by_day(relationship)) {
        const LogEntry& entry = relationship.log[position];
        const bool is_pulse = kinds.class_of(entry.kind) == KindClass::pulse;
        if (is_pulse && !entry.scores.empty() && entry.on.date <= today) pulses.push_back(&entry);
    }
    return pulses;
}

std::vector<ScoreTrend> trends_of(const std::vector<const LogEntry*>& pulses) {
    std::set<std::string, std::less<>> given;
    for (const LogEntry* pulse : pulses)
        for (const auto& [name, score] : pulse->scores)
            given.insert(name);
    std::vector<ScoreTrend> trends;
    for (const std::string& name : in_order(given)) {
        ScoreTrend trend{name, {}};
        for (const LogEntry* pulse : pulses)
            if (const auto found = pulse->scores.find(name); found != pulse->scores.end())
                trend.points.push_back({pulse->on.date, found->second});
        trends.push_back(std::move(trend));
    }
    return trends;
}

} // namespace mentor
