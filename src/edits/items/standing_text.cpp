// SPDX-License-Identifier: MIT

#include "edits/items/standing_text.hpp"

#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

namespace mentor {

void refuse_other_text(std::string_view standing, std::string_view text, std::string_view what,
                       std::string_view command) {
    const std::string stands = trim(standing);
    if (stands.empty() || stands == trim(text)) return;
    throw Error(Exit::unknown, fmt::format("{} already: {}", what, stands),
                fmt::format("to put another in its place: {} --force", command));
}

} // namespace mentor
