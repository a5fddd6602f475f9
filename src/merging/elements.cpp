// SPDX-License-Identifier: MIT
#include "merging/elements.hpp"

#include <array>
#include <utility>

namespace mentor {

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

} // namespace mentor
