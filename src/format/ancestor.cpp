// SPDX-License-Identifier: MIT
#include "format/ancestor.hpp"

#include "core/text.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace mentor {
namespace {

using Lines = std::vector<std::string>;

Lines sorted_lines(std::string_view text) {
    Lines lines = split_lines(text);
    std::ranges::sort(lines);
    return lines;
}

std::size_t distance(const Lines& some, const Lines& others) {
    Lines different;
    std::ranges::set_symmetric_difference(some, others, std::back_inserter(different));
    return different.size();
}

std::string id_of(const toml::table& element) {
    const auto* id = element.get_as<std::string>("id");
    return id ? id->get() : "";
}

// An element is known again by its id, and one without by all that it says.
bool is_in(const toml::table& element, const toml::array* array) {
    if (!array) return false;
    const std::string id = id_of(element);
    return std::ranges::any_of(*array, [&](const toml::node& node) {
        const toml::table* other = node.as_table();
        return other && (id.empty() ? *other == element : id_of(*other) == id);
    });
}

bool has_every_element_of(const Document& version, const Document& ancestor) {
    for (const auto& [key, node] : TomlAccess::root(ancestor)) {
        const toml::array* array = node.as_array();
        const toml::array* there = TomlAccess::root(version)[key].as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* element = array->get(i)->as_table();
            if (element && !is_in(*element, there)) return false;
        }
    }
    return true;
}

bool may_come_from(const std::string& text, const Document& mine, const Document& theirs) {
    try {
        const Document ancestor = Document::parse(text, "");
        return has_every_element_of(mine, ancestor) && has_every_element_of(theirs, ancestor);
    } catch (const Error&) {
        return false;
    }
}

} // namespace

const std::string* find_ancestor(const std::vector<std::string>& texts, const Document& mine,
                                 const Document& theirs) {
    const Lines my_lines = sorted_lines(mine.text()), their_lines = sorted_lines(theirs.text());
    const std::string* nearest = nullptr;
    std::size_t least = 0;
    for (const std::string& text : texts) {
        const Lines lines = sorted_lines(text);
        const std::size_t far = distance(lines, my_lines) + distance(lines, their_lines);
        if ((nearest && far >= least) || !may_come_from(text, mine, theirs)) continue;
        nearest = &text;
        least = far;
    }
    return nearest;
}

} // namespace mentor
