// SPDX-License-Identifier: MIT

#include "edits/log/left_open.hpp"

#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace mentor {
namespace {

Paragraph line_of(std::string_view noun, const std::string& words, const std::string& command) {
    return indented(suggestion(fmt::format("{} {}:", noun, first_line(words)), command));
}

std::string amend_command(const Relationship& person, const std::string& id) {
    return to_type("mentor amend {} {} --private yes", person, ref_to_type(id));
}

// As `log --private` has it: a question that was only asked says nothing of the talk.
bool is_of_day(const Question& question, Date day) {
    return question.added == day || (question.asked == day && !question.answer.empty());
}

bool is_of_talk(const Goal& goal, const LogEntry& entry) {
    return !goal.id.empty() && std::ranges::find(entry.goals, goal.id) != entry.goals.end() &&
           !(goal.reality.empty() && goal.options.empty() && goal.way.empty());
}

} // namespace

void LeftOpen::look_at(const Relationship& person, std::size_t at) {
    const LogEntry& entry = person.log[at];
    Page& lines = lines_[person.slug];
    lines.clear();
    if (entry.is_private) return;
    const Date day = entry.on.date;
    // What was promised in it follows it.
    for (const Commitment& promise : person.commitments)
        if (!promise.is_private && promise.done == day && !promise.outcome.empty() &&
            (promise.log.empty() || promise.log != entry.id))
            lines.push_back(line_of("promise", promise.what, amend_command(person, promise.id)));
    for (const Question& question : person.questions)
        if (!question.is_private && is_of_day(question, day))
            lines.push_back(line_of("question", question.ask, amend_command(person, question.id)));
    for (const Goal& goal : person.goals)
        if (!goal.is_private && is_of_talk(goal, entry))
            lines.push_back(line_of(
                "goal", goal.title,
                to_type("mentor goal edit {} {} --private yes", person, ref_to_type(goal.id))));
}

void LeftOpen::add_to(Page& page) const {
    Page lines;
    for (const auto& [slug, some] : lines_)
        lines.insert(lines.end(), some.begin(), some.end());
    if (lines.empty()) return;
    page.push_back(sentence("This may have come of it, and isn't private:"));
    page.insert(page.end(), lines.begin(), lines.end());
}

} // namespace mentor
