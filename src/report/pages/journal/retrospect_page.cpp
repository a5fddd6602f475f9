// SPDX-License-Identifier: MIT
#include "report/pages/journal/retrospect_page.hpp"

#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/stats_report.hpp"
#include "report/pages/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace mentor {
namespace {

constexpr std::size_t most_columns = 3; // whose, what, and what became of it

class RetrospectPage {
public:
    RetrospectPage(const Retrospect& retrospect, Date today)
        : people_(retrospect.people), stats_(retrospect.stats), reviews_(retrospect.reviews),
          today_(today) {
        for (const Relationship& person : people_)
            whole_.emplace(person.slug, &person);
        title();
        if (people_.empty()) return;
        glance();
        part("In figures", [&] { add_charts(page_, stats_, today_); });
        part("Goals and their story", [&] { goals(); });
        rows("What went well", [&](const PersonReview& person) { wins(person); });
        rows("What was kept", [&](const PersonReview& person) { kept(person); });
        rows("Advice that was tried", [&](const PersonReview& person) { tried(person); });
        part("Thanks", [&] { thanks(); });
        add_introductions(page_, stats_, today_);
        part("The people", [&] { people(); });
    }

    Page page() && { return std::move(page_); }

private:
    bool is_of_one() const { return people_.size() == 1; }

    void title() {
        page_.push_back(Heading{is_of_one()
                                    ? people_.front().name + ", " + who_they_are(people_.front())
                                    : std::string("Looking back on mentoring"),
                                Style::heading, 1});
        if (people_.empty()) {
            page_.push_back(sentence("Nobody is in the journal yet."));
            return;
        }
        const Span& span = stats_.span;
        std::string days = to_words(span.since);
        if (span.until != span.since) days += " to " + to_words(span.until);
        page_.push_back(sentence("{}. Written {}.", days, to_words(today_)));
    }

    // --- the figures that matter most

    static std::string hours_words(const Tally& tally) {
        std::string words = length_words(tally.minutes);
        if (tally.timed < tally.meetings)
            words += fmt::format(", in {} of {}", tally.timed, counted(tally.meetings, "meeting"));
        return words;
    }

    void glance() {
        const Tally& all = stats_.all;
        const auto fact = [&](const std::string& label, const std::string& words) {
            page_.push_back(Fact{label, {{words}}});
        };
        if (!is_of_one()) fact("People", std::to_string(people_.size()));
        fact("Meetings", std::to_string(all.meetings));
        if (all.touches > 0) fact("Between meetings", counted(all.touches, "touch", "touches"));
        if (all.timed > 0) fact("Time together", hours_words(all));
        if (all.promises.me.settled() > 0) fact("Promises you kept", kept_words(all.promises.me));
        if (all.promises.them.settled() > 0)
            fact(is_of_one() ? "Promises " + called(people_.front()) + " kept"
                             : "Promises they kept",
                 kept_words(all.promises.them));
        if (const auto reached = goals_reached(); reached > 0)
            fact("Goals reached", std::to_string(reached));
    }

    std::size_t goals_reached() const {
        std::size_t reached = 0;
        for (const PersonReview& person : reviews_)
            reached += person.reached.size();
        return reached;
    }

    // --- goals

    void goals() {
        for (const PersonStats& one : stats_.people) {
            const ByGoal by_goal(whole(one));
            for (const GoalFigures& figures : one.goals)
                goal(by_goal, figures);
        }
    }

    void goal(const ByGoal& by_goal, const GoalFigures& figures) {
        const Goal& goal = figures.goal;
        const GoalProgress progress = progress_of(goal, by_goal, today_);
        page_.push_back(Heading{goal.title, Style::heading, 3});
        Text how;
        if (!is_of_one()) how.push_back({by_goal.relationship().name, Style::name});
        const auto add = [&](const Text& words) {
            if (!how.empty()) how.push_back({", "});
            how.insert(how.end(), words.begin(), words.end());
        };
        if (!goal.open()) add(standing_of(goal, today_));
        if (goal.open()) add({{"under way"}});
        if (goal.open() && goal.due) add({{"due " + to_words(*goal.due)}});
        page_.push_back(Paragraph{std::move(how)});
        add_fact(page_, "Why", goal.why);
        add_fact(page_, "How it is measured", goal.measure);
        if (progress.follows) add_fact(page_, "Builds on", progress.follows->title);
        add_fact(page_, goal.done ? "What it took" : "So far", story_words(figures));
        steps(by_goal, progress);
    }

