// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/rules/looking/looking_back.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/goals/ending.hpp"
#include "edits/items/refs.hpp"
#include "edits/keys/keys.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor::commands::goal_done {
namespace {

void declare(Declaration& declaration, GoalEnding& options) {
    declare_goal_ending(declaration, options);
    declaration.argument(options.words, "OUTCOME", "what came of it");
    declaration.option(options.tell, "--tell", "WHO",
                       "who else is to hear of it: a promise of yours; may be repeated");
    declaration.option(options.next, "--next", "TITLE",
                       "a new goal that builds on it; may end with a day: by 1 jun");
}

// "It took 10 months, 6 talks and 3 steps.", as far as it is known.
Page story_words(const Goal& goal, const Relationship& person, Date on) {
    const GoalStory story = story_of(goal, ByGoal(person), on);
    std::vector<std::string> parts;
    if (story.took && story.took->count() > 0) parts.push_back(counted(story.took->count(), "day"));
    if (story.talks > 0) parts.push_back(counted(story.talks, "talk"));
    if (story.steps > 0) parts.push_back(counted(story.steps, "step"));
    if (parts.empty()) return {};
    const std::string last = parts.back();
    parts.pop_back();
    return {sentence(fmt::format("It took {}{}. Well done.",
                                 parts.empty() ? "" : join(parts, ", ") + " and ", last))};
}

// The one with whom it was reached hears of it first.
Page ways_to_tell(const Relationship& person) {
    const std::string name = called(person);
    if (person.role == Role::mentee)
        return {suggestion(fmt::format("Celebrate it with {}:", name),
                           to_type("mentor draft {} --kind congrats", person))};
    return {suggestion(fmt::format("{} has a part in it, and will be glad to hear:", name),
                       to_type("mentor draft {} --kind news", person))};
}

std::vector<std::string> ask_whom_to_tell(Session& session, const Relationship& person) {
    Prompt prompt{"Who else should hear of it?",
                  "",
                  "names with commas between; each becomes a promise of yours, by next week",
                  {}};
    for (const Handle& handle : session.handles())
        if (handle.slug != person.slug) prompt.candidates.push_back(handle.name);
    if (prompt.candidates.empty()) return {};
    return ask_for(
               session, prompt,
               [&](const std::string& answer) { return session.slugs_for(split_words(answer)); })
        .value_or(std::vector<std::string>());
}

Exit run(Session& session, const GoalEnding& options) {
    const Date on = session.happened(options.on);
    GoalEnd end = end_of(session, options);
    const Seen seen(session, options.who);
    const Chosen<Goal> goal = goal_for(session, options, seen, "goal done");
    if (!end.next.text.empty()) id_of(*goal, *seen);
    const About about(session, goal.identity());
    if (wants_asking(session, options)) {
        end.outcome = ask_outcome(session, *goal, "What came of it?",
                                  "the result, in a sentence: what you will remember it by");
        if (has_own_id(*goal, *seen)) {
            const Prompt prompt{"What does it make possible next?",
                                "",
                                "a new goal that builds on this one, such as: Speak at a "
                                "conference by 1 jun",
                                {}};
            end.next = ask_for(session, prompt, [&](const std::string& text) {
                           return parse_with_due(text, session.calendar);
                       }).value_or(WithDue{});
        }
    }
    if (!options.tell.empty())
        end.tell = session.slugs_for(options.tell);
    else if (wants_asking(session, options))
        end.tell = ask_whom_to_tell(session, *seen);
    Page more = story_words(*goal, *seen, on);
    const Page ways = ways_to_tell(*seen);
    more.insert(more.end(), ways.begin(), ways.end());
    return end_goal(session, goal, end, "done", on, "Reached", more);
}

} // namespace

const Command command{
    "goal done",
    Chapter::promises,
    "Note that a goal was reached, what came of it, and what comes next",
    "It says what it took, and whom to tell. Without OUTCOME and --next it asks on a terminal.",
    &invocation_of<GoalEnding, declare, run>,
};

} // namespace mentor::commands::goal_done
