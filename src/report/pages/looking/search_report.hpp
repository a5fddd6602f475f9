// SPDX-License-Identifier: MIT
//
// `mentor search WORDS…`: the texts in which something was found, by person, with what was found
// marked and the line of the file that it stands in.
#pragma once

#include "core/rules/looking/search.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mentor {

// The line of a finding's file, from 1 on; nothing where that isn't known.
struct Located {
    Finding finding;
    std::optional<int> line;
};

struct PersonFindings {
    std::string slug, name;
    std::vector<Located> findings;
};

// What one person adds to the report.
struct FoundLines {
    std::vector<Fields> items;
    Page page;
};
// Items are for programs: `has_items` says whether one reads them.
FoundLines found_lines(const PersonFindings& person, bool has_items = true);

// `terms` is how many words were looked for.
Report search_report(std::vector<FoundLines> people, std::size_t terms, Date today);

} // namespace mentor
