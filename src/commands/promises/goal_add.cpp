// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/dates/by_day.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/goals/given.hpp"
#include "edits/items/cut_ref.hpp"
#include "edits/items/refs.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::goal_add {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> title;
    Given given;
    Followers behind_base;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.title, "TITLE",
                         "the goal in a few words; may end with a day: by 1 jun");
    declare_goal_keys(declaration, options.given);
    declaration.note_followers("--follows", options.behind_base);
}

// Takes a day at the end of the words for by when.
WithDue take_title(const std::string& words, Given& given, const Calendar& calendar) {
    std::optional<Date> due;
    if (given["due"]) due = parse_day_ahead(*given["due"], calendar);
    WithDue title = parse_with_due(words, calendar, due);
    if (title.due) given["due"] = to_iso(*title.due);
    if (!title.text.empty()) given["title"] = title.text;
    return title;
}

// SMART, as questions.
void walk_through(Session& session, Given& given, const Seen& seen) {
    say_how_to_answer(session);
    if (!given["title"]) {
        const Prompt prompt{"What exactly is the goal?",
                            "",
                            "a few words; by when may stand at their end: Give a talk by 1 jun",
                            {}};
        ask_needed(session, prompt, "A goal needs a few words. Ctrl-C leaves.",
                   [&](const std::string& words) {
                       take_title(words, given, session.calendar);
                       return words;
                   });
    }
    ask_for_goal(session, given, smart_keys, {}, seen);
}

Table fields_of(const std::vector<KeyChange>& goal, const std::string& id, Date today) {
    Table fields;
    for (const Key& key : goal_keys()) {
        const auto given = std::ranges::find(
            goal, key.name, [](const KeyChange& change) { return change.key.name; });
        if (key.name == "id") fields.emplace_back("id", id);
        if (key.name == "set") fields.emplace_back("set", today);
        if (given != goal.end() && given->value) fields.emplace_back(key.name, *given->value);
    }
    return fields;
}

// What was set, and what would make it a better goal.
Page reply_to(const std::vector<KeyChange>& goal, const std::string& id,
              const Relationship& relationship, const std::string& no_day) {
    std::string title, measure;
    std::string until = due_words({"", {}, no_day});
    for (const auto& [key, value, words] : goal) {
        if (key.name == "title") title = words;
        if (key.name == "due" && value) until = fmt::format(", by {}", words);
        if (key.name == "measure" && value) measure = words;
    }
    return {sentence("New goal with {}: {}{}.", relationship.name, title, until),
            measure.empty()
                ? suggestion("How will you know that it is reached?",
                             to_type("mentor goal edit {} {} --measure TEXT", relationship, id))
                : suggestion("A first step towards it:",
                             to_type("mentor goal step {} {} WHAT", relationship, id))};
}

Exit run(Session& session, const Options& options) {
    Given given = options.given;
    const WithDue title = take_title(trim(join(options.title, " ")), given, session.calendar);
    if (!given["title"] && !session.interactive()) {
        throw Error(
            Exit::usage, "`mentor goal add` needs the goal's title",
            to_type("write: mentor goal add {} Lead a project end to end --due 6mo", options.who));
    }
    const Seen seen(session, options.who);
    if (const auto& base = given["follows"])
        refuse_cut_ref(*base, options.behind_base.back(), match_ref(*base, items_of(seen->goals)),
                       *seen);
    resolve(session, given, {}, seen);
    if (session.interactive() && (!given["title"] || !given["measure"]))
        walk_through(session, given, seen);
    const auto goal = goal_changes(session, given, {}, seen);
    std::string id;
    const auto changes = session.journal.update(seen->slug, [&](const Record& record) {
        id = make_id(session.host, ids_of(record.relationship));
        return record.document.with_appended("goal", fields_of(goal, id, session.today()));
    });
    session.saved(changes, reply_to(goal, id, *seen, title.no_day));
    return Exit::done;
}

} // namespace

const Command command{
    "goal add",
    Chapter::promises,
    "Set a goal with someone",
    "A good goal is specific, measurable, achievable, relevant and time-bound (SMART). On a "
    "terminal it asks for what makes it so, unless --measure says enough.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::goal_add
