// SPDX-License-Identifier: MIT

#include "edits/refs.hpp"

#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

template<class Thing>
std::vector<Item> items(const std::vector<Thing>& things, std::string Thing::*words) {
    std::vector<Item> made;
    made.reserve(things.size());
    for (const Thing& thing : things)
        made.push_back({thing.id, thing.*words, made.size(), thing.open()});
    return made;
}

} // namespace

std::vector<Item> items_of(const std::vector<Goal>& goals) {
    return items(goals, &Goal::title);
}

std::vector<Item> items_of(const std::vector<Milestone>& milestones) {
    return items(milestones, &Milestone::what);
}

std::vector<Item> items_of(const std::vector<Commitment>& commitments) {
    return items(commitments, &Commitment::what);
}

std::vector<Item> items_of(const std::vector<Question>& questions) {
    return items(questions, &Question::ask);
}

void refuse_other_noun(std::string_view ref, const std::vector<Item>& items, std::string_view noun,
                       const Relationship& relationship) {
    if (!match_ref(ref, items).empty()) return;
    const auto refuse = [&](const Item& item, std::string_view what, std::string_view command) {
        throw Error(Exit::unknown, fmt::format("'{}' is {}, not a {}", item.words, what, noun),
                    fmt::format(fmt::runtime(command), relationship.slug,
                                item.id.empty() ? "REF" : item.id));
    };
    if (const auto steps = match_ref(ref, items_of(relationship.milestones)); steps.size() == 1)
        refuse(steps.front(), "a step", "once it is done: mentor goal step {} --done {}");
    if (const auto goals = match_ref(ref, items_of(relationship.goals)); goals.size() == 1)
        refuse(goals.front(), "a goal", "once it is reached: mentor goal done {} {}");
}

std::string id_of(const Item& item, std::string_view noun, const Relationship& relationship) {
    if (!item.id.empty()) return item.id;
    throw Error(
        Exit::unknown, fmt::format("the {} '{}' has no id to point to", noun, item.words),
        fmt::format("give it one, such as id = \"g1aa\": mentor edit {}", relationship.slug));
}

RefText parse_ref_text(std::string_view given, std::string_view option) {
    const auto equals = std::min(given.find('='), given.size());
    const auto rest = given.substr(std::min(equals + 1, given.size()));
    RefText parts{trim(given.substr(0, equals)), trim(rest)};
    if (!parts.ref.empty()) return parts;
    throw Error(Exit::usage, fmt::format("{} doesn't say which one is meant", option),
                fmt::format("write: {} REF=TEXT, with an id or words for REF", option));
}

} // namespace mentor
