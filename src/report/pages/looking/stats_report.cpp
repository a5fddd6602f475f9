// SPDX-License-Identifier: MIT
#include "report/pages/looking/stats_report.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace mentor {
namespace {

// --- for programs

Fields fate_fields(const AdviceFates& fates) {
    return {{"all", fates.all},
            {"worked", fates.worked},
            {"not_for_me", fates.not_for_me},
            {"disagreed", fates.disagreed},
            {"tried", fates.tried},
            {"open", fates.open}};
}

Fields counts_of(const Tally& tally) {
    Fields kinds;
    for (const auto& [kind, count] : tally.kinds)
        kinds.emplace_back(kind, count);
    return {{"contacts", tally.contacts()}, {"meetings", tally.meetings},
            {"touches", tally.touches},     {"minutes", tally.minutes},
            {"timed", tally.timed},         {"kinds", std::move(kinds)}};
}

Data rhythm_of(const Tally& tally) {
    return Fields{{"kept", tally.rhythm.kept}, {"of", tally.rhythm.of}};
}

Fields advice_of(const Tally& tally) {
    return {{"received", fate_fields(tally.received)}, {"given", fate_fields(tally.given)}};
}

Fields week_fields(Date on, int contacts) {
    return {{"on", on}, {"contacts", contacts}};
}

Fields goal_figures(const GoalFigures& figures, Date until) {
    const Goal& goal = figures.goal;
    const auto& took = figures.story.took;
    return {{"id", or_null(goal.id)},
            {"title", goal.title},
            {"set", goal.set},
            {"due", goal.due},
            {"done", goal.done},
            {"dropped", goal.dropped},
            {"days", took ? Data(static_cast<std::int64_t>(took->count())) : Data()},
            {"left", goal.open() ? days_until(goal.due, until) : Data()},
            {"talks", figures.story.talks},
            {"steps", figures.story.steps}};
}

int days_since(Date day, Date today) {
    return static_cast<int>((today - day).count());
}

Data drift_fields(const std::optional<Drift>& drift, Date today) {
    if (!drift) return {};
    return Fields{{"last", drift->last},
                  {"days", drift->last ? Data(days_since(*drift->last, today)) : Data()},
                  {"quiet", drift->is_quiet},
                  {"late", drift->late}};
}

Fields stats_item(const PersonStats& one, Date until, Date today) {
    List weeks;
    for (const auto& [on, contacts] : one.tally.weeks)
        weeks.emplace_back(week_fields(on, contacts));
    return joined(
        {person_fields(one.person),
         {{"stage", to_text(one.person.stage)}},
         counts_of(one.tally),
         {{"weeks", std::move(weeks)},
          {"cadence", one.every ? Data(to_text(*one.every)) : Data()},
          {"rhythm", one.every ? rhythm_of(one.tally) : Data()},
          {"promises", kept_fields(one.tally.promises)},
          {"advice", advice_of(one.tally)},
          {"goals", listed(one.goals, [&](const auto& goal) { return goal_figures(goal, until); })},
          {"drift", drift_fields(one.drift, today)}}});
}

Fields introduced_fields(const Introduced& one) {
    return {{"slug", one.slug},
            {"name", one.name},
            {"by", Fields{{"slug", or_null(one.by_slug)}, {"name", one.by}}}};
}

Fields head_of(const Stats& stats) {
    return {{"since", stats.span.since},
            {"until", stats.span.until},
            {"weeks", listed(stats.weeks,
                             [](const Week& week) { return week_fields(week.on, week.contacts); })},
            {"all", joined({counts_of(stats.all),
                            {{"rhythm", rhythm_of(stats.all)},
                             {"promises", kept_fields(stats.all.promises)},
                             {"advice", advice_of(stats.all)}}})},
            {"introductions", listed(stats.introduced, introduced_fields)}};
}

// --- for people

// How the charts of a page are: on a terminal a chart is no longer than a window.
struct ChartLook {
    int level = 2; // of their headings
    std::size_t most_bars = 20;
};

Text name_of(const PersonStats& one) {
    return {{one.person.name, Style::name}};
}

class Charts {
public:
    Charts(Page& page, const Stats& stats, Date today, ChartLook look = {})
        : page_(page), stats_(stats), today_(today), look_(look) {}

    void figures() {
        weeks();
        contacts();
        hours();
        rhythm();
        promises();
        advice();
        goals();
    }

    void nothing() {
        if (stats_.all.contacts() == 0)
            page_.push_back(suggestion("No contact is written down for these days, and that's all "
                                       "right. After the next one:",
                                       command_for("log")));
    }

