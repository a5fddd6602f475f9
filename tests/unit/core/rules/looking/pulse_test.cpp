// SPDX-License-Identifier: MIT
#include "core/rules/looking/pulse.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::pulse_test {

using namespace mentor::testing;

static LogEntry pulse(std::string_view on, std::map<std::string, int> scores) {
    LogEntry entry;
    entry.on.date = day(on);
    entry.kind = "pulse";
    entry.scores = std::move(scores);
    return entry;
}

TEST_CASE("scores are told in the order of the questions, and one's own after them") {
    const LogEntry entry =
        pulse("2026-11-10", {{"listening", 5}, {"trust", 4}, {"exchange", 3}, {"respect", 2}});
    CHECK(ordered_scores(entry) ==
          Scores{{"respect", 2}, {"exchange", 3}, {"listening", 5}, {"trust", 4}});
}

TEST_CASE("a pulse is an entry of that class with scores, not after today") {
    LogEntry meeting = pulse("2026-11-01", {{"respect", 5}});
    meeting.kind = "coffee";
    LogEntry own = pulse("2026-11-09", {{"respect", 1}});
    own.kind = "check-up";
    const Relationship ada = Person()
                                 .logged(pulse("2026-11-10", {{"respect", 2}}))
                                 .logged(pulse("2026-11-08", {{"respect", 4}}))
                                 .logged(pulse("2026-11-09", {}))
                                 .logged(pulse("2026-11-11", {{"respect", 3}}))
                                 .logged(meeting)
                                 .logged(own);
    const auto found = pulses_of(ada, Kinds(), day("2026-11-10"));
    CHECK(found == std::vector<const LogEntry*>{&ada.log[1], &ada.log[0]});

    Kinds kinds;
    kinds.set("check-up", KindClass::pulse);
    CHECK(pulses_of(ada, kinds, day("2026-11-10")).size() == 3);
}

TEST_CASE("a trend holds the pulses that give its score") {
    const Relationship ada = Person()
                                 .logged(pulse("2026-02-10", {{"respect", 4}, {"listening", 3}}))
                                 .logged(pulse("2026-05-10", {{"respect", 5}}))
                                 .logged(pulse("2026-08-10", {{"respect", 2}, {"listening", 4}}));
    const auto trends = trends_of(pulses_of(ada, Kinds(), day("2026-11-22")));
    REQUIRE(trends.size() == 2);
    CHECK(trends[0].name == "respect");
    CHECK(trends[0].points.size() == 3);
    CHECK(trends[0].score() == 2);
    CHECK(trends[0].before() == 5);
    CHECK(trends[1].name == "listening");
    CHECK(trends[1].points.front().on == day("2026-02-10"));
    CHECK(trends[1].before() == 3);
    CHECK_FALSE(trends_of({&ada.log[0]})[0].before());
}

} // namespace mentor::pulse_test
