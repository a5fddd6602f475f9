// SPDX-License-Identifier: MIT
#include "core/rules/looking/private_once.hpp"

#include "core/model/privacy.hpp"

#include <utility>

namespace mentor {
namespace {

const std::string& words_of(const LogEntry& entry) {
    return entry.note;
}

const std::string& words_of(const Goal& goal) {
    return goal.title;
}

const std::string& words_of(const Question& question) {
    return question.ask;
}

template<class Item>
const std::string& words_of(const Item& item) {
    return item.what;
}

// What can be private by itself, a list of each kind.
template<class Person, class Visit>
void visit_lists(Person& person, const Visit& visit) {
    visit(person.log);
    visit(person.goals);
    visit(person.commitments);
    visit(person.advice);
    visit(person.questions);
    visit(person.gifts);
}

} // namespace

template<class Item>
void PrivateOnce::learn_item(const Item& item) {
    if (!item.id.empty()) ids_.insert(item.id);
    if (!words_of(item).empty()) words_.insert(words_of(item));
}

template<class Item>
bool PrivateOnce::knows(const Item& item) const {
    return item.id.empty() ? words_.contains(words_of(item)) : ids_.contains(item.id);
}

void PrivateOnce::learn(const Relationship& state) {
    visit_lists(state, [&](const auto& items) {
        for (const auto& item : items)
            if (item.is_private) learn_item(item);
    });
    const PrivateIds goals(state.goals);
    for (const Milestone& step : state.milestones)
        if (goals.keep(step.goal)) learn_item(step);
}

Relationship PrivateOnce::without_private_words(Relationship state) const {
    visit_lists(state, [&](auto& items) {
        for (auto& item : items)
            item.is_private = item.is_private || knows(item);
    });
    std::erase_if(state.milestones, [&](const Milestone& step) { return knows(step); });
    return mentor::without_private_words(std::move(state));
}

} // namespace mentor
