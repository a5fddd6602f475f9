// SPDX-License-Identifier: MIT
#include "merging/merge_versions.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "merging/elements.hpp"
#include "merging/kept_private.hpp"
#include "toml/toml_access.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace mentor {
namespace {

Document with_other_id(Document document, const Element& element, const std::string& id) {
    for (const Mention& mention : mentions_in(document))
        if (mention.id == element.id) document = document.with_value(mention.path, id);
    return document.with_value(element.path_of("id"), id);
}

// --- ids that are the same by chance

// What tells things apart, whatever else of them was changed: their words, or, where an entry has
// none, how and when.
std::string words_of(const Element& element) {
    const auto text = [&](std::string_view key) {
        return std::string(element.fields->get(key)
                               ? element.fields->get(key)->value_or(std::string_view())
                               : std::string_view());
    };
    for (const std::string_view key : {"what", "title", "ask", "note"})
        if (std::string words = text(key); !words.empty()) return element.array + "\n" + words;
    return element.array + "\n" + text("kind");
}

std::string id_besides(std::string id, const std::set<std::string>& taken) {
    do
        id = is_id(id) ? id_after(id) : id_from(0);
    while (taken.contains(id));
    return id;
}

// What both sides have under one id.
struct Pair {
    Element mine, theirs;
    bool is_new = false; // both made it since
    bool is_one = false; // and it is the same thing
};

bool say_the_same(const Pair& pair, std::string_view key) {
    const toml::node *mine = pair.mine.fields->get(key), *theirs = pair.theirs.fields->get(key);
    toml::array some, others;
    if (mine) some.push_back(*mine);
    if (theirs) others.push_back(*theirs);
    return mine && theirs && some == others;
}

std::set<std::string> words_in(const Element& element, std::string_view key) {
    std::set<std::string> words;
    const toml::array* array = (*element.fields)[key].as_array();
    for (std::size_t i = 0; array && i < array->size(); ++i)
        words.insert(array->get(i)->value_or(std::string()));
    if (const auto word = (*element.fields)[key].value<std::string>()) words.insert(*word);
    return words;
}

std::set<std::string> words_in_both(const Pair& pair, std::string_view key) {
    std::set<std::string> both = words_in(pair.mine, key);
    const auto others = words_in(pair.theirs, key);
    std::erase_if(both, [&](const std::string& word) { return !others.contains(word); });
    return both;
}

// By its words, by a mail that both read, or by the day that it is of, in files of one uid: two
// that one machine made each for itself have hardly the same id and the same day.
bool is_one_thing(const Pair& pair, bool in_one_uid) {
    constexpr auto keys =
        std::to_array<std::string_view>({"on", "made", "added", "set", "goal", "log"});
    if (pair.mine.array != pair.theirs.array) return false;
    return words_of(pair.mine) == words_of(pair.theirs) || say_the_same(pair, "mark") ||
           !words_in_both(pair, "recap").empty() ||
           (in_one_uid && std::ranges::any_of(
                              keys, [&](std::string_view key) { return say_the_same(pair, key); }));
}

// What a thing of both speaks of is one thing of both, too.
void spread(std::vector<Pair>& pairs) {
    constexpr auto keys =
        std::to_array<std::string_view>({"log", "goal", "follows", "goals", "recap"});
    std::vector<const Pair*> waiting;
    for (const Pair& pair : pairs)
        if (pair.is_one) waiting.push_back(&pair);
    while (!waiting.empty()) {
        const Pair& pair = *waiting.back();
        waiting.pop_back();
        std::set<std::string> spoken_of;
        for (const std::string_view key : keys)
            spoken_of.merge(words_in_both(pair, key));
        for (Pair& other : pairs) {
            if (other.is_one || other.mine.array != other.theirs.array ||
                !spoken_of.contains(other.mine.id))
                continue;
            other.is_one = true;
            waiting.push_back(&other);
        }
    }
}

std::vector<Pair> pairs_of(const Document& base, const Document& mine, const Document& theirs) {
    const auto old = ids_of(base);
    const std::string uid = identity_of(mine).uid;
    const bool in_one_uid = !uid.empty() && uid == identity_of(theirs).uid;
    const auto their_elements = elements_of(theirs);
    std::vector<Pair> pairs;
    for (const Element& my : elements_of(mine)) {
        const auto their = std::ranges::find(their_elements, my.id, &Element::id);
        if (my.id.empty() || their == their_elements.end()) continue;
        Pair pair{my, *their, !old.contains(my.id)};
        pair.is_one = !pair.is_new || is_one_thing(pair, in_one_uid);
        pairs.push_back(std::move(pair));
    }
    spread(pairs);
    return pairs;
}

// Of two different things that got one id on two machines, the one whose words come later gets
// another: both machines that merge them decide alike.
void tell_apart(const Document& base, Document& mine, Document& theirs) {
    std::set<std::string> taken = ids_of(mine);
    taken.merge(ids_of(theirs));
    taken.merge(ids_of(base));
    if (taken.size() >= id_count) return;
    const Document my = mine, their = theirs; // of which the pairs are
    for (const Pair& pair : pairs_of(base, my, their)) {
        if (pair.is_one) continue;
        const std::string id = id_besides(pair.mine.id, taken);
        taken.insert(id);
        if (words_of(pair.mine) > words_of(pair.theirs))
            mine = with_other_id(mine, pair.mine, id);
        else
            theirs = with_other_id(theirs, pair.theirs, id);
    }
}

// --- what two changes mean together

bool takes_lesser(std::string_view key) {
    constexpr auto keys =
        std::to_array<std::string_view>({"uid", "added", "done", "dropped", "told", "thanked",
                                         "tried", "asked", "given", "made", "set"});
    return std::ranges::find(keys, key) != keys.end();
}

// What one side keeps to itself never comes out open.
bool stays_true(std::string_view key) {
    return key == "private";
}

bool has_both_ends(const toml::table& fields) {
    return fields.contains("done") && fields.contains("dropped");
}

// What one side kept while the other let it go was kept.
Document with_one_end(Document document, const Document& mine, const Document& theirs) {
    std::set<std::string> meant;
    for (const Document* side : {&mine, &theirs})
        for (const Element& element : elements_of(*side))
            if (has_both_ends(*element.fields)) meant.insert(element.id);
    const Document woven = document;
    for (const Element& element : elements_of(woven))
        if (has_both_ends(*element.fields) && !meant.contains(element.id))
            document = document.without(element.path_of("dropped"));
    return document;
}

// The goals of steps that are new in `side`, or changed, and that `other` hasn't: they stay, for a
// step without its goal says nothing.
void collect_goals(const Document& base, const Document& side, const Document& other,
                   std::set<std::string>& goals) {
    const auto known = elements_of(base);
    const auto held = ids_of(other);
    for (const Element& step : elements_of(side)) {
        const auto* goal = step.fields->get_as<std::string>("goal");
        if (step.array != "milestone" || !goal || held.contains(step.id)) continue;
        const auto before = std::ranges::find(known, step.id, &Element::id);
        if (before == known.end() || *before->fields != *step.fields)
            goals.insert(fmt::format("goal[{}]", goal->get()));
    }
}

// What was taken away on one side is mentioned no more on the other.
Document without_stale_mentions(Document document, const Document& base) {
    const auto old = ids_of(base), held = ids_of(document);
    auto mentions = mentions_in(document);
    std::ranges::reverse(mentions); // of a list the last goes first
    for (const Mention& mention : mentions)
        if (old.contains(mention.id) && !held.contains(mention.id) &&
            std::get<std::string>(mention.path.front()) != "milestone")
            document = document.without(mention.path);
    return document;
}

} // namespace

Woven merge_versions(const Document& base, const Document& mine, const Document& theirs,
                     const std::function<Taken(const Collision&)>& choose) {
    Document my = mine, their = theirs;
    tell_apart(base, my, their);
    std::set<std::string> goals;
    collect_goals(base, my, their, goals);
    collect_goals(base, their, my, goals);
    const auto stays = [&](std::string_view element) {
        return goals.contains(std::string(element));
    };
    Woven woven = weave(base, my, their, {choose, takes_lesser, stays, stays_true});
    if (!woven.text) return woven;
    Document document = Document::parse(*std::move(woven.text), theirs.name());
    document = with_one_end(std::move(document), mine, theirs);
    document = without_stale_mentions(std::move(document), base);
    woven.text = with_kept_private(std::move(document), base, my, their).text();
    return woven;
}

int format_of(const Document& document) {
    return TomlAccess::root(document)["format"].value_or(1);
}

} // namespace mentor
