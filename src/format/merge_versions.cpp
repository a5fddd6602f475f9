// SPDX-License-Identifier: MIT
#include "format/merge_versions.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"
#include "toml/toml_access.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace mentor {
namespace {

// An element of an array of tables that has an id.
struct Element {
    std::string array;
    std::size_t index;
    std::string id;
    const toml::table* fields;
    Path path_of(std::string_view key) const { return {array, index, std::string(key)}; }
};

std::vector<Element> elements_of(const Document& document) {
    std::vector<Element> elements;
    for (const auto& [key, node] : TomlAccess::root(document)) {
        const toml::array* array = node.as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* fields = array->get(i)->as_table();
            const auto* id = fields ? fields->get_as<std::string>("id") : nullptr;
            if (id) elements.push_back({std::string(key.str()), i, id->get(), fields});
        }
    }
    return elements;
}

std::set<std::string> ids_of(const Document& document) {
    std::set<std::string> ids;
    for (const Element& element : elements_of(document))
        ids.insert(element.id);
    return ids;
}

// --- references

// Where an id stands that isn't the element's own.
struct Mention {
    Path path;
    std::string id;
};

std::vector<Mention> mentions_in(const Document& document) {
    constexpr auto keys = std::to_array<std::string_view>({"log", "goal", "follows", "goals"});
    std::vector<Mention> mentions;
    for (const Element& element : elements_of(document)) {
        for (const std::string_view key : keys) {
            const toml::node* node = element.fields->get(key);
            if (const auto* id = node ? node->as_string() : nullptr)
                mentions.push_back({element.path_of(key), id->get()});
            const toml::array* several = node ? node->as_array() : nullptr;
            for (std::size_t i = 0; several && i < several->size(); ++i) {
                Path path = element.path_of(key);
                path.emplace_back(i);
                if (const auto* id = several->get_as<std::string>(i))
                    mentions.push_back({std::move(path), id->get()});
            }
        }
    }
    return mentions;
}

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

// Of two different things that got one id on two machines, the one whose words come later gets
// another: both machines that merge them decide alike.
void tell_apart(const Document& base, Document& mine, Document& theirs) {
    const auto old = ids_of(base);
    std::set<std::string> taken = ids_of(mine);
    taken.merge(ids_of(theirs));
    taken.insert(old.begin(), old.end());
    if (taken.size() >= id_count) return;
    const auto my_elements = elements_of(mine), their_elements = elements_of(theirs);
    for (const Element& my : my_elements) {
        if (my.id.empty() || old.contains(my.id)) continue;
        const auto their = std::ranges::find(their_elements, my.id, &Element::id);
        if (their == their_elements.end()) continue;
        const std::string my_words = words_of(my), their_words = words_of(*their);
        if (my_words == their_words) continue;
        const std::string id = id_besides(my.id, taken);
        taken.insert(id);
        if (my_words > their_words)
            mine = with_other_id(mine, my, id);
        else
            theirs = with_other_id(theirs, *their, id);
    }
}

// --- what two changes mean together

bool takes_lesser(std::string_view key) {
    constexpr auto keys =
        std::to_array<std::string_view>({"uid", "added", "done", "dropped", "told", "thanked",
                                         "tried", "asked", "given", "made", "set"});
    return std::ranges::find(keys, key) != keys.end();
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
    Woven woven = weave(base, my, their, {choose, takes_lesser, [&](std::string_view element) {
                                              return goals.contains(std::string(element));
                                          }});
    if (!woven.text) return woven;
    Document document = Document::parse(*std::move(woven.text), theirs.name());
    document = with_one_end(std::move(document), mine, theirs);
    woven.text = without_stale_mentions(std::move(document), base).text();
    return woven;
}

int format_of(const Document& document) {
    return TomlAccess::root(document)["format"].value_or(1);
}

bool may_be_same_person(const Document& one, const Document& other) {
    const auto names_of = [](const Document& document) {
        std::set<std::string> names;
        const toml::table& root = TomlAccess::root(document);
        names.insert(fold(root["name"].value_or(std::string_view())));
        const toml::array* aka = root["aka"].as_array();
        for (std::size_t i = 0; aka && i < aka->size(); ++i)
            names.insert(fold(aka->get(i)->value_or(std::string_view())));
        return names;
    };
    const auto overlap = [](const std::set<std::string>& some,
                            const std::set<std::string>& others) {
        return std::ranges::any_of(some,
                                   [&](const std::string& each) { return others.contains(each); });
    };
    const auto uid_of = [](const Document& document) {
        return std::string(TomlAccess::root(document)["uid"].value_or(std::string_view()));
    };
    const std::string uid = uid_of(one), other_uid = uid_of(other);
    if (!uid.empty() && !other_uid.empty()) return uid == other_uid;
    return overlap(names_of(one), names_of(other)) || overlap(ids_of(one), ids_of(other));
}

} // namespace mentor
