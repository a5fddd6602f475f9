// SPDX-License-Identifier: MIT
//
// What can be said of a text that isn't TOML beyond its first fault. For reports alone: nothing
// that was recovered is ever decoded into something that counts, or written.
#pragma once

#include "toml/document.hpp"

#include "mentor/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct Recovered {
    // What keeps it from being TOML, in the order of the text; up to the first fault that may be
    // the cause of those behind it.
    std::vector<Diagnostic> faults;
    // The text with an empty value, or an empty line, in the place of each faulty one; nullopt
    // where that doesn't make it TOML.
    std::optional<Document> rest;
};
Recovered recover(std::string text, const std::string& name);

} // namespace mentor
