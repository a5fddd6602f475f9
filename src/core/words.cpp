// SPDX-License-Identifier: MIT
#include "core/words.hpp"

namespace mentor {

std::vector<std::string> words_in(std::string_view text) {
    const auto belongs = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c & 0x80) != 0 || c == '-' || c == '+' || c == '#';
    };
    std::vector<std::string> words;
    bool goes_on = false;
    for (const char c : text) {
        if (belongs(c) && !goes_on) words.emplace_back();
        if (belongs(c)) words.back() += c;
        goes_on = belongs(c);
    }
    return words;
}

} // namespace mentor