    void weeks() {
        if (stats_.all.contacts() == 0) return;
        Weeks weeks{.weeks = {}, .first = stats_.span.since, .last = stats_.span.until};
        std::size_t with_any = 0;
        for (const Week& week : stats_.weeks) {
            weeks.weeks.push_back({week.on, week.contacts});
            if (week.contacts > 0) ++with_any;
        }
        heading("Contacts a week");
        page_.push_back(std::move(weeks));
        page_.push_back(Blank{});
        std::string words =
            fmt::format("{}, in {} of {}", counts_words(stats_.all, " contacts"), with_any,
                        counted(static_cast<long>(stats_.weeks.size()), "week"));
        if (stats_.all.timed > 0) words += "; together " + hours_words(stats_.all);
        page_.push_back(indented(sentence(std::move(words))));
    }

    void contacts() {
        if (is_of_one()) return kinds();
        Bars bars;
        for (const PersonStats& one : stats_.people)
            if (one.tally.contacts() > 0)
                add(bars, name_of(one), one.tally.contacts(), counts_words(one.tally));
        show("Contacts", std::move(bars));
    }

    void hours() {
        if (is_of_one()) return; // there is nothing to compare, and the figure is above
        Bars bars;
        for (const PersonStats& one : stats_.people)
            if (one.tally.timed > 0)
                add(bars, name_of(one), one.tally.minutes, hours_words(one.tally));
        show("Hours together", std::move(bars));
    }

    void rhythm() {
        Bars bars{.bars = {}, .most = 1};
        for (const PersonStats& one : stats_.people) {
            const auto [kept, of] = one.tally.rhythm;
            if (of > 0)
                add(bars, name_of(one), static_cast<double>(kept) / of,
                    fmt::format("{} of {} in time, {}", kept, of, rhythm_words(*one.every)));
        }
        show("Rhythm kept", std::move(bars));
    }

    void promises() {
        Bars bars{.bars = {}, .most = 1};
        add_side(bars, "You", stats_.all.promises.me);
        add_side(bars, is_of_one() ? called(stats_.people.front().person) : "They",
                 stats_.all.promises.them);
        show("Promises kept", std::move(bars));
    }

    void advice() {
        add_advice("Advice that you were given", stats_.all.received);
        add_advice("Advice that you gave", stats_.all.given);
    }

    void goals() {
        Bars reached{.bars = {}, .apart = true}, open = reached;
        for (const PersonStats& one : stats_.people)
            for (const GoalFigures& figures : one.goals) {
                if (figures.goal.dropped) continue;
                add(figures.goal.done ? reached : open, {{figures.goal.title}},
                    static_cast<double>(figures.story.took.value_or(Days{0}).count()),
                    goal_words(one, figures));
            }
        show("Goals reached, by the days that they took", std::move(reached));
        show("Goals under way, by their days so far", std::move(open));
    }

    void introductions() {
        if (stats_.introduced.empty()) return;
        Tree tree;
        for (const Branch& branch : tree_of(stats_.introduced))
            tree.nodes.push_back(
                {{{branch.name, branch.slug.empty() ? Style::quiet : Style::name}}, branch.depth});
        heading("Who introduced whom");
        page_.push_back(std::move(tree));
    }

    void drifting() {
        if (stats_.span.until != today_) return;
        Bars bars{.bars = {}, .most = 0, .style = Style::late};
        bool is_due = false;
        for (const PersonStats& one : stats_.people) {
            if (!one.drift) continue;
            const auto& last = one.drift->last;
            is_due = is_due || one.drift->late;
            add(bars, name_of(one), last ? days_since(*last, today_) : one.drift->late.value_or(0),
                drift_words(*one.drift));
        }
        if (bars.bars.empty()) return;
        show("Drifting, by the days since the last contact", std::move(bars));
        page_.push_back(Blank{});
        page_.push_back(suggestion("What may help:", command_for(is_due ? "due" : "health")));
    }

private:
    std::string command_for(const std::string& name) const {
        return is_of_one() ? to_type("mentor {} {}", name, stats_.people.front().person)
                           : "mentor " + name;
    }

    void heading(const std::string& title) {
        page_.push_back(Heading{title, Style::heading, look_.level});
    }

    bool is_of_one() const { return stats_.people.size() == 1; }

    static void add(Bars& bars, Text label, double value, std::string figure) {
        bars.bars.push_back({std::move(label), value, {{std::move(figure)}}});
    }

    // The longest first, of many those alone.
    void show(const std::string& title, Bars bars, bool is_sorted = false) {
        if (bars.bars.empty()) return;
        if (!is_sorted) std::ranges::stable_sort(bars.bars, std::ranges::greater(), &Bar::value);
        const std::size_t all = bars.bars.size();
        bars.bars.resize(std::min(all, look_.most_bars));
        heading(title);
        page_.push_back(std::move(bars));
        if (all > look_.most_bars)
            page_.push_back(indented(sentence(
                fmt::format("and {} more; --json has them", all - look_.most_bars), Style::quiet)));
    }

