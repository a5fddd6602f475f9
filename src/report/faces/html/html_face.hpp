// SPDX-License-Identifier: MIT
//
// A page as one file of HTML that needs nothing else: it has no script, and asks for nothing from
// anywhere. Light and dark, on paper and on screens from 320 pixels on.
#pragma once

#include "report/report.hpp"

#include <string>

namespace mentor {

// The page's first heading is its title. What is private is not known here.
std::string to_html(const Page& page);

} // namespace mentor
