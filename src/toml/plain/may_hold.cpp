// SPDX-License-Identifier: MIT
#include "toml/plain/may_hold.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>

namespace mentor {
namespace {

// Those that stand for white space, a control character, a quote or a backslash: no word without
// these is written with one of them in the midst of it.
constexpr std::string_view plain_escapes = "\"\\ntrbf";

// Letters by their numbers, and lines that go on.
bool has_other_escapes(std::string_view toml) {
    for (auto at = toml.find('\\'); at != std::string_view::npos; at = toml.find('\\', at + 2))
        if (at + 1 == toml.size() || plain_escapes.find(toml[at + 1]) == std::string_view::npos)
            return true;
    return false;
}

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char byte) { return (byte & 0x80) != 0; });
}

char lower(char byte) {
    return 'A' <= byte && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

} // namespace

bool may_hold(std::string_view toml, const std::vector<std::string>& words) {
    // What is no TOML at all, such as UTF-16, may hold anything.
    if (has_other_escapes(toml) || toml.find('\0') != std::string_view::npos) return true;
    // Every file pays for this; to fold letters of all scripts takes many times longer.
    std::string folded;
    if (is_ascii(toml)) {
        folded.resize(toml.size());
        std::ranges::transform(toml, folded.begin(), lower);
    } else if (find_invalid_utf8(toml)) {
        return true;
    } else {
        folded = fold(toml);
    }
    return std::ranges::all_of(words, [&](const std::string& word) {
        return word.find_first_of("\"\\") != std::string::npos ||
               folded.find(word) != std::string::npos;
    });
}

} // namespace mentor
