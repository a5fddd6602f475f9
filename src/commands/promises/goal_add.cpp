// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/text.hpp"
#include "edits/goal_answers.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> title;
    GoalAnswers answers;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.title, "TITLE",
                         "the goal in a few words; may end with a day: by 1 jun");
    declare_goal_answers(declaration, options.answers);
}

// Takes a day at the end of the words for by when.
void take_title(const std::string& words, GoalAnswers& answers, const Calendar& calendar) {
    const WithDue title = parse_with_due(words, calendar);
    if (title.due && answers.due)
        throw Error(Exit::usage, "the title and --due both say by when", "give one");
    if (title.due) answers.due = to_iso(*title.due);
    if (!title.text.empty()) answers.title = title.text;
}

// SMART, as questions.
void walk_through(Session& session, GoalAnswers& answers, const Relationship& relationship) {
    say_how_to_answer(session);
    if (!answers.title) {
        const Prompt prompt{"What exactly is the goal?",
                            "",
                            "a few words; by when may stand at their end: Give a talk by 1 jun",
                            {}};
        ask_needed(session, prompt, "A goal needs a few words. Ctrl-C leaves.",
                   [&](const std::string& words) {
                       take_title(words, answers, session.calendar);
                       return words;
                   });
    }
    ask_goal_answers(session, answers, {"measure", "options", "why", "due"}, {}, relationship);
}

Table fields_of(const std::vector<GoalChange>& goal, const std::string& id, Date today) {
    Table fields{{"id", id}};
    for (const auto& [key, value, words] : goal)
        if (value) fields.emplace_back(key, *value);
    const auto place = std::ranges::find_if(fields, [](const auto& field) {
        return field.first == "due" || field.first == "reality" || field.first == "options" ||
               field.first == "way" || field.first == "follows";
    });
    fields.insert(place, {"set", today});
    return fields;
}

// What was set, and what would make it a better goal.
Page answer_to(const std::vector<GoalChange>& goal, const std::string& id,
               const Relationship& relationship) {
    std::string title, until, measure;
    for (const auto& [key, value, words] : goal) {
        if (key == "title") title = words;
        if (key == "due" && value) until = fmt::format(", by {}", words);
        if (key == "measure" && value) measure = words;
    }
    const std::string& slug = relationship.slug;
    return {sentence("New goal with {}: {}{}.", relationship.name, title, until),
            measure.empty()
                ? suggestion("How will you know that it is reached?",
                             fmt::format("mentor goal edit {} {} --measure TEXT", slug, id))
                : suggestion("A first step towards it:",
                             fmt::format("mentor goal step {} {} WHAT", slug, id))};
}

Exit run(Session& session, const Options& options) {
    GoalAnswers answers = options.answers;
    take_title(trim(join(options.title, " ")), answers, session.calendar);
    if (!answers.title && !session.interactive()) {
        throw Error(Exit::usage, "`mentor goal add` needs the goal's title",
                    fmt::format("write: mentor goal add {} Lead a project end to end --due 6mo",
                                options.who));
    }
    const std::string slug = session.slug_for(options.who);
    const Relationship seen = session.journal.read(slug).relationship;
    resolve(session, answers, {}, seen);
    if (session.interactive() && (!answers.title || !answers.measure))
        walk_through(session, answers, seen);
    const auto goal = changes_of(session, answers, {}, seen);
    std::string id;
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        id = make_id(session.host, ids_of(record.relationship));
        return record.document.with_appended("goal", fields_of(goal, id, session.today()));
    });
    session.saved(changes, answer_to(goal, id, seen));
    return Exit::done;
}

} // namespace

const Command goal_add_command{
    "goal add",
    Chapter::promises,
    "Set a goal with someone",
    "A good goal is specific, measurable, achievable, relevant and time-bound (SMART). On a "
    "terminal it asks for what makes it so, unless --measure says enough.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
