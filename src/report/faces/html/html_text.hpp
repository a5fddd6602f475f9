// SPDX-License-Identifier: MIT
//
// Texts in HTML: what they say can be neither a tag nor an address to run. Knows no block.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace mentor {

// For the text of an element and for an attribute in double quotes; also what could turn or hide
// how a text reads is made visible. Of one line.
std::string html_escaped(std::string_view words);

// A run that is an address of the web and nothing else is a link; one of any other scheme, such as
// javascript:, stays text.
std::string html_lines(const Text& text); // <br> at the ends of lines
std::string html_cell(const Text& text);  // on one line

// The class that shows a style; "" for what needs none.
std::string_view html_class(Style style);

} // namespace mentor
