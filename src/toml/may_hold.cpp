// SPDX-License-Identifier: MIT
#include "toml/may_hold.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

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

// To fold letters of all scripts takes many times longer than to look at bytes: only what stands
// between blanks is folded, where it has such a letter. Nothing where something is no UTF-8.
std::optional<std::string> find_folded_others(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r\v\f";
    std::string folded;
    for (std::size_t at = count_ascii(text); at < text.size();) {
        const std::size_t begin = text.find_last_of(blanks, at) + 1; // 0 where there is none
        const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
        const std::string_view letters = text.substr(begin, end - begin);
        if (find_invalid_utf8(letters)) return std::nullopt;
        folded.append(fold(letters)).append("\n");
        at = end + count_ascii(text.substr(end));
    }
    return folded;
}

} // namespace

bool may_hold(std::string_view toml, const std::vector<FoldedWord>& words) {
    // What is no TOML at all, such as UTF-16, may hold anything.
    if (has_other_escapes(toml) || toml.find('\0') != std::string_view::npos) return true;
    const auto is_written = [&](const FoldedWord& word) {
        return word.text().find_first_of("\"\\") != std::string::npos ||
               word.find_in(toml) != std::string_view::npos;
    };
    const auto missing = std::ranges::find_if_not(words, is_written);
    if (missing == words.end()) return true;
    const auto others = find_folded_others(toml);
    const auto is_among_others = [&](const FoldedWord& word) {
        return others->find(word.text()) != std::string::npos;
    };
    return !others || (is_among_others(*missing) &&
                       std::all_of(missing + 1, words.end(), [&](const FoldedWord& word) {
                           return is_written(word) || is_among_others(word);
                       }));
}

} // namespace mentor
