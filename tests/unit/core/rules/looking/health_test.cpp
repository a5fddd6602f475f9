// SPDX-License-Identifier: MIT
#include "core/rules/looking/health.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace mentor::health_test {

using namespace mentor::testing;

static const Date today = day("2026-11-22");

static const Signal* find_signal(const Health& health, SignalKind kind) {
    const auto found = std::ranges::find(health.signals, kind, &Signal::kind);
    return found == health.signals.end() ? nullptr : &*found;
}

template<class Figures>
struct Judged {
    Standing standing;
    int needs;
    Figures figures;
};

template<class Figures>
static Judged<Figures> judge(const Relationship& person) {
    static const Config config;
    for (const Signal& signal : health(person, config, today).signals)
        if (const auto* figures = std::get_if<Figures>(&signal.figures))
            return {signal.standing, signal.needs, *figures};
    FAIL("the signal isn't there");
    return {};
}

static std::string ago(int days) {
    return to_iso(today - Days{days});
}

static LogEntry entry(int days_ago, std::string kind, std::optional<Side> by = {},
                      std::optional<int> rating = {}) {
    LogEntry made;
    made.on.date = today - Days{days_ago};
    made.kind = std::move(kind);
    made.by = by;
    made.rating = rating;
    return made;
}

static LogEntry pulse(int days_ago, std::map<std::string, int> scores) {
    LogEntry made = entry(days_ago, "pulse");
    made.scores = std::move(scores);
    return made;
}

// A relationship in which one side took the initiative so and so often.
static Person with_initiatives(Person person, int me, int them) {
    for (int i = 0; i < me; ++i)
        person.logged(entry(300 - i, "coffee", Side::me));
    for (int i = 0; i < them; ++i)
        person.logged(entry(200 - i, "coffee", Side::them));
    return person;
}

static Commitment closed(Side owner, std::string_view due, std::string_view done) {
    Commitment made = promise(owner, "Something", due);
    made.done = day(done);
    return made;
}

TEST_CASE("contact: quiet begins the day after cadence and grace") {
    // 4 weeks, and half of it again.
    const auto seen = [](int days) {
        return judge<ContactFigures>(Person().every(4, Unit::week).logged(entry(days, "message")));
    };
    CHECK(seen(42).standing == Standing::good);
    CHECK(seen(42).figures.days == 42);
    CHECK(seen(42).figures.late == today);
    CHECK(seen(43).standing == Standing::attention);
    CHECK(judge<ContactFigures>(Person()).standing == Standing::unknown);
}

TEST_CASE("contact: what is planned or snoozed isn't quiet") {
    const Person person = Person().every(4, Unit::week).met_on(ago(90));
    CHECK(judge<ContactFigures>(Person(person).agreed_next(ago(0))).standing == Standing::good);
    CHECK(judge<ContactFigures>(Person(person).agreed_next(ago(1))).standing ==
          Standing::attention);
    CHECK(judge<ContactFigures>(Person(person).snoozed_until(ago(-1))).figures.planned ==
          today + Days{1});
    CHECK(judge<ContactFigures>(Person(person).snoozed_until(ago(0))).standing ==
          Standing::attention);
}

TEST_CASE("cadence: two of three intervals in time are well") {
    // In time is up to 10 + 5 days.
    const auto met = [](std::vector<int> days_ago) {
        Person person = Person().every(10, Unit::day).grace(5, Unit::day);
        for (const int days : days_ago)
            person.met_on(ago(days));
        return judge<CadenceFigures>(person);
    };
    CHECK(met({50, 35, 20, 4}).standing == Standing::good);
    CHECK(met({50, 35, 20, 4}).figures.kept == 2);
    CHECK(met({50, 35, 19, 3}).standing == Standing::attention);
    CHECK(met({50, 35, 19, 3}).figures.usual == 16);
    CHECK(met({60, 44, 28, 20, 12, 4}).figures.intervals == std::vector<int>{16, 16, 8, 8, 8});
    CHECK(met({60, 44, 28, 20, 12, 4}).standing == Standing::attention);
    CHECK(met({60, 45, 29, 21, 12, 4}).standing == Standing::good);
}

