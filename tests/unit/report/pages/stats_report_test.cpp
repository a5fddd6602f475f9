// SPDX-License-Identifier: MIT
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/looking/stats_report.hpp"
#include "unit/report/pages/report_samples.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace mentor::stats_report_test {

using namespace mentor::samples;

namespace {

// So many people, each met once more than the one before.
Stats stats_of_many(int people) {
    Stats stats;
    stats.span = {today - Days{365}, today};
    for (int i = 1; i <= people; ++i) {
        PersonStats& one = stats.people.emplace_back();
        one.person.name = fmt::format("Person {:02}", i);
        one.tally.meetings = i;
        stats.all.meetings += i;
    }
    stats.weeks = {{today, stats.all.meetings}};
    return stats;
}

} // namespace

TEST_CASE("of very many people a chart shows those with most, and the items everyone") {
    const Report report = stats_report(stats_of_many(25), today);
    CHECK(report.items.size() == 25);
    const std::string text = to_terminal(report.page, {});
    CHECK(text.find("Person 25  ########################  25 meetings\n") != std::string::npos);
    CHECK(text.find("Person 06") != std::string::npos);
    CHECK(text.find("Person 05") == std::string::npos);
    CHECK(text.find("  and 5 more; --json has them\n") != std::string::npos);
}

TEST_CASE("who drifts today is no news of days that ended before") {
    Stats stats = stats_of_many(2);
    stats.people.front().drift = Drift{today - Days{99}, true, 60};
    const auto shown = [&] { return to_terminal(stats_report(stats, today).page, {}); };
    CHECK(shown().find("Person 01  ########################  99 days, check-in 60 days late\n\n"
                       "What may help: mentor due\n") != std::string::npos);
    stats.people.front().drift->late.reset();
    CHECK(shown().find("99 days\n\nWhat may help: mentor health\n") != std::string::npos);
    stats.span.until = today - Days{1};
    CHECK(shown().find("Drifting") == std::string::npos);
}

TEST_CASE("a goal without any day says so") {
    Stats stats = stats_of_many(1);
    GoalFigures figures;
    figures.goal.title = "Lead a project";
    stats.people.front().goals = {figures};
    CHECK(to_terminal(stats_report(stats, today).page, {}).find("without a day") !=
          std::string::npos);
}

} // namespace mentor::stats_report_test
