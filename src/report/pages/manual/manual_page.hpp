// SPDX-License-Identifier: MIT
//
// The pages of the manual from their mdoc(7) sources, of the macros that our pages use: for whoever
// has the program and no man(1). It says the same words as mandoc and groff do, which a test
// compares.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace mentor {

Page manual_page(std::string_view mdoc);

// What the page says of a key: the text of the item that names it in the section whose title begins
// with `section`, as far as its first paragraph; "" where there is none.
std::string manual_entry(std::string_view mdoc, std::string_view section, std::string_view key);

// What follows the dash in the title of a section: "where to reach them" of "[contact]".
std::string manual_title(std::string_view mdoc, std::string_view section);

} // namespace mentor