TEST_CASE("cadence: the last six intervals count, a day once, and three are needed") {
    Person person = Person().every(10, Unit::day);
    CHECK(judge<CadenceFigures>(person).needs == 4);
    person.met_on(ago(70)).met_on(ago(70)).met_on(ago(60));
    CHECK(judge<CadenceFigures>(person).standing == Standing::unknown);
    CHECK(judge<CadenceFigures>(person).needs == 2);
    person.met_on(ago(50)).met_on(ago(40)).met_on(ago(30)).met_on(ago(20)).met_on(ago(10));
    person.logged(entry(200, "coffee"));
    CHECK(judge<CadenceFigures>(person).figures.intervals == std::vector<int>(6, 10));
    CHECK(judge<CadenceFigures>(person).figures.kept == 6);
}

TEST_CASE("cadence: for alumni any contact since the ending counts") {
    Person person = Person().met_on(ago(400)).ended_on(ago(300), Duration{3, Unit::month});
    for (const int days : {290, 200, 110, 20})
        person.logged(entry(days, "message"));
    CHECK(judge<CadenceFigures>(person).figures.intervals == std::vector<int>{90, 90, 90});
}

TEST_CASE("initiative: attention where the other side begins more than half of the time") {
    const auto of = [](Role role, int me, int them) {
        return judge<InitiativeFigures>(with_initiatives(Person().is(role), me, them)).standing;
    };
    CHECK(of(Role::mentor, 3, 3) == Standing::good);
    CHECK(of(Role::mentor, 3, 4) == Standing::attention);
    CHECK(of(Role::mentor, 10, 0) == Standing::good);
    CHECK(of(Role::mentee, 3, 3) == Standing::good);
    CHECK(of(Role::mentee, 4, 3) == Standing::attention);

    const auto agreed =
        judge<InitiativeFigures>(with_initiatives(Person().initiated_by(Side::them), 4, 3));
    CHECK(agreed.standing == Standing::attention);
    CHECK(agreed.figures.expected == Side::them);
    CHECK(agreed.figures.agreed);
}

TEST_CASE("initiative: among peers four of five times is one-sided") {
    const auto of = [](int me, int them) {
        return judge<InitiativeFigures>(with_initiatives(Person().is(Role::peer), me, them))
            .standing;
    };
    CHECK(of(7, 2) == Standing::good);
    CHECK(of(8, 2) == Standing::attention);
    CHECK(of(1, 4) == Standing::attention);
}

TEST_CASE("initiative: the last ten contacts that say who began; four are needed") {
    CHECK(judge<InitiativeFigures>(with_initiatives(Person(), 2, 1)).needs == 1);
    const auto many = judge<InitiativeFigures>(with_initiatives(Person(), 9, 6));
    CHECK(many.figures.me == 4);
    CHECK(many.figures.them == 6);
    Person person = with_initiatives(Person(), 2, 1);
    person.logged(entry(5, "coffee")).logged(entry(4, "note", Side::me));
    CHECK(judge<InitiativeFigures>(person).standing == Standing::unknown);
}

TEST_CASE("promises: attention where half of them or more weren't kept, on either side") {
    for (const Side side : {Side::me, Side::them}) {
        Person person = Person()
                            .promised(closed(side, "2026-11-01", "2026-11-01"))
                            .promised(closed(side, "2026-11-01", "2026-11-02"))
                            .promised(promise(side, "Overdue", "2026-11-21"));
        CHECK(judge<PromiseFigures>(person).standing == Standing::good);
        person.promised(promise(side, "Due today", "2026-11-22"));
        CHECK(judge<PromiseFigures>(person).standing == Standing::good);
        Commitment let_go = promise(side, "Let go", "2026-11-30");
        let_go.dropped = day("2026-11-10");
        person.promised(let_go);
        const auto judged = judge<PromiseFigures>(person);
        CHECK(judged.standing == Standing::attention);
        const auto& figures = side == Side::me ? judged.figures.me : judged.figures.them;
        CHECK(figures.kept == 2);
        CHECK(figures.late == 1);
        CHECK(figures.overdue == 1);
        CHECK(figures.open == 2);
        CHECK(figures.let_go == 1);
        CHECK(judged.figures.untold == (side == Side::me ? 2 : 0));
    }
}

