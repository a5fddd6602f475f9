// SPDX-License-Identifier: MIT
#include "report/pages/phrases.hpp"

#include "core/rules/looking/pulse.hpp"
#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "core/width/wrapping.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// In a row of goals that build on each other, what comes after stays in line with it.
constexpr std::size_t deepest_indent = 3;

// "reached Fri 30 Oct 2026: two people joined"
Text closed_words(std::string_view how, Date day, const std::string& outcome, Style style) {
    Text text;
    text.push_back({std::string(how) + " " + to_words(day), style});
    if (!outcome.empty()) text.push_back({": " + trim(outcome)});
    return text;
}

void append(Text& text, const std::string& between, const Text& more) {
    if (more.empty()) return;
    text.push_back({between});
    text.insert(text.end(), more.begin(), more.end());
}

void add_milestone(Page& page, const Milestone& milestone, Date today, int indent) {
    Text text = with_id(milestone.what, milestone.id);
    if (milestone.done)
        append(text, ", ", {{"done " + to_words(*milestone.done), Style::good}});
    else
        append(text, ", ", due_words(milestone.due, today));
    page.push_back(Bullet{milestone.open() ? "[ ]" : "[x]", std::move(text), indent});
}

} // namespace

Text with_id(const std::string& words, const std::string& id, Style style) {
    Text text;
    text.reserve(2);
    text.push_back({words, style});
    if (!id.empty()) text.push_back({" (" + id + ")", Style::quiet});
    return text;
}

std::string day_words(Date day, Date today) {
    return to_words(day) + ", " + relative(day, today);
}

Text due_words(const std::optional<Date>& due, Date today) {
    if (!due) return {};
    const Style style = *due < today ? Style::late : *due == today ? Style::soon : Style::quiet;
    return {{"due " + day_words(*due, today), style}};
}

std::string length_words(int minutes) {
    const std::string hours = minutes >= 60 ? counted(minutes / 60, "hour") : "";
    if (minutes % 60 == 0 && !hours.empty()) return hours;
    return hours + (hours.empty() ? "" : " ") + counted(minutes % 60, "minute");
}

Text standing_of(const Commitment& commitment, Date today) {
    const std::string& outcome = commitment.outcome;
    if (commitment.done) return closed_words("kept", *commitment.done, outcome, Style::good);
    if (commitment.dropped)
        return closed_words("let go", *commitment.dropped, outcome, Style::quiet);
    Text standing = due_words(commitment.due, today);
    append(standing, ", ", moved_words(commitment));
    return standing;
}

std::string kept_words(const KeptPromises& side) {
    std::string words = fmt::format("{} of {}", side.kept, side.settled());
    if (side.late > 0) words += fmt::format(" ({} late)", side.late);
    if (side.overdue > 0) words += fmt::format(", {} overdue", side.overdue);
    if (side.let_go > 0) words += fmt::format(", {} let go", side.let_go);
    return words;
}

Text moved_words(const Commitment& commitment) {
    if (!is_too_big(commitment)) return {};
    return {{"moved " + times(times_postponed(commitment)), Style::soon}};
}

Text standing_of(const Goal& goal, Date today) {
    if (goal.done) return closed_words("reached", *goal.done, goal.outcome, Style::good);
    if (goal.dropped) return closed_words("let go", *goal.dropped, goal.outcome, Style::quiet);
    return due_words(goal.due, today);
}

std::string who_they_are(const Relationship& relationship) {
    const bool mentee = relationship.role == Role::mentee;
    const std::string role(to_text(relationship.role));
    switch (relationship.stage) {
    case Stage::prospect:
        return mentee ? "someone you may mentor" : "a " + role + " you hope for";
    case Stage::active:
        return "your " + role;
    case Stage::paused:
        return "your " + role + ", on a pause";
    case Stage::winding_down:
        return "your " + role + ", winding down";
    case Stage::alumni:
        return "once your " + role;
    case Stage::declined:
        break;
    }
    if (has_ended(relationship)) return "once your " + role;
    return mentee ? "found another mentor" : "couldn't be your " + role + " this time";
}

std::string score_words(const LogEntry& entry) {
    std::vector<std::string> parts;
    for (const auto& [name, score] : ordered_scores(entry))
        parts.push_back(fmt::format("{} {}", name, score));
    return join(parts, ", ");
}

