// SPDX-License-Identifier: MIT
//
// What `mentor export json` wrote: the whole text of each file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct CopiedFile {
    std::string slug, name;
    std::string text; // to the byte
    int line = 0;
};

// In the order of the copy. Throws Error(broken) where it is none, is one for others, which lacks
// the texts, or holds nobody.
std::vector<CopiedFile> parse_journal_copy(std::string_view text, const std::string& file);

} // namespace mentor