TEST_CASE("promises: half a year back, and three that are settled on one side") {
    Person person = Person()
                        .promised(closed(Side::me, "2026-05-21", "2026-05-21"))
                        .promised(closed(Side::me, "2026-05-22", "2026-05-22"))
                        .promised(closed(Side::them, "2026-11-01", "2026-11-01"));
    CHECK(judge<PromiseFigures>(person).figures.me.kept == 1);
    CHECK(judge<PromiseFigures>(person).needs == 2);
    person.promised(promise(Side::me, "Years ago, and open", "2024-01-01"));
    person.promised(closed(Side::me, "2026-11-01", "2026-11-01"));
    CHECK(judge<PromiseFigures>(person).standing == Standing::good);
}

TEST_CASE("reciprocity: attention where all of three or more went one way") {
    LogEntry advice = entry(10, "coffee");
    advice.advice = {"One", "Two", "Three"};
    Person person = Person().logged(advice);
    CHECK(judge<ReciprocityFigures>(person).standing == Standing::attention);
    CHECK(judge<ReciprocityFigures>(person).figures.received[0] == 3);
    person.logged(entry(9, "share"));
    CHECK(judge<ReciprocityFigures>(person).standing == Standing::good);
    CHECK(judge<ReciprocityFigures>(person).figures.given[1] == 1);

    advice.advice.pop_back();
    CHECK(judge<ReciprocityFigures>(Person().logged(advice)).standing == Standing::unknown);
    advice.advice.resize(5, "More");
    advice.on.date = day("2026-05-21"); // half a year and a day ago
    CHECK(judge<ReciprocityFigures>(Person().logged(advice)).standing == Standing::unknown);
}

TEST_CASE("reciprocity: your advice to a mentee asks for nothing back, other gifts do") {
    LogEntry advice = entry(10, "coffee");
    advice.advice = {"One", "Two", "Three"};
    Person person = Person().is(Role::mentee).logged(advice);
    CHECK(judge<ReciprocityFigures>(person).standing == Standing::unknown);
    CHECK(judge<ReciprocityFigures>(person).figures.given[0] == 3);
    person.logged(entry(9, "intro", Side::me)).logged(entry(8, "favor")).logged(entry(7, "share"));
    CHECK(judge<ReciprocityFigures>(person).standing == Standing::attention);
    person.logged(entry(6, "thanks", Side::them));
    CHECK(judge<ReciprocityFigures>(person).standing == Standing::good);
}

TEST_CASE("gratitude: owed where advice bore fruit, settled by thanks, not asked of a mentor") {
    LogEntry advice = entry(30, "coffee");
    advice.advice = {"Cut it in two"};
    advice.goals = {"g001"};
    LogEntry win = entry(10, "message");
    win.goals = {"g001"};
    win.wins = {"The talk went well"};
    Person person = Person().logged(advice).logged(win);
    CHECK(judge<GratitudeFigures>(person).standing == Standing::attention);
    CHECK(judge<GratitudeFigures>(person).figures.owed.size() == 1);
    person.logged(entry(9, "thanks"));
    CHECK(judge<GratitudeFigures>(person).standing == Standing::good);
    CHECK(judge<GratitudeFigures>(person).figures.said == 1);
    CHECK(judge<GratitudeFigures>(Person()).standing == Standing::unknown);
    const Health of_mentee = health(person.is(Role::mentee), Config(), today);
    CHECK(find_signal(of_mentee, SignalKind::gratitude) == nullptr);
}

