// SPDX-License-Identifier: MIT
#include "report/pages/looking/review_report.hpp"

#include "core/by_name.hpp"
#include "core/rules/due/urgency.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>
#include <iterator>

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

using Rows = std::vector<Row>;

Row row_of(const PersonReview& person, Text what) {
    return row(person.relationship->name, std::move(what), Style::name);
}

Row row_of(const PersonReview& person, Text what, Text standing) {
    Row made(3);
    made[0].push_back({person.relationship->name, Style::name});
    made[1] = std::move(what);
    made[2] = std::move(standing);
    return made;
}

void happened(Rows& rows, const PersonReview& person, Date) {
    if (std::string words = figures_of(person); !words.empty())
        rows.push_back(row_of(person, {{words}}));
}

// What it is about, beside what happened.
void learn(Rows& rows, const PersonReview& person, Date) {
    const Relationship& relationship = *person.relationship;
    if (!relationship.learn.empty())
        rows.push_back(row_of(person, {{join(relationship.learn, ", ")}}));
}

void wins(Rows& rows, const PersonReview& person, Date) {
    for (const std::string& win : person.wins)
        rows.push_back(row_of(person, {{win, Style::good}}));
}

void advice(Rows& rows, const PersonReview& person, Date) {
    for (const std::string& advice : person.advice)
        rows.push_back(row_of(person, {{one_line(advice)}}));
}

void tried(Rows& rows, const PersonReview& person, Date today) {
    for (const Advice* advice : person.tried)
        rows.push_back(row_of(
            person, {{one_line(advice->what) + ", "}, {fate_words(*advice, today), Style::quiet}}));
}

void answers(Rows& rows, const PersonReview& person, Date) {
    for (const Question* question : person.answered)
        rows.push_back(row_of(
            person, {{one_line(question->ask) + " ", Style::quiet}, {one_line(question->answer)}}));
}

template<std::vector<const Commitment*> PersonReview::*which>
void commitments(Rows& rows, const PersonReview& person, Date today) {
    for (const Commitment* one : person.*which) {
        Text standing = standing_of(*one, today);
        const bool theirs = one->owner == Side::them;
        if (theirs) standing.insert(standing.begin(), {"theirs, ", Style::quiet});
        rows.push_back(row_of(person, with_id(one->what, one->id), std::move(standing)));
    }
}

void goals(Rows& rows, const PersonReview& person, Date today) {
    for (const auto* goals :
         {&person.reached, &person.given_up, &person.goals_slipped, &person.open_goals}) {
        for (const Goal* goal : *goals)
            rows.push_back(
                row_of(person, with_id(goal->title, goal->id), standing_of(*goal, today)));
    }
    for (const Milestone* one : person.passed)
        rows.push_back(row_of(person, with_id(one->what, one->id),
                              {{"done " + to_words(one->done.value_or(today)), Style::good}}));
}

struct ReviewPart {
    const char* title;
    void (*add)(Rows& rows, const PersonReview& person, Date today);
};

constexpr std::array<ReviewPart, review_parts> all_parts{{
    {"What happened", happened},
    {"To learn", learn},
    {"Wins", wins},
    {"Advice", advice},
    {"Tried", tried},
    {"Answered", answers},
    {"Kept", commitments<&PersonReview::kept>},
    {"Took longer than planned", commitments<&PersonReview::slipped>},
    {"Let go", commitments<&PersonReview::let_go>},
    {"New promises", commitments<&PersonReview::made>},
    {"Goals", goals},
}};

void add_parts(Page& page, std::vector<ReviewLines>& everyone) {
    for (std::size_t part = 0; part < all_parts.size(); ++part) {
        Grid grid = plain_grid();
        grid.folds = true;
        for (ReviewLines& person : everyone)
            std::ranges::move(person.parts[part], std::back_inserter(grid.rows));
        add_part(page, all_parts[part].title, std::move(grid));
    }
}

void add_unseen(Page& page, const std::vector<ReviewLines>& everyone) {
    std::vector<std::string> names;
    for (const ReviewLines& person : everyone)
        if (person.is_unseen) names.push_back(person.name);
    if (names.empty()) return;
    page.push_back(Heading{"Worth a hello"});
    page.push_back(indented(sentence(join(names, ", "))));
}

void add_next(Page& page, std::vector<NextLine>& next) {
    Grid grid = plain_grid();
    grid.rows.reserve(next.size());
    for (NextLine& line : next)
        grid.rows.push_back(std::move(line.row));
    add_part(page, "What comes next", std::move(grid));
}

NextLine next_line(const Reminder& reminder, Needs needs) {
    NextLine line{urgency_of(reminder), {}, {}};
    if (needs.data) line.item = reminder_fields(reminder);
    if (!needs.page) return line;
    Row& row = line.row = Row(3); // a list in braces would copy all words twice
    row[0].push_back({reminder.name, Style::name});
    row[1].push_back(
        {reminder.around.empty() ? to_words(reminder.on) : reminder.around, Style::quiet});
    row[2] = with_id(reminder.what, reminder.id);
    return line;
}

void add_data(Report& report, std::vector<ReviewLines>& everyone, const Span& span,
              std::vector<NextLine>& next) {
    List unseen, ahead;
    for (NextLine& line : next)
        ahead.emplace_back(std::move(line.item));
    for (ReviewLines& person : everyone)
        if (person.is_unseen) unseen.emplace_back(std::move(person.unseen));
    report.head = {{"since", span.since},
                   {"until", span.until},
                   {"unseen", std::move(unseen)},
                   {"next", std::move(ahead)}};
    for (ReviewLines& person : everyone)
        if (!person.is_quiet) report.items.push_back(std::move(person.item));
}

void add_page(Page& page, std::vector<ReviewLines>& everyone, const Span& span,
              std::vector<NextLine>& next) {
    page.push_back(
        Heading{to_words(span.since) + " to " + to_words(span.until), Style::heading, 1});
    if (std::ranges::all_of(everyone, &ReviewLines::is_quiet)) {
        page.push_back(suggestion("Nothing is written down for these days, and that's all right. "
                                  "After the next meeting:",
                                  "mentor log"));
    }
    add_parts(page, everyone);
    add_unseen(page, everyone);
    add_next(page, next);
}

} // namespace

const Urgency& urgency_of(const NextLine& line) {
    return line.urgency;
}

ReviewLines review_lines(const PersonReview& review, Date today, Needs needs) {
    ReviewLines lines;
    lines.name = review.relationship->name;
    lines.is_quiet = review.quiet();
    lines.is_unseen = review.is_unseen;
    if (needs.data && !lines.is_quiet) lines.item = review_item(review);
    if (needs.data && lines.is_unseen) lines.unseen = person_fields(*review.relationship);
    if (needs.page && !lines.is_quiet)
        for (std::size_t part = 0; part < all_parts.size(); ++part)
            all_parts[part].add(lines.parts[part], review, today);
    for (const Reminder& reminder : review.next)
        lines.next.push_back(next_line(reminder, needs));
    return lines;
}

Report review_report(std::vector<ReviewLines> everyone, const Span& span, Date today, Needs needs) {
    sort_by_name(everyone, [](const ReviewLines& person) { return std::string_view(person.name); });
    std::vector<std::vector<NextLine>> lists;
    for (ReviewLines& person : everyone)
        lists.push_back(std::move(person.next));
    std::vector<NextLine> next = by_urgency(std::move(lists));
    Report report = report_of("mentor.review/1", today);
    if (needs.data) add_data(report, everyone, span, next);
    if (needs.page) add_page(report.page, everyone, span, next);
    return report;
}

} // namespace mentor
