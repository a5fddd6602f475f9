// SPDX-License-Identifier: MIT
//
// `mentor search WORDS…`: the texts in which something was found, by person, with what was found
// marked and the line of the file that it stands in.
#pragma once

#include "core/rules/looking/search.hpp"
#include "report/block_sink.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace mentor {

// The line of a finding's file, from 1 on; nothing where that isn't known.
struct Located {
    Finding finding;
    std::optional<int> line;
};

struct PersonFindings {
    std::string_view slug, name;
    std::vector<Located> findings;
};

// What one person adds to the report: whichever of both is to be read.
struct FoundLines {
    std::vector<Fields> items; // for programs
    Page page;                 // for people
    bool is_empty() const { return items.empty() && page.empty(); }
};
std::vector<Fields> found_items(const PersonFindings& person);
Page found_page(const PersonFindings& person);
// The same block by block.
void show_found(const PersonFindings& person, BlockSink& sink);

// `terms` is how many words were looked for.
Report search_report(std::vector<FoundLines> people, std::size_t terms, Date today);

} // namespace mentor