    // "295 days since 12 Jan 2026, 4 talks, 3 steps"
    static std::string story_words(const GoalFigures& figures) {
        std::vector<std::string> parts;
        if (const auto& took = figures.story.took) {
            parts.push_back(counted(took->count(), "day"));
            if (figures.goal.set) parts.back() += " from " + to_words(*figures.goal.set) + " on";
        }
        if (figures.story.talks > 0) parts.push_back(counted(figures.story.talks, "talk"));
        if (figures.story.steps > 0) parts.push_back(counted(figures.story.steps, "step"));
        return join(parts, ", ");
    }

    void steps(const ByGoal& by_goal, const GoalProgress& progress) {
        for (const Milestone* step : progress.steps) {
            if (step->open() && !by_goal.is_to_take(*step)) continue;
            Text text{{step->what}};
            if (step->done)
                text.push_back({", " + to_words(*step->done), Style::quiet});
            else if (step->due)
                text.push_back({", due " + to_words(*step->due), Style::quiet});
            page_.push_back(Bullet{step->open() ? "[ ]" : "[x]", std::move(text), 2});
        }
    }

    // --- rows, each with whom it is about

    void wins(const PersonReview& person) {
        for (const std::string& win : person.wins)
            row(*person.relationship, {{win}});
    }

    void kept(const PersonReview& person) {
        for (const Commitment* one : person.kept) {
            std::string how = subject_of(one->owner, *person.relationship);
            if (one->done) how += ", " + to_words(*one->done);
            if (!one->outcome.empty()) how += ": " + one_line(one->outcome);
            row(*person.relationship, {{one->what}}, {{std::move(how), Style::quiet}});
        }
    }

    void tried(const PersonReview& person) {
        for (const Advice* advice : person.tried)
            row(*person.relationship, {{advice->what}},
                {{fate_words(*advice, today_), Style::quiet}});
    }

    void thanks() {
        grid_ = {};
        for (const Relationship& person : people_) {
            for (const std::size_t at : by_day(person)) {
                const LogEntry& entry = person.log[at];
                if (entry.kind != "thanks" || !stats_.span.contains(entry.on.date)) continue;
                const std::string words = gist(entry.note);
                row(person, {{words.empty() ? "Thanked" : words}},
                    {{to_words(entry.on.date), Style::quiet}});
            }
            for (const Advice& advice : person.advice)
                if (stats_.span.contains(advice.thanked))
                    row(person, {{"For advice: " + one_line(advice.what)}},
                        {{to_words(*advice.thanked), Style::quiet}});
            const auto& ending = person.ending;
            if (ending && ending->thanked.value_or(false) && stats_.span.contains(ending->on))
                row(person, {{"For all of it, at the end"}},
                    {{to_words(*ending->on), Style::quiet}});
        }
        push_rows();
    }

    // --- who they are

    void people() {
        grid_ = {};
        for (const PersonStats& one : stats_.people) {
            const Relationship& person = whole(one);
            Text text{{who_they_are(person)}};
            if (person.started) text.push_back({", since " + to_words(*person.started)});
            if (!person.learn.empty()) text.push_back({"; to learn: " + join(person.learn, ", ")});
            if (!person.contact.link.empty()) {
                text.push_back({"; "});
                text.push_back({person.contact.link});
            }
            row(person, std::move(text));
        }
        push_rows();
    }

    // --- how parts are made

    // Its heading only appears above something.
    template<class Fill>
    void part(const std::string& title, Fill fill) {
        page_.push_back(Heading{title});
        const std::size_t before = page_.size();
        fill();
        if (page_.size() == before) page_.pop_back();
    }

    template<class Fill>
    void rows(const std::string& title, Fill fill) {
        part(title, [&] {
            grid_ = {};
            for (const PersonReview& person : reviews_)
                fill(person);
            push_rows();
        });
    }

    void push_rows() {
        if (grid_.rows.empty()) return;
        grid_.columns.resize(most_columns);
        page_.push_back(std::move(grid_));
    }

    void row(const Relationship& person, Text what, Text more = {}) {
        Row cells;
        if (!is_of_one()) cells.push_back({{person.name, Style::name}});
        cells.push_back(std::move(what));
        if (!more.empty()) cells.push_back(std::move(more));
        grid_.rows.push_back(std::move(cells));
    }

    // Those of `stats` are without all that happened.
    const Relationship& whole(const PersonStats& one) const { return *whole_.at(one.person.slug); }

    const std::vector<Relationship>& people_;
    std::map<std::string_view, const Relationship*> whole_; // by slug
    const Stats& stats_;
    const std::vector<PersonReview>& reviews_;
    Date today_;
    Page page_;
    Grid grid_;
};

} // namespace

Page retrospect_page(const Retrospect& retrospect, Date today) {
    return RetrospectPage(retrospect, today).page();
}

} // namespace mentor
