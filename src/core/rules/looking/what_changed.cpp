// SPDX-License-Identifier: MIT
#include "core/rules/looking/what_changed.hpp"

#include "core/model/keys/keys.hpp"
#include "core/rules/looking/pairs.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace mentor {
namespace {

std::string said(std::string_view what, const std::string& text) {
    const std::string line = first_line(trim(text));
    return line.empty() ? std::string(what) : fmt::format("{}: {}", what, line);
}

// What became of an item: what it is called when it is new or otherwise changed, and the state that
// it came into.
std::string words_of(const LogEntry& after, const LogEntry*) {
    return said(spoken(after.kind), after.note);
}

std::string words_of(const Goal& after, const Goal* before) {
    const bool is_news = before && before->open() && !after.open();
    return said(!is_news ? "goal" : after.done ? "reached" : "given up", after.title);
}

std::string words_of(const Milestone& after, const Milestone* before) {
    return said(before && before->open() && after.done ? "step done" : "step", after.what);
}

std::string words_of(const Commitment& after, const Commitment* before) {
    const auto news = [&] {
        if (!before) return after.owner == Side::me ? "you promised" : "they promised";
        if (before->open() && after.done) return "kept";
        if (before->open() && after.dropped) return "let go";
        if (!before->told && after.told) return "told";
        if (before->due && after.due && before->due != after.due) return "moved";
        return "promise";
    };
    return said(news(), after.what);
}

std::string words_of(const Advice& after, const Advice* before) {
    const auto news = [&]() -> std::string {
        if (before && before->verdict != after.verdict && after.verdict)
            return fmt::format("advice {}", to_text(*after.verdict));
        if (before && before->open() && !after.open()) return "advice tried";
        if (before && !before->thanked && after.thanked) return "thanked for advice";
        if (before && !before->told && after.told) return "told of advice";
        return "advice";
    };
    return said(news(), after.what);
}

std::string words_of(const Question& after, const Question* before) {
    return said(before && before->open() && !after.open() ? "asked" : "to ask", after.ask);
}

std::string words_of(const Gift& after, const Gift* before) {
    return said(before && before->open() && !after.open() ? "given" : "to give", after.what);
}

// So that `amend` finds it; first, as a narrow window cuts the end off.
std::string with_id(const std::string& words, const std::string& id) {
    return id.empty() ? words : fmt::format("{} {}", id, words);
}

template<class Item>
void add_items(std::vector<std::string>& all, const std::vector<Item>& before,
               const std::vector<Item>& after) {
    const auto called = [](const Item& item) -> std::string_view { return item.id; };
    const auto [old, gone] = pairs_of(before, after, called, true);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (!old[i] || !(*old[i] == after[i]))
            all.push_back(with_id(words_of(after[i], old[i]), after[i].id));
    for (const Item* item : gone)
        all.push_back(with_id("removed " + words_of(*item, nullptr), item->id));
}

// What an older entry holds is part of it.
std::vector<Advice> tables_of(std::vector<Advice> advice) {
    std::erase_if(advice, &Advice::in_entry);
    return advice;
}

// They have no ids: WHAT names each.
void add_occasions(std::vector<std::string>& all, const std::vector<Occasion>& before,
                   const std::vector<Occasion>& after) {
    const auto called = [](const Occasion& each) -> std::string_view { return each.what; };
    const auto [old, gone] = pairs_of(before, after, called, false);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (!old[i] || !(*old[i] == after[i]))
            all.push_back(said(after[i].what, day_text(after[i])));
    for (const Occasion* each : gone)
        all.push_back("removed " + said(each->what, day_text(*each)));
}

} // namespace

std::vector<std::string> what_changed(const Relationship& before, const Relationship& after) {
    std::vector<std::string> all;
    for (const auto& key : relationship_keys()) {
        const std::string text = text_of(key.held(after));
        if (text == text_of(key.held(before))) continue;
        all.push_back(text.empty() ? fmt::format("{} taken away", key.name) : said(key.name, text));
    }
    add_occasions(all, before.occasions, after.occasions);
    for (const Fit& each : after.fit)
        if (std::ranges::find(before.fit, each) == before.fit.end())
            all.push_back(said("fit: " + each.criterion, each.words));
    add_items(all, before.goals, after.goals);
    add_items(all, before.milestones, after.milestones);
    add_items(all, before.log, after.log);
    add_items(all, tables_of(before.advice), tables_of(after.advice));
    add_items(all, before.commitments, after.commitments);
    add_items(all, before.questions, after.questions);
    add_items(all, before.gifts, after.gifts);
    return all;
}

} // namespace mentor
