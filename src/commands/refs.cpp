// SPDX-License-Identifier: MIT

#include "refs.hpp"

#include "mentor/core/error.hpp"
#include "mentor/core/text.hpp"

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

RefText parse_ref_text(std::string_view given, std::string_view option) {
    const auto equals = std::min(given.find('='), given.size());
    const auto rest = given.substr(std::min(equals + 1, given.size()));
    RefText parts{trim(given.substr(0, equals)), trim(rest)};
    if (!parts.ref.empty()) return parts;
    throw Error(Exit::usage, fmt::format("{} doesn't say which one is meant", option),
                fmt::format("write: {} REF=TEXT, with an id or words for REF", option));
}

} // namespace mentor
