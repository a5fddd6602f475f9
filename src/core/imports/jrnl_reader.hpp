// SPDX-License-Identifier: MIT
//
// A diary of jrnl (https://jrnl.sh): its text, with the days in brackets as version 2 and later
// write it or without them as version 1 did, and what its `--export json` writes.
#pragma once

#include "core/imports/found.hpp"

#include <string>
#include <string_view>

namespace mentor {

// What jrnl's configuration says of its files, by its names.
struct JrnlShape {
    std::string timeformat; // as strptime(3) has it; "" for those that are plain
    std::string tagsymbols = "#@";
};

// Each entry, in the order of the text; one whose day can't be read says so. Throws Error(broken)
// where the text is encrypted, or no entry is in it.
FoundEntries parse_jrnl(std::string_view text, const std::string& file, const JrnlShape& shape);

} // namespace mentor
