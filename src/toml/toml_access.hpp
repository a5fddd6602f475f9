// SPDX-License-Identifier: MIT
//
// Inside src/toml and src/format: how the decoder reaches the tree that toml++ parsed for a
// Document.
#pragma once

#include "toml/document.hpp"
#include "toml/toml.hpp"

namespace mentor {

struct TomlAccess {
    static const toml::table& root(const Document& document);
};

} // namespace mentor
