// SPDX-License-Identifier: MIT
#include "toml/merging/pairing.hpp"

#include "toml/editing/tree.hpp"
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace mentor {
namespace {

using Elements = std::vector<const toml::table*>;
using Partner = std::optional<std::size_t>;
using Partners = std::vector<Partner>; // of each element, among the others

struct Pairs {
    Partners of_before, of_after;
};

std::string_view id_of(const toml::table& element) {
    return element["id"].value_or(std::string_view());
}

// --- how much two elements have in common

// Mended words have most of their beginning or end in common with what they were.
bool is_alike(const toml::node& one, const toml::node& other) {
    const auto* left = one.as_string();
    const auto* right = other.as_string();
    if (!left || !right) return false;
    const std::string &a = left->get(), &b = right->get();
    const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
    std::size_t begin = 0, end = 0;
    while (begin < shorter && a[begin] == b[begin])
        ++begin;
    while (begin + end < shorter && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    return 2 * (begin + end) >= longer;
}

enum class Kinship { changed, both_new };

// 0 where they are two things: fewer than half of what they say is the same, or, of two that are
// new on both sides, something contradicts.
std::size_t likeness(const toml::table& one, const toml::table& other, Kinship kinship) {
    if (!id_of(one).empty() && !id_of(other).empty()) return 0;
    std::size_t points = 0;
    for (const auto& [key, node] : one) {
        const toml::node* counterpart = other.get(key.str());
        if (!counterpart || key.str() == "id") continue;
        if (same(node, *counterpart))
            points += 2;
        else if (kinship == Kinship::both_new)
            return 0;
        else if (is_alike(node, *counterpart))
            points += 1;
    }
    return points >= std::min(one.size(), other.size()) ? points : 0;
}

// --- pairs in two versions of an array

class Pairing {
public:
    Pairing(const Elements& before, const Elements& after, Kinship kinship)
        : before_(before), after_(after), kinship_(kinship), of_before_(before.size()),
          of_after_(after.size()) {}

    Pairs run() {
        pair_ids();
        pair_same();
        pair_alike();
        return {of_before_, of_after_};
    }

private:
    void pair(std::size_t i, std::size_t j) {
        of_before_[i] = j;
        of_after_[j] = i;
    }
    bool is_same(std::size_t i, std::size_t j) const { return same(*before_[i], *after_[j]); }
    void pair_ids();
    void pair_same();
    void pair_alike();
    std::vector<Partner> places_of_before() const;
    std::vector<Partner> places_of_after() const;

    const Elements &before_, &after_;
    const Kinship kinship_;
    Partners of_before_, of_after_;
};

void Pairing::pair_ids() {
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < before_.size(); ++i)
        if (!id_of(*before_[i]).empty()) by_id.emplace(id_of(*before_[i]), i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
        const auto found = by_id.find(id_of(*after_[j]));
        if (found == by_id.end()) continue;
        pair(found->second, j);
        by_id.erase(found);
    }
}

// Most stand in the order in which they stood: each is looked for behind the one before it first.
void Pairing::pair_same() {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < before_.size(); ++i)
        if (!of_before_[i] && id_of(*before_[i]).empty()) left.push_back(i);
    std::size_t next = 0;
    for (std::size_t j = 0; j < after_.size(); ++j) {
        if (of_after_[j] || !id_of(*after_[j]).empty()) continue;
        for (std::size_t tried = 0; tried < left.size(); ++tried) {
            const std::size_t at = (next + tried) % left.size();
            if (of_before_[left[at]] || !is_same(left[at], j)) continue;
            pair(left[at], j);
            next = at + 1;
            break;
        }
    }
}

// The last of those before it that has a partner, as the place in `before_`.
std::vector<Partner> Pairing::places_of_before() const {
    std::vector<Partner> places;
    Partner last;
    for (std::size_t i = 0; i < before_.size(); ++i) {
        places.push_back(last);
        if (of_before_[i]) last = i;
    }
    return places;
}

std::vector<Partner> Pairing::places_of_after() const {
    std::vector<Partner> places;
    Partner last;
    for (const Partner& partner : of_after_) {
        places.push_back(last);
        if (partner) last = partner;
    }
    return places;
}

// Of those that are left the ones that have most in common; behind the same neighbour counts as
// some of it.
void Pairing::pair_alike() {
    const auto place_before = places_of_before(), place_after = places_of_after();
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> candidates;
    for (std::size_t i = 0; i < before_.size(); ++i) {
        for (std::size_t j = 0; !of_before_[i] && j < after_.size(); ++j) {
            if (of_after_[j]) continue;
            const std::size_t points = likeness(*before_[i], *after_[j], kinship_);
            const bool is_near = place_before[i] == place_after[j];
            if (points > 0) candidates.emplace_back(points + (is_near ? 1 : 0), i, j);
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [](const auto& candidate) { return std::get<0>(candidate); });
    for (const auto& candidate : candidates) {
        const std::size_t i = std::get<1>(candidate), j = std::get<2>(candidate);
        if (!of_before_[i] && !of_after_[j]) pair(i, j);
    }
}

// --- names in all three

enum Version : std::size_t { base, mine, theirs, versions };

struct Place {
    const toml::node* node = nullptr; // nullptr where this version hasn't got it
    Path path = {};
};
using Places = std::array<Place, versions>;

Place within(const Place& place, const Step& step) {
    if (!place.node) return {};
    Path path = place.path;
    path.push_back(step);
    const auto* key = std::get_if<std::string>(&step);
    const toml::node* node = key ? place.node->as_table()->get(*key)
                                 : place.node->as_array()->get(std::get<std::size_t>(step));
    return {node, std::move(path)};
}

Elements elements_of(const Place& place) {
    Elements elements;
    if (!place.node || !is_array_of_tables(*place.node)) return elements;
    for (const toml::node& element : *place.node->as_array())
        elements.push_back(element.as_table());
    return elements;
}

class Naming {
public:
    NamesOfThree run(const Places& roots) {
        name_within(roots);
        return std::move(names_);
    }

private:
    void name_within(const Places& tables);
    void name_array(const Places& arrays);
    void name(const Places& arrays, const std::array<Partner, versions>& indexes,
              const std::string& name);

    NamesOfThree names_;
};

void Naming::name_within(const Places& tables) {
    std::set<std::string> keys;
    for (const Place& table : tables) {
        if (!table.node || !table.node->is_table()) continue;
        for (const auto& [key, node] : *table.node->as_table())
            if (node.is_table() || is_array_of_tables(node)) keys.emplace(key.str());
    }
    for (const std::string& key : keys) {
        Places places;
        for (std::size_t i = 0; i < versions; ++i)
            if (tables[i].node && tables[i].node->is_table()) places[i] = within(tables[i], key);
        name_within(places);
        name_array(places);
    }
}

void Naming::name(const Places& arrays, const std::array<Partner, versions>& indexes,
                  const std::string& name) {
    Places elements;
    const std::array<Names*, versions> names{&names_.base, &names_.mine, &names_.theirs};
    for (std::size_t i = 0; i < versions; ++i) {
        if (!indexes[i]) continue;
        elements[i] = within(arrays[i], *indexes[i]);
        names[i]->emplace(elements[i].path, name);
    }
    name_within(elements);
}

Partners without(Elements& elements, const Partners& taken) {
    Partners left;
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (!taken[i]) left.emplace_back(i);
    Elements rest;
    for (const Partner& index : left)
        rest.push_back(elements[*index]);
    elements = std::move(rest);
    return left;
}

void Naming::name_array(const Places& arrays) {
    const Elements old = elements_of(arrays[base]);
    Elements my = elements_of(arrays[mine]), their = elements_of(arrays[theirs]);
    const Pairs of_mine = Pairing(old, my, Kinship::changed).run();
    const Pairs of_theirs = Pairing(old, their, Kinship::changed).run();
    std::size_t number = 0;
    const auto name_of = [&](const toml::table& element) {
        ++number;
        const std::string_view id = id_of(element);
        return id.empty() ? fmt::format("#{}", number) : std::string(id);
    };
    for (std::size_t i = 0; i < old.size(); ++i)
        name(arrays, {i, of_mine.of_before[i], of_theirs.of_before[i]}, name_of(*old[i]));

    const Partners my_new = without(my, of_mine.of_after),
                   their_new = without(their, of_theirs.of_after);
    const Pairs of_both = Pairing(my, their, Kinship::both_new).run();
    for (std::size_t i = 0; i < my.size(); ++i) {
        const Partner other = of_both.of_before[i];
        const toml::table& known = other && id_of(*my[i]).empty() ? *their[*other] : *my[i];
        name(arrays, {std::nullopt, my_new[i], other ? their_new[*other] : std::nullopt},
             name_of(known));
    }
    for (std::size_t i = 0; i < their.size(); ++i)
        if (!of_both.of_after[i])
            name(arrays, {std::nullopt, std::nullopt, their_new[i]}, name_of(*their[i]));
}

} // namespace

NamesOfThree name_elements(const Document& base, const Document& mine, const Document& theirs) {
    return Naming().run(
        {Place{&TomlAccess::root(base)}, {&TomlAccess::root(mine)}, {&TomlAccess::root(theirs)}});
}

std::string named(const Path& path, const Names& names) {
    std::string out;
    Path known;
    for (const Step& step : path) {
        known.push_back(step);
        if (const auto* key = std::get_if<std::string>(&step)) {
            if (!out.empty()) out += '.';
            out += write_key(*key);
        } else {
            const auto name = names.find(known);
            out += fmt::format("[{}]", name == names.end() ? "" : name->second);
        }
    }
    return out;
}

} // namespace mentor
