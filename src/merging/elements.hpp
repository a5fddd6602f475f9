// SPDX-License-Identifier: MIT
//
// What has an id in a file, and where ids are mentioned.
#pragma once

#include "toml/document.hpp"
#include "toml/toml_access.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// An element of an array of tables that has an id.
struct Element {
    std::string array;
    std::size_t index;
    std::string id;
    const toml::table* fields; // of the document
    Path path_of(std::string_view key) const { return {array, index, std::string(key)}; }
};

std::vector<Element> elements_of(const Document& document);
std::set<std::string> ids_of(const Document& document);

// Where an id stands that isn't the element's own.
struct Mention {
    Path path;
    std::string id;
};

std::vector<Mention> mentions_in(const Document& document);

} // namespace mentor
