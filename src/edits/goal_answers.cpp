// SPDX-License-Identifier: MIT

#include "edits/goal_answers.hpp"

#include "core/dates/by_day.hpp"
#include "core/rules/goals.hpp"
#include "core/text.hpp"
#include "edits/fields.hpp"
#include "edits/keys.hpp"
#include "edits/refs.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

// One key of a goal: its option, and its question on a terminal.
struct GoalKey {
    std::string_view name;
    std::optional<std::string> GoalAnswers::*answer;
    std::string Goal::*text; // null for what isn't kept as a text
    const char* value;
    const char* help;
    const char* question;
    const char* hint;
};

// In the order of the file.
constexpr std::array goal_keys{
    GoalKey{"title", &GoalAnswers::title, &Goal::title, "TEXT", "the goal, in a few words",
            "What exactly is the goal?",
            "a few words that say what will be different: Lead a project end to end"},
    GoalKey{"why", &GoalAnswers::why, &Goal::why, "TEXT", "why it matters", "Why does it matter?",
            "what it is good for: nobody works for long on a goal that doesn't matter to them"},
    GoalKey{"measure", &GoalAnswers::measure, &Goal::measure, "TEXT",
            "how you will know that it is reached", "How will you know that it is reached?",
            "what a friend could check: shipped, with two people in my team"},
    GoalKey{"due", &GoalAnswers::due, nullptr, "DATE", "by when", "By when?",
            "a day, such as 6mo, 1 jun or end of june"},
    GoalKey{"reality", &GoalAnswers::reality, &Goal::reality, "TEXT", "where things stand (GROW)",
            "Where do things stand?", "what is there already, and what was tried"},
    GoalKey{"options", &GoalAnswers::options, &Goal::options, "TEXT",
            "options and obstacles (GROW)", "What is in the way, and what are the ways around it?",
            "obstacles that are written down are half removed"},
    GoalKey{"way", &GoalAnswers::way, &Goal::way, "TEXT", "the way forward (GROW)",
            "What is the way forward?",
            "what to do, a line for each step; a day may stand at its end: Ask Grace by fri"},
    GoalKey{"follows", &GoalAnswers::follows, nullptr, "REF", "the goal that this one builds on",
            "Which goal does it build on?", "words of another goal; Tab completes"},
};

const GoalKey& key_named(std::string_view name) {
    return *std::ranges::find(goal_keys, name, &GoalKey::name);
}

void declare_key(Declaration& declaration, const GoalKey& key, GoalAnswers& answers) {
    declaration.option(answers.*key.answer, fmt::format("--{}", key.name), key.value, key.help);
}

// What stands there, as a question shows it.
std::string present(const GoalKey& key, const Goal& goal, const Relationship& relationship) {
    if (key.text) return trim(goal.*key.text);
    if (key.name == "due") return goal.due ? to_words(*goal.due) : "";
    const Goal* base = find_goal(relationship, goal.follows);
    return base ? base->title : goal.follows;
}

std::vector<std::string> other_titles(const Goal& goal, const Relationship& relationship) {
    std::vector<std::string> titles;
    for (const Goal& other : relationship.goals)
        if (&other != &goal && !other.id.empty() && !builds_on(relationship, other, goal.id))
            titles.push_back(other.title);
    return titles;
}

// A goal that was reached is built on more often than any other, so its words name it as well, once
// no open goal holds them.
std::vector<Item> bases_for(const std::string& ref, const Relationship& relationship) {
    const std::vector<Item> goals = items_of(relationship.goals);
    if (!match_ref(ref, goals).empty()) return goals;
    std::vector<Item> all = goals;
    for (Item& goal : all)
        goal.open = true;
    return match_ref(ref, all).empty() ? goals : all;
}

std::string parse_base(Session& session, const std::string& ref, const Goal& goal,
                       const Relationship& relationship) {
    const Item item =
        item_for(session, ref, bases_for(ref, relationship), "goal", relationship,
                 [&](const Item& base) { return marks_of(relationship.goals[base.position]); });
    const Goal& base = relationship.goals[item.position];
    const std::string id = id_of(base, relationship);
    if (goal.id.empty() || !builds_on(relationship, base, goal.id)) return id;
    throw Error(Exit::usage,
                id == goal.id ? fmt::format("'{}' can't build on itself", goal.title)
                              : fmt::format("'{}' builds on '{}' already", item.words, goal.title),
                "name another goal with --follows");
}

std::string line_of_way(const std::string& text, const Calendar& calendar) {
    const WithDue line = parse_with_due(text, calendar);
    return line.due ? fmt::format("{} by {}", line.text, to_iso(*line.due)) : line.text;
}

