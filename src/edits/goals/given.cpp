// SPDX-License-Identifier: MIT

#include "edits/goals/given.hpp"

#include "core/dates/by_day.hpp"
#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "session/prompts.hpp"
#include "session/question_bank.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// What stands there, as a question shows it.
std::string present(const KeyOf<Goal>& key, const Goal& goal, const Relationship& relationship) {
    const Held held = key.held(goal);
    if (const auto* day = std::get_if<Moment>(&held)) return to_words(*day);
    const Goal* base = key.type == KeyType::goal ? find_goal(relationship, goal.follows) : nullptr;
    return base ? base->title : trim(text_of(held));
}

std::vector<std::string> other_titles(const Goal& goal, const Relationship& relationship) {
    const auto on_it = ByGoal(relationship).those_on(goal.id);
    std::vector<std::string> titles;
    for (const Goal& other : relationship.goals)
        if (&other != &goal && !other.id.empty() && !on_it.contains(&other))
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
                       const Seen& seen) {
    const Item item =
        item_for(session, ref, bases_for(ref, *seen), "goal", *seen,
                 [&](const Item& base) { return marks_in<Goal>(seen, base.position); });
    const Goal& base = seen->goals[item.position];
    const std::string id = id_of(base, *seen);
    if (!ByGoal(*seen).those_on(goal.id).contains(&base)) return id;
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
    const auto first = ask_change(session, prompt, [&](const std::string& answer) {
        if (answer != "-") parse(answer);
    });
    if (first == "" || (!first && prompt.preset.empty())) return first;
    const auto more = ask_many(session, {"And then?", "", prompt.hint, {}}, "And then?", parse);
    if (!first && more.empty()) return std::nullopt;
    std::vector<std::string> lines{first ? parse(*first) : prompt.preset};
    lines.insert(lines.end(), more.begin(), more.end());
    return join(lines, "\n");
}

Value parse_goal_value(Session& session, const Key& key, const std::string& text, const Goal& goal,
                       const Seen& seen) {
    if (key.type == KeyType::goal) return parse_base(session, text, goal, seen);
    if (key.type == KeyType::text) return block_text(text);
    return parse_value(key, text, session.calendar, session.host);
}

// What the steps of GROW are called in the file, and in the bank.
std::string probing_for(std::string_view key, const QuestionBank& bank) {
    const auto phase = key == "title" ? Phase::goal : find_phase(key);
    return phase ? probing_words(bank, *phase) : "";
}

} // namespace

void declare_goal_keys(Declaration& declaration, Given& given) {
    // First what says enough by itself.
    declare_key(declaration, goal_key("measure"), given);
    for (const Key& key : goal_keys())
        if (key.name != "title" && key.name != "measure") declare_key(declaration, key, given);
}

void ask_for_goal(Session& session, Given& given, std::span<const std::string_view> keys,
                  const Goal& goal, const Seen& seen) {
    const QuestionBank bank = question_bank(session);
    for (const std::string_view name : keys) {
        const auto& key = goal_key(name);
        auto& reply = given[name];
        if (reply) continue;
        Prompt prompt = prompt_for(key, present(key, goal, *seen));
        if (const std::string probing = probing_for(name, bank); !probing.empty())
            prompt.hint += ". To think it over: " + probing;
        if (name == "way") {
            reply = ask_way(session, prompt);
            continue;
        }
        if (key.type == KeyType::goal) {
            prompt.candidates = other_titles(goal, *seen);
            if (prompt.candidates.empty() && prompt.preset.empty()) continue;
        }
        std::optional<Value> value;
        reply = ask_change(session, prompt, [&](const std::string& text) {
            if (key.required && text == "-")
                throw Error(Exit::usage, "a goal needs a title", "Enter keeps the one it has");
            if (text != "-") value = parse_goal_value(session, key, text, goal, seen);
        });
        // Which of several goals was meant is asked once: the id is sure to name it again.
        if (key.type == KeyType::goal && value) reply = std::get<std::string>(value->of);
    }
}

std::optional<std::string> way_of(const std::vector<std::string>& lines, const Calendar& calendar) {
    if (lines.empty()) return std::nullopt;
    std::vector<std::string> kept;
    for (const auto& line : lines)
        kept.push_back(line_of_way(line, calendar));
    return join(kept, "\n");
}

void resolve(Session& session, Given& given, const Goal& goal, const Seen& seen) {
    for (auto& [name, text] : given) {
        if (!text || trim(*text).empty()) continue;
        const Key& key = goal_key(name);
        const Value value = parse_goal_value(session, key, trim(*text), goal, seen);
        if (key.type == KeyType::goal) text = std::get<std::string>(value.of);
    }
}

std::vector<KeyChange> goal_changes(Session& session, const Given& given, const Goal& goal,
                                    const Seen& seen) {
    std::vector<KeyChange> changes;
    for (const Key& key : goal_keys()) {
        const auto found = given.find(key.name);
        if (found == given.end() || !found->second) continue;
        const std::string text = trim(*found->second);
        if (text.empty()) {
            if (key.required)
                throw Error(Exit::usage, "a goal needs a title", "write a few words for it");
            changes.push_back(change_to(key, std::nullopt));
            continue;
        }
        KeyChange change = change_to(key, parse_goal_value(session, key, text, goal, seen));
        const Goal* base = key.type == KeyType::goal ? find_goal(*seen, change.words) : nullptr;
        if (base) change.words = base->title;
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace mentor