TEST_CASE("goals: one rests when nothing moved for three cadences") {
    // Three times two weeks.
    const auto set = [](int days_ago) {
        Goal aim = goal("g1aa", "Lead", "2027-06-01");
        aim.set = today - Days{days_ago};
        return Person().every(2, Unit::week).aims_for(aim);
    };
    CHECK(judge<GoalsFigures>(set(41)).standing == Standing::good);
    CHECK(judge<GoalsFigures>(set(42)).standing == Standing::attention);
    CHECK(judge<GoalsFigures>(set(42)).figures.still[0].since == today - Days{42});

    LogEntry talk = entry(41, "coffee");
    talk.goals = {"g1aa"};
    CHECK(judge<GoalsFigures>(set(90).logged(talk)).standing == Standing::good);
    CHECK(judge<GoalsFigures>(set(90).with_step({"m1aa", "g1aa", "Step", {}, today - Days{41}}))
              .standing == Standing::good);
    talk.id = "l1aa";
    talk.on.date = today - Days{80};
    Commitment spoken = closed(Side::me, ago(50), ago(41));
    spoken.log = "l1aa";
    CHECK(judge<GoalsFigures>(set(90).logged(talk).promised(spoken)).standing == Standing::good);

    CHECK(judge<GoalsFigures>(Person()).standing == Standing::unknown);
    const Health of_alumni = health(set(42).is(Stage::alumni), Config(), today);
    CHECK(find_signal(of_alumni, SignalKind::goals) == nullptr);
}

TEST_CASE("rating: attention where the last five are below three on average") {
    const auto rated = [](std::vector<int> ratings) {
        Person person;
        for (std::size_t i = 0; i < ratings.size(); ++i)
            person.logged(entry(100 - static_cast<int>(i), "coffee", {}, ratings[i]));
        return judge<RatingFigures>(person);
    };
    CHECK(rated({3, 3, 3}).standing == Standing::good);
    CHECK(rated({3, 3, 2}).standing == Standing::attention);
    CHECK(rated({5, 3, 3, 3, 3, 2}).standing == Standing::attention);
    CHECK(rated({5, 3, 3, 3, 3, 2}).figures.ratings == std::vector<int>{3, 3, 3, 3, 2});
    CHECK(rated({1, 1}).needs == 1);
    CHECK(rated({1, 1}).standing == Standing::unknown);
}

TEST_CASE("boundaries: what is much more frequent than agreed asks for room") {
    Person person = Person().every(4, Unit::week).met_on(ago(12)).met_on(ago(8)).met_on(ago(4));
    CHECK(judge<BoundariesFigures>(person).standing == Standing::good);
    person.met_on(ago(1));
    CHECK(judge<BoundariesFigures>(person).standing == Standing::attention);
    CHECK(judge<BoundariesFigures>(person).figures.rush->days == 4);
    CHECK(judge<BoundariesFigures>(Person()).standing == Standing::unknown);
}

TEST_CASE("pulse: attention at a score of two, or where one fell by two") {
    const auto scored = [](int before, int now) {
        return judge<PulseFigures>(Person()
                                       .logged(pulse(90, {{"respect", before}}))
                                       .logged(pulse(5, {{"respect", now}})))
            .standing;
    };
    CHECK(scored(3, 3) == Standing::good);
    CHECK(scored(3, 2) == Standing::attention);
    CHECK(scored(5, 4) == Standing::good);
    CHECK(scored(5, 3) == Standing::attention);
    CHECK(scored(2, 3) == Standing::good);
    CHECK(judge<PulseFigures>(Person()).standing == Standing::unknown);
}

TEST_CASE("without a rhythm there is no contact, cadence or boundary to keep") {
    for (const Stage stage : {Stage::prospect, Stage::paused, Stage::declined}) {
        const Person person = Person().is(stage);
        const Health made = health(person, Config(), today);
        CHECK(find_signal(made, SignalKind::contact) == nullptr);
        CHECK(find_signal(made, SignalKind::cadence) == nullptr);
        CHECK(find_signal(made, SignalKind::boundaries) == nullptr);
        CHECK(find_signal(made, SignalKind::pulse) != nullptr);
    }
    const Person person;
    CHECK(health(person, Config(), today).signals.size() == signal_names().size());
}

TEST_CASE("what lies ahead of today says nothing yet") {
    const Person person =
        Person().logged(entry(-1, "coffee", Side::me, 1)).logged(pulse(-1, {{"respect", 1}}));
    for (const Signal& signal : health(person, Config(), today).signals)
        CHECK(signal.standing == Standing::unknown);
}

} // namespace mentor::health_test