// Enter at the first question keeps the lines that stand there, and more may follow.
std::optional<std::string> ask_way(Session& session, const Prompt& prompt) {
    const auto parse = [&](const std::string& answer) {
        return line_of_way(answer, session.calendar);
    };
    const auto first = ask_change(session, prompt, parse);
    if (first == "" || (!first && prompt.preset.empty())) return first;
    const auto more = ask_many(session, {"And then?", "", prompt.hint, {}}, "And then?", parse);
    if (!first && more.empty()) return std::nullopt;
    std::vector<std::string> lines{first ? parse(*first) : prompt.preset};
    lines.insert(lines.end(), more.begin(), more.end());
    return join(lines, "\n");
}

Value parse_goal_value(Session& session, const GoalKey& key, const std::string& text,
                       const Goal& goal, const Relationship& relationship) {
    if (key.name == "due") return session.future(text);
    if (key.name == "follows") return parse_base(session, text, goal, relationship);
    return block_text(text);
}

} // namespace

void declare_goal_answers(Declaration& declaration, GoalAnswers& answers) {
    for (const std::string_view name :
         {"measure", "why", "due", "reality", "options", "way", "follows"})
        declare_key(declaration, key_named(name), answers);
}

void declare_title(Declaration& declaration, GoalAnswers& answers) {
    declare_key(declaration, key_named("title"), answers);
}

bool says_something(const GoalAnswers& answers) {
    return std::ranges::any_of(
        goal_keys, [&](const GoalKey& key) { return (answers.*key.answer).has_value(); });
}

void ask_goal_answers(Session& session, GoalAnswers& answers,
                      const std::vector<std::string_view>& keys, const Goal& goal,
                      const Relationship& relationship) {
    for (const std::string_view name : keys) {
        const GoalKey& key = key_named(name);
        if (answers.*key.answer) continue;
        Prompt prompt{key.question, present(key, goal, relationship), key.hint, {}};
        if (name == "way") {
            answers.way = ask_way(session, prompt);
            continue;
        }
        if (name == "follows") {
            prompt.candidates = other_titles(goal, relationship);
            if (prompt.candidates.empty() && prompt.preset.empty()) continue;
        }
        std::optional<Value> value;
        answers.*key.answer = ask_change(session, prompt, [&](const std::string& answer) {
            if (name == "title" && answer == "-")
                throw Error(Exit::usage, "a goal needs a title", "Enter keeps the one it has");
            if (answer != "-") value = parse_goal_value(session, key, answer, goal, relationship);
        });
        // Which of several goals was meant is asked once: the id is sure to name it again.
        if (name == "follows" && value) answers.follows = std::get<std::string>(value->of);
    }
}

std::optional<std::string> way_of(const std::vector<std::string>& lines, const Calendar& calendar) {
    if (lines.empty()) return std::nullopt;
    std::vector<std::string> kept;
    for (const auto& line : lines)
        kept.push_back(line_of_way(line, calendar));
    return join(kept, "\n");
}

void resolve(Session& session, GoalAnswers& answers, const Goal& goal,
             const Relationship& relationship) {
    for (const GoalKey& key : goal_keys) {
        auto& answer = answers.*key.answer;
        if (!answer || trim(*answer).empty()) continue;
        const Value value = parse_goal_value(session, key, trim(*answer), goal, relationship);
        if (key.name == "follows") answer = std::get<std::string>(value.of);
    }
}

std::vector<GoalChange> changes_of(Session& session, const GoalAnswers& answers, const Goal& goal,
                                   const Relationship& relationship) {
    std::vector<GoalChange> changes;
    for (const GoalKey& key : goal_keys) {
        const auto& answer = answers.*key.answer;
        if (!answer) continue;
        const std::string text = trim(*answer);
        if (text.empty()) {
            if (key.name == "title")
                throw Error(Exit::usage, "a goal needs a title", "write a few words for it");
            changes.push_back({std::string(key.name), std::nullopt, "taken away"});
            continue;
        }
        Value value = parse_goal_value(session, key, text, goal, relationship);
        const std::string words = said(value);
        const Goal* base = key.name == "follows" ? find_goal(relationship, words) : nullptr;
        changes.push_back({std::string(key.name), std::move(value), base ? base->title : words});
    }
    return changes;
}

Document with_goal_changes(Document document, std::size_t at,
                           const std::vector<GoalChange>& changes) {
    for (const auto& [key, value, words] : changes) {
        const Path path{"goal", at, key};
        document = value ? document.with_value(path, *value) : document.without(path);
    }
    return document;
}

void add_changes(Grid& grid, const std::vector<GoalChange>& changes) {
    for (const auto& change : changes) {
        std::string label = change.key;
        for (const auto& line : split_lines(change.words)) {
            grid.rows.push_back(row(label, line));
            label.clear();
        }
    }
}

} // namespace mentor
