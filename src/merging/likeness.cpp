// SPDX-License-Identifier: MIT
#include "merging/likeness.hpp"

#include "core/text.hpp"
#include "toml/toml_access.hpp"

#include <algorithm>
#include <string_view>

namespace mentor {
namespace {

std::size_t shared(const std::set<std::string>& some, const std::set<std::string>& others) {
    return static_cast<std::size_t>(std::ranges::count_if(
        some, [&](const std::string& each) { return others.contains(each); }));
}

std::set<std::string> names_in(const toml::table& root) {
    std::set<std::string> names{fold(root["name"].value_or(std::string_view()))};
    const toml::array* aka = root["aka"].as_array();
    for (std::size_t i = 0; aka && i < aka->size(); ++i)
        names.insert(fold(aka->get(i)->value_or(std::string_view())));
    return names;
}

std::set<std::string> ids_in(const toml::table& root) {
    std::set<std::string> ids;
    for (const auto& [key, node] : root) {
        const toml::array* array = node.as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* fields = array->get(i)->as_table();
            const auto* id = fields ? fields->get_as<std::string>("id") : nullptr;
            if (id) ids.insert(id->get());
        }
    }
    return ids;
}

// Of the fewer of both: a version that is behind has fewer.
bool have_most_ids_in_common(const Identity& one, const Identity& other) {
    return 2 * shared_ids(one, other) > std::min(one.ids.size(), other.ids.size());
}

} // namespace

Identity identity_of(const Document& document) {
    const toml::table& root = TomlAccess::root(document);
    return {std::string(root["name"].value_or(std::string_view())),
            std::string(root["uid"].value_or(std::string_view())), names_in(root), ids_in(root)};
}

bool share_a_name(const Identity& one, const Identity& other) {
    return shared(one.names, other.names) > 0;
}

std::size_t shared_ids(const Identity& one, const Identity& other) {
    return shared(one.ids, other.ids);
}

Likeness likeness_of(const Identity& one, const Identity& other) {
    if (!one.uid.empty() && !other.uid.empty())
        return one.uid == other.uid ? Likeness::uid : Likeness::none;
    const bool by_name = share_a_name(one, other);
    if (have_most_ids_in_common(one, other))
        return by_name ? Likeness::name_and_ids : Likeness::ids;
    return by_name ? Likeness::name : Likeness::none;
}

bool may_be_made_twice(const Identity& one, const Identity& other) {
    return share_a_name(one, other) || likeness_of(one, other) != Likeness::none;
}

bool may_be_same_person(const Document& one, const Document& other) {
    return likeness_of(identity_of(one), identity_of(other)) != Likeness::none;
}

} // namespace mentor
