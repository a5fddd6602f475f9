// SPDX-License-Identifier: MIT
#include "toml/merging/inline_text.hpp"

#include "core/text.hpp"
#include "toml/editing/write_value.hpp"

#include <algorithm>

namespace mentor {

std::vector<std::pair<std::string, const toml::node*>> fields_of(const toml::table& table) {
    std::vector<std::pair<std::string, const toml::node*>> fields;
    for (const auto& [key, node] : table)
        fields.emplace_back(std::string(key.str()), &node);
    const auto place = [](const auto& field) {
        const toml::source_position& begin = field.second->source().begin;
        return std::pair(begin.line, begin.column);
    };
    std::ranges::stable_sort(fields, {}, place);
    return fields;
}

std::string inline_text(const Document& document, const Layout& layout, const toml::node& node) {
    std::vector<std::string> parts;
    if (!is_spread(node)) {
        const auto& [begin, end] = layout.bytes_of(node);
        return document.text().substr(begin, end - begin);
    }
    if (const toml::array* array = node.as_array()) {
        for (const toml::node& element : *array)
            parts.push_back(inline_text(document, layout, element));
        return "[" + join(parts, ", ") + "]";
    }
    for (const auto& [key, value] : fields_of(*node.as_table()))
        parts.push_back(write_key(key) + " = " + inline_text(document, layout, *value));
    return parts.empty() ? "{}" : "{ " + join(parts, ", ") + " }";
}

} // namespace mentor
