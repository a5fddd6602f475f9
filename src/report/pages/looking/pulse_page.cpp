// SPDX-License-Identifier: MIT
#include "report/pages/looking/pulse_page.hpp"

#include "core/rules/looking/pulse.hpp"
#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/health_words.hpp"
#include "report/pages/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

using Trends = std::vector<ScoreTrend>;

constexpr int low = 2;

int change_of(const ScoreTrend& trend) {
    return trend.score() - trend.before().value_or(trend.score());
}

Paragraph word_about(const std::string& score, const Relationship& relationship) {
    return suggestion(fmt::format("A word about {} may help. For next time:", score),
                      to_type("mentor ask {} {}", relationship, question_about(score)));
}

// The one thing to say about the scores: what fell, else what is low, else what rose.
Paragraph closing(const Trends& trends, const Relationship& relationship) {
    const ScoreTrend& fell = *std::ranges::min_element(trends, {}, change_of);
    if (change_of(fell) < 0) return word_about(fell.name, relationship);
    const ScoreTrend& lowest = *std::ranges::min_element(trends, {}, &ScoreTrend::score);
    if (lowest.score() <= low) return word_about(lowest.name, relationship);
    const ScoreTrend& rose = *std::ranges::max_element(trends, {}, change_of);
    if (change_of(rose) > 0) return sentence("More {}: good to see.", rose.name);
    const bool first = std::ranges::none_of(
        trends, [](const ScoreTrend& trend) { return trend.before().has_value(); });
    if (!first) return sentence("Steady, and that is worth something.");
    return suggestion("The first reading. The next one, in three months, shows a direction:",
                      to_type("mentor pulse {}", relationship));
}

} // namespace

Page pulse_page(const Relationship& relationship, const LogEntry& pulse, const Kinds& kinds) {
    Trends trends = trends_of(pulses_of(relationship, kinds, pulse.on.date));
    std::erase_if(trends,
                  [&](const ScoreTrend& trend) { return !pulse.scores.contains(trend.name); });
    Page page{sentence("Noted: the pulse with {} on {}", relationship.name, to_words(pulse.on))};
    Grid grid = plain_grid(3);
    grid.columns[1].align = Align::right;
    for (const ScoreTrend& trend : trends)
        grid.rows.push_back({{{trend.name, Style::quiet}},
                             {{std::to_string(trend.score())}},
                             change_words(trend.score(), trend.before())});
    page.push_back(std::move(grid));
    if (!trends.empty()) page.push_back(closing(trends, relationship));
    return page;
}

} // namespace mentor