    void kinds() {
        Bars bars;
        for (const auto& [kind, count] : stats_.all.kinds)
            add(bars, {{spoken(kind)}}, count, std::to_string(count));
        show("Contacts by kind", std::move(bars));
    }

    // "17: 12 meetings, 5 touches"
    static std::string counts_words(const Tally& tally, std::string_view of = "") {
        const std::string meetings = counted(tally.meetings, "meeting");
        const std::string touches = counted(tally.touches, "touch", "touches");
        if (tally.touches == 0) return meetings;
        if (tally.meetings == 0) return touches;
        return fmt::format("{}{}: {}, {}", tally.contacts(), of, meetings, touches);
    }

    static std::string hours_words(const Tally& tally) {
        const std::string length = length_words(tally.minutes);
        if (tally.timed == tally.meetings) return length;
        return fmt::format("{}, of {} of {}", length, tally.timed,
                           counted(tally.meetings, "meeting"));
    }

    static void add_side(Bars& bars, std::string who, const KeptPromises& side) {
        std::string words = side.settled() > 0 ? kept_words(side) : "";
        if (const int open = side.open - side.overdue; open > 0)
            words += fmt::format("{}{} open", words.empty() ? "" : ", ", open);
        if (words.empty()) return;
        const double share =
            side.settled() > 0 ? static_cast<double>(side.kept) / side.settled() : 0;
        add(bars, {{std::move(who)}}, share, std::move(words));
    }

    void add_advice(const std::string& title, const AdviceFates& fates) {
        Bars bars{.bars = {}, .most = static_cast<double>(fates.all)};
        const auto fate = [&](const std::string& words, int count) {
            if (count > 0) add(bars, {{words}}, count, fmt::format("{} of {}", count, fates.all));
        };
        fate("worked", fates.worked);
        fate("tried, no word yet", fates.tried);
        fate("not the right thing", fates.not_for_me);
        fate("disagreed", fates.disagreed);
        fate("waits to be tried", fates.open);
        show(title, std::move(bars), true);
    }

    std::string goal_words(const PersonStats& one, const GoalFigures& figures) const {
        const Goal& goal = figures.goal;
        std::vector<std::string> parts;
        if (const auto& took = figures.story.took) parts.push_back(counted(took->count(), "day"));
        if (goal.done) parts.push_back(near_day(*goal.done, today_));
        if (goal.open() && goal.due) parts.push_back("due " + near_day(*goal.due, today_));
        if (parts.empty()) parts.emplace_back("without a day");
        if (!is_of_one()) parts.push_back(called(one.person));
        return join(parts, ", ");
    }

    std::string drift_words(const Drift& drift) const {
        std::string words = "nothing heard from each other yet";
        if (drift.last) words = counted(days_since(*drift.last, today_), "day");
        if (drift.late) words += fmt::format(", check-in {} late", counted(*drift.late, "day"));
        return words;
    }

    Page& page_;
    const Stats& stats_;
    Date today_;
    ChartLook look_;
};

void add_page(Page& page, const Stats& stats, Date today) {
    if (stats.people.empty()) {
        page.push_back(suggestion("No one to show here. To begin with someone:", "mentor add"));
        return;
    }
    const std::string days = to_words(stats.span.since) + " to " + to_words(stats.span.until);
    if (stats.people.size() == 1) {
        const Relationship& person = stats.people.front().person;
        page.push_back(Heading{person.name + ", " + who_they_are(person), Style::name, 1});
        page.push_back(sentence(days, Style::quiet));
        page.push_back(Blank{});
    } else {
        page.push_back(Heading{days, Style::heading, 1});
    }
    Charts charts(page, stats, today);
    charts.nothing();
    charts.figures();
    charts.introductions();
    charts.drifting();
}

} // namespace

void add_charts(Page& page, const Stats& stats, Date today) {
    Charts(page, stats, today, {.level = 3, .most_bars = std::string::npos}).figures();
}

void add_introductions(Page& page, const Stats& stats, Date today) {
    Charts(page, stats, today).introductions();
}

Report stats_report(const Stats& stats, Date today, Needs needs) {
    Report report = report_of("mentor.stats/1", today);
    if (needs.data) {
        report.head = head_of(stats);
        for (const PersonStats& one : stats.people)
            report.items.push_back(stats_item(one, stats.span.until, today));
    }
    if (needs.page) add_page(report.page, stats, today);
    return report;
}

} // namespace mentor
