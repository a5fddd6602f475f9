// SPDX-License-Identifier: MIT
#include "core/rules/promises/suggestions.hpp"

#include "core/rules/promises/goals.hpp"
#include "core/text.hpp"
#include "core/words.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mentor {
namespace {

constexpr Days ending_near{28};
constexpr long meetings_between_feedback = 5;

// Their stems.
using Words = std::set<std::string, std::less<>>;

void add_words(Words& words, const std::string& text) {
    for (const std::string& word : words_in(text))
        words.insert(stem_of(word));
}

// What the two of them talk about: the words of tags, topics, open goals and yourself.
Words talked_of(const Relationship& relationship, const Config& config) {
    Words words;
    for (const std::string& tag : relationship.tags)
        add_words(words, tag);
    for (const LogEntry& entry : relationship.log)
        for (const std::string& topic : entry.topics)
            add_words(words, topic);
    for (const Goal& goal : relationship.goals)
        if (goal.open()) add_words(words, goal.title + "\n" + goal.measure);
    for (const std::string& learn : relationship.learn)
        add_words(words, learn);
    if (relationship.role != Role::mentee) add_words(words, config.me.goal);
    return words;
}

// The same question with another stop or other capitals is the same.
std::string key_of(const std::string& question) {
    std::string key = fold(trim(question));
    while (!key.empty() && (key.back() == '?' || key.back() == '.' || key.back() == ' '))
        key.pop_back();
    return key;
}

long meetings_until(const Relationship& relationship, const Kinds& kinds, Date today) {
    return std::ranges::count_if(relationship.log, [&](const LogEntry& entry) {
        return kinds.is_meeting(entry.kind) && entry.on.date <= today;
    });
}

bool lies_still(const Relationship& relationship, const Config& config, Date today) {
    const ByGoal by_goal(relationship);
    const auto is_late = [&](const Goal& goal) {
        return goal.open() && ((goal.due && *goal.due < today) ||
                               find_rest(goal, by_goal, config, today).has_value());
    };
    return std::ranges::any_of(relationship.goals, is_late) ||
           std::ranges::any_of(relationship.commitments, [](const Commitment& promise) {
               return promise.open() && is_too_big(promise);
           });
}

// The one whose questions serve as well.
std::optional<Phase> nearest_to(Phase phase, const Relationship& relationship) {
    switch (phase) {
    case Phase::first_talk:
        if (relationship.stage == Stage::prospect) return std::nullopt;
        return Phase::agreement;
    case Phase::agreement:
        return Phase::first_talk;
    case Phase::stuck:
    case Phase::feedback:
        return Phase::middle;
    case Phase::ending:
        return Phase::feedback;
    default:
        return std::nullopt;
    }
}

// All words of the text are among them, and there are some.
bool are_in(const std::string& text, const Words& words) {
    const auto all = words_in(text);
    return !all.empty() && std::ranges::all_of(all, [&](const std::string& word) {
        return words.contains(stem_of(word));
    });
}

bool has_topic(const BankQuestion& question, const Words& words) {
    return std::ranges::any_of(question.topics,
                               [&](const std::string& topic) { return are_in(topic, words); });
}

bool speaks_of(const BankQuestion& question, const std::string& topic) {
    Words words;
    add_words(words, question.ask);
    return are_in(topic, words);
}

// Those that weren't taken make room for others after each meeting.
void rotate(std::vector<const BankQuestion*>& questions, long meetings) {
    constexpr long shown = 3;
    if (questions.empty()) return;
    const auto size = static_cast<long>(questions.size());
    std::rotate(questions.begin(), questions.begin() + meetings * shown % size, questions.end());
}

} // namespace

Phase phase_of(const Relationship& relationship, const Config& config, Date today) {
    switch (relationship.stage) {
    case Stage::prospect:
        return Phase::first_talk;
    case Stage::winding_down:
        return Phase::ending;
    case Stage::alumni:
    case Stage::declined:
        return Phase::in_touch;
    case Stage::active:
    case Stage::paused:
        break;
    }
    if (relationship.ends && *relationship.ends <= today + ending_near) return Phase::ending;
    const long meetings = meetings_until(relationship, config.kinds, today);
    if (meetings == 0) return Phase::first_talk;
    const bool is_agreed = relationship.agreement.agreed || relationship.agreement.every;
    if (!is_agreed && meetings <= 2) return Phase::agreement;
    if (lies_still(relationship, config, today)) return Phase::stuck;
    return meetings % meetings_between_feedback == 0 ? Phase::feedback : Phase::middle;
}

bool is_about(const BankQuestion& question, const std::string& topic) {
    Words words;
    add_words(words, topic);
    return has_topic(question, words) || speaks_of(question, topic);
}

std::vector<Suggestion> suggest_questions(const QuestionBank& bank,
                                          const Relationship& relationship, const Config& config,
                                          Date today, const QuestionFilter& filter) {
    if (relationship.stage == Stage::declined) return {};
    std::set<std::string> known;
    for (const Question& question : relationship.questions)
        known.insert(key_of(question.ask));
    Words words = filter.topic.empty() ? talked_of(relationship, config) : Words();
    if (!filter.topic.empty()) add_words(words, filter.topic);

    const Phase phase = filter.phase.value_or(phase_of(relationship, config, today));
    const auto fits = [&](const BankQuestion& question, std::optional<Phase> wanted) {
        const bool in_role =
            question.roles.empty() ||
            std::ranges::find(question.roles, relationship.role) != question.roles.end();
        return in_role && (!wanted || question.phase == *wanted);
    };
    const long meetings = meetings_until(relationship, config.kinds, today);
    std::vector<const BankQuestion*> all;
    const auto take = [&](std::optional<Phase> wanted) {
        std::vector<const BankQuestion*> about, other;
        for (const BankQuestion& question : bank) {
            if (!fits(question, wanted)) continue;
            if (has_topic(question, words))
                about.push_back(&question);
            else if (filter.topic.empty() ? question.topics.empty()
                                          : speaks_of(question, filter.topic))
                other.push_back(&question);
        }
        rotate(about, meetings);
        rotate(other, meetings);
        about.insert(about.end(), other.begin(), other.end());
        std::stable_partition(about.begin(), about.end(),
                              [](const BankQuestion* question) { return question->is_own; });
        all.insert(all.end(), about.begin(), about.end());
    };
    // A topic that is named is looked for in every phase.
    if (!filter.topic.empty()) {
        take(filter.phase);
    } else {
        take(phase);
        const auto near = nearest_to(phase, relationship);
        if (near && !filter.phase) take(near);
    }
    std::vector<Suggestion> suggestions;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!known.contains(key_of(all[i]->ask))) suggestions.push_back({all[i], i + 1});
    return suggestions;
}

} // namespace mentor
