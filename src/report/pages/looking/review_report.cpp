// SPDX-License-Identifier: MIT
#include "report/pages/looking/review_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

Fields review_item(const PersonReview& person) {
    return joined({person_fields(*person.relationship),
                   {{"learn", person.relationship->learn},
                    {"meetings", listed(person.meetings, entry_fields)},
                    {"touches", listed(person.touches, entry_fields)},
                    {"notes", listed(person.notes, entry_fields)},
                    {"minutes", person.minutes},
                    {"wins", person.wins},
                    {"made", listed(person.made, commitment_fields)},
                    {"kept", listed(person.kept, commitment_fields)},
                    {"let_go", listed(person.let_go, commitment_fields)},
                    {"slipped", listed(person.slipped, commitment_fields)},
                    {"reached", listed(person.reached, goal_fields)},
                    {"given_up", listed(person.given_up, goal_fields)},
                    {"goals_slipped", listed(person.goals_slipped, goal_fields)},
                    {"passed", listed(person.passed, milestone_fields)},
                    {"advice", person.advice},
                    {"tried", listed(person.tried, advice_fields)},
                    {"answered", listed(person.answered, question_fields)},
                    {"open_goals", listed(person.open_goals, goal_fields)}}});
}

// "3 meetings, 1 touch, 2 hours 15 minutes"
std::string figures_of(const PersonReview& person) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, const char* one, const char* many = "") {
        if (count > 0) parts.push_back(counted(static_cast<long>(count), one, many));
    };
    add(person.meetings.size(), "meeting");
    add(person.touches.size(), "touch", "touches");
    const auto has_scores = [](const LogEntry* entry) { return !entry->scores.empty(); };
    const auto pulses = static_cast<std::size_t>(std::ranges::count_if(person.notes, has_scores));
    add(person.notes.size() - pulses, "note");
    add(pulses, "pulse");
    if (person.minutes > 0) parts.push_back(length_words(person.minutes));
    return join(parts, ", ");
}

// A heading and the rows below it, unless there is nothing to say.
void add_part(Page& page, const std::string& title, Grid grid) {
    if (grid.rows.empty()) return;
    grid.columns.resize(grid.rows.front().size());
    grid.names = true;
    page.push_back(Heading{title});
    page.push_back(std::move(grid));
}

class Parts {
public:
    Parts(Page& page, const Review& review, Date today)
        : page_(page), people_(review.people), today_(today) {}

    void happened() {
        add("What happened", [&](const PersonReview& person) {
            if (std::string words = figures_of(person); !words.empty()) row(person, {{words}});
        });
    }

    // What it is about, beside what happened.
    void learn() {
        add("To learn", [&](const PersonReview& person) {
            const Relationship& relationship = *person.relationship;
            if (!relationship.learn.empty()) row(person, {{join(relationship.learn, ", ")}});
        });
    }

    void wins() {
        add("Wins", [&](const PersonReview& person) {
            for (const std::string& win : person.wins)
                row(person, {{win, Style::good}});
        });
    }

    void advice() {
        add("Advice", [&](const PersonReview& person) {
            for (const std::string& advice : person.advice)
                row(person, {{one_line(advice)}});
        });
    }

    void tried() {
        add("Tried", [&](const PersonReview& person) {
            for (const Advice* advice : person.tried)
                row(person,
                    {{one_line(advice->what) + ", "}, {fate_words(*advice, today_), Style::quiet}});
        });
    }

    void answers() {
        add("Answered", [&](const PersonReview& person) {
            for (const Question* question : person.answered)
                row(person,
                    {{one_line(question->ask) + " ", Style::quiet}, {one_line(question->answer)}});
        });
    }

    void commitments(const std::string& title,
                     std::vector<const Commitment*> PersonReview::*which) {
        add(title, [&](const PersonReview& person) {
            for (const Commitment* one : person.*which) {
                Text standing = standing_of(*one, today_);
                const bool theirs = one->owner == Side::them;
                if (theirs) standing.insert(standing.begin(), {"theirs, ", Style::quiet});
                row(person, with_id(one->what, one->id), std::move(standing));
            }
        });
    }

    void goals() {
        add("Goals", [&](const PersonReview& person) {
            for (const auto* goals :
                 {&person.reached, &person.given_up, &person.goals_slipped, &person.open_goals}) {
                for (const Goal* goal : *goals) {
                    row(person, with_id(goal->title, goal->id), standing_of(*goal, today_));
                }
            }
            for (const Milestone* one : person.passed) {
                row(person, with_id(one->what, one->id),
                    {{"done " + to_words(one->done.value_or(today_)), Style::good}});
            }
        });
    }

private:
    template<class Collect>
    void add(const std::string& title, Collect collect) {
        grid_ = plain_grid();
        grid_.folds = true;
        for (const PersonReview& person : people_)
            collect(person);
        add_part(page_, title, std::move(grid_));
    }

    void row(const PersonReview& person, Text what) {
        grid_.rows.push_back({{{person.relationship->name, Style::name}}, std::move(what)});
    }
    void row(const PersonReview& person, Text what, Text standing) {
        row(person, std::move(what));
        grid_.rows.back().push_back(std::move(standing));
    }

    Page& page_;
    const std::vector<PersonReview>& people_;
    Date today_;
    Grid grid_;
};

void add_unseen(Page& page, const std::vector<const Relationship*>& unseen) {
    if (unseen.empty()) return;
    std::vector<std::string> names;
    for (const Relationship* relationship : unseen)
        names.push_back(relationship->name);
    page.push_back(Heading{"Worth a hello"});
    page.push_back(indented(sentence(join(names, ", "))));
}

void add_next(Page& page, const std::vector<Reminder>& next) {
    Grid grid = plain_grid();
    for (const Reminder& reminder : next) {
        grid.rows.push_back(
            {{{reminder.name, Style::name}},
             {{reminder.around.empty() ? to_words(reminder.on) : reminder.around, Style::quiet}},
             with_id(reminder.what, reminder.id)});
    }
    add_part(page, "What comes next", std::move(grid));
}

void add_page(Page& page, const Review& review, Date today) {
    const Span& span = review.span;
    page.push_back(
        Heading{to_words(span.since) + " to " + to_words(span.until), Style::heading, 1});
    if (review.people.empty()) {
        page.push_back(suggestion("Nothing is written down for these days, and that's all right. "
                                  "After the next meeting:",
                                  "mentor log"));
    }
    Parts parts(page, review, today);
    parts.happened();
    parts.learn();
    parts.wins();
    parts.advice();
    parts.tried();
    parts.answers();
    parts.commitments("Kept", &PersonReview::kept);
    parts.commitments("Took longer than planned", &PersonReview::slipped);
    parts.commitments("Let go", &PersonReview::let_go);
    parts.commitments("New promises", &PersonReview::made);
    parts.goals();
    add_unseen(page, review.unseen);
    add_next(page, review.next);
}

} // namespace

Report review_report(const Review& review, Date today) {
    Report report = report_of("mentor.review/1", today);
    List next, unseen;
    for (const Reminder& reminder : review.next)
        next.emplace_back(reminder_fields(reminder));
    for (const Relationship* one : review.unseen)
        unseen.emplace_back(person_fields(*one));
    report.head = {{"since", review.span.since},
                   {"until", review.span.until},
                   {"unseen", std::move(unseen)},
                   {"next", std::move(next)}};
    for (const PersonReview& person : review.people)
        report.items.push_back(review_item(person));
    add_page(report.page, review, today);
    return report;
}

} // namespace mentor
