// SPDX-License-Identifier: MIT
//
// Inside src/toml only: any value of a document as it would be written between brackets.
#pragma once

#include "toml/document.hpp"
#include "toml/layout.hpp"

#include <string>
#include <utility>
#include <vector>

namespace mentor {

// As it stands in the text, where it stands in one place.
std::string inline_text(const Document& document, const Layout& layout, const toml::node& node);

// The keys of a table in the order of the text.
std::vector<std::pair<std::string, const toml::node*>> fields_of(const toml::table& table);

} // namespace mentor