Text change_words(int score, const std::optional<int>& before) {
    if (!before) return {};
    if (score > *before) return {{fmt::format("up from {}", *before), Style::good}};
    if (score < *before) return {{fmt::format("down from {}", *before), Style::soon}};
    return {{"as before", Style::quiet}};
}

std::string subject_of(Side side, const Relationship& relationship) {
    return side == Side::me ? "You" : called(relationship);
}

void add_goal(Page& page, const GoalProgress& progress, Date today) {
    const Goal& goal = *progress.goal;
    const int indent = 2 + 2 * static_cast<int>(std::min(progress.depth, deepest_indent));
    Text title = with_id(one_line(goal.title), goal.id, goal.open() ? Style::strong : Style::plain);
    append(title, ", ", standing_of(goal, today));
    page.push_back(Bullet{"-", std::move(title), indent});
    if (!goal.open()) return;

    const auto fact = [&](const std::string& label, const std::string& words) {
        add_fact(page, label, words, indent + 2);
    };
    fact("why", goal.why);
    fact("measure", goal.measure);
    fact("reality", goal.reality);
    fact("options", goal.options);
    fact("way", goal.way);
    // Below the goal that it builds on, that goes without saying.
    if (progress.depth == 0)
        fact("follows", progress.follows
                            ? one_line(progress.follows->title) + " (" + progress.follows->id + ")"
                            : goal.follows);
    if (progress.discussed) fact("discussed", day_words(progress.discussed->on.date, today));
    if (!progress.steps.empty())
        fact("steps", fmt::format("{} of {} done", progress.steps_done, progress.steps.size()));
    for (const Milestone* step : progress.steps)
        add_milestone(page, *step, today, indent + 2);
}

void add_question(Page& page, const Question& question) {
    Text text = with_id(question.ask, question.id);
    if (question.asked) text.push_back({", asked " + to_words(*question.asked), Style::quiet});
    page.push_back(Bullet{"-", std::move(text), 2});
    const std::string answer = trim(question.answer);
    if (!answer.empty()) page.push_back(indented(sentence(answer), 4));
}

void add_fact(Page& page, const std::string& label, const std::string& words, int indent) {
    std::string text = trim(words);
    if (!text.empty()) page.push_back(Fact{label, {{std::move(text)}}, indent});
}

namespace {

std::string_view words_for(Verdict verdict) {
    switch (verdict) {
    case Verdict::worked:
        return "worked";
    case Verdict::not_for_me:
        return "not the right thing";
    case Verdict::disagreed:
        break;
    }
    return "disagreed";
}

} // namespace

std::string fate_words(const Advice& advice, Date today) {
    std::vector<std::string> parts;
    if (advice.tried) parts.push_back("tried " + near_day(*advice.tried, today));
    if (advice.verdict) parts.emplace_back(words_for(*advice.verdict));
    std::string words = join(parts, ", ");
    if (!advice.outcome.empty()) words += ": " + first_line(advice.outcome);
    return words;
}

namespace {

constexpr std::size_t gist_columns = 120;
constexpr std::size_t short_gist = 20; // a first sentence that says too little alone
constexpr std::size_t long_gist = 240; // beyond this even a sentence is cut, between words

// Where the first sentence of `text` ends, with the quotes and brackets that close it.
std::size_t end_of_sentence(std::string_view text) {
    std::size_t at = text.find_first_of(".!?");
    while (at != std::string_view::npos) {
        at = text.find_first_not_of(".!?)\"'", at);
        if (at == std::string_view::npos || text[at] == ' ') break;
        at = text.find_first_of(".!?", at);
    }
    return std::min(at, text.size());
}

} // namespace

std::string gist(const std::string& text) {
    const std::string paragraph = first_paragraph(text);
    std::size_t end = 0;
    while (end < paragraph.size()) {
        const std::size_t next = end + end_of_sentence(std::string_view(paragraph).substr(end));
        const bool fits = width(paragraph.substr(0, next)) <= gist_columns;
        if (!fits && width(paragraph.substr(0, end)) > short_gist) break;
        end = next;
    }
    const std::vector<std::string> shown = wrap(paragraph.substr(0, end), long_gist);
    const bool goes_on = std::ranges::any_of(split_lines(trim(text)),
                                             [](const auto& line) { return trim(line).empty(); });
    const bool is_cut = goes_on || end < paragraph.size() || shown.size() > 1;
    return shown.front() + (is_cut ? " …" : "");
}

} // namespace mentor
