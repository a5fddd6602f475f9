// SPDX-License-Identifier: MIT
#include "core/rules/looking/what_changed.hpp"

#include "core/model/keys.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

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

// One state of a list, in which an item of the other one is looked for.
template<class Item>
class State {
public:
    explicit State(const std::vector<Item>& items) : items_(items) {
        for (const Item& item : items)
            if (!item.id.empty()) by_id_.emplace(item.id, &item);
    }

    const Item* find_same(const Item& wanted, std::size_t place) const {
        if (!wanted.id.empty()) {
            const auto found = by_id_.find(wanted.id);
            return found == by_id_.end() ? nullptr : found->second;
        }
        // Without an id it is the one that is equal, wherever it stands now, or the one in its
        // place.
        const auto found = std::ranges::find(items_, wanted);
        if (found != items_.end()) return &*found;
        return place < items_.size() && items_[place].id.empty() ? &items_[place] : nullptr;
    }

private:
    const std::vector<Item>& items_;
    std::unordered_map<std::string_view, const Item*> by_id_;
};

// So that `amend` finds it; first, as a narrow window cuts the end off.
std::string with_id(const std::string& words, const std::string& id) {
    return id.empty() ? words : fmt::format("{} {}", id, words);
}

template<class Item>
void add_items(std::vector<std::string>& all, const std::vector<Item>& before,
               const std::vector<Item>& after) {
    const State<Item> then(before), now(after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Item* old = then.find_same(after[i], i);
        if (!old || !(*old == after[i]))
            all.push_back(with_id(words_of(after[i], old), after[i].id));
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!now.find_same(before[i], i))
            all.push_back(with_id("removed " + words_of(before[i], nullptr), before[i].id));
}

// What an older entry holds is part of it.
std::vector<Advice> tables_of(std::vector<Advice> advice) {
    std::erase_if(advice, &Advice::in_entry);
    return advice;
}

// They have no ids: WHAT names each.
void add_occasions(std::vector<std::string>& all, const std::vector<Occasion>& before,
                   const std::vector<Occasion>& after) {
    for (const Occasion& each : after) {
        const auto old = std::ranges::find(before, each.what, &Occasion::what);
        if (old == before.end() || !(*old == each)) all.push_back(said(each.what, day_text(each)));
    }
    for (const Occasion& each : before)
        if (std::ranges::find(after, each.what, &Occasion::what) == after.end())
            all.push_back("removed " + said(each.what, day_text(each)));
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
