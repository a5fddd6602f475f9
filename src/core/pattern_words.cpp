// SPDX-License-Identifier: MIT
#include "core/pattern_words.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

namespace mentor {

std::string in_any_case(std::string_view word) {
    std::string pattern;
    for (const char c : word) {
        const bool is_letter = c >= 'a' && c <= 'z';
        pattern += is_letter ? fmt::format("[{}{}]", static_cast<char>(c - 'a' + 'A'), c)
                             : std::string(1, c);
    }
    return pattern;
}

std::string one_of(const std::vector<std::string>& words) {
    std::vector<std::string> patterns;
    for (const std::string& word : words)
        patterns.push_back(in_any_case(word));
    return fmt::format("({})", join(patterns, "|"));
}

} // namespace mentor
