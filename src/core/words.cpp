// SPDX-License-Identifier: MIT
#include "core/words.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace mentor {

std::vector<std::string> words_in(std::string_view text) {
    const auto belongs = [](char c) {
        return is_alphanumeric(c) || (c & 0x80) != 0 || c == '-' || c == '+' || c == '#';
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

std::string stem_of(std::string_view word) {
    struct Ending {
        std::string_view letters;
        std::size_t least; // letters that have to be left
    };
    static constexpr Ending endings[] = {{"ship", 4}, {"ment", 4}, {"ing", 3}, {"ion", 4},
                                         {"ed", 4},   {"er", 5},   {"at", 5},  {"e", 3}};
    std::string stem = fold(word);
    while (stem.ends_with('-'))
        stem.pop_back();
    if (stem.size() > 4 && stem.ends_with("ies"))
        stem.replace(stem.size() - 3, 3, "y");
    else if (stem.size() > 4 && stem.ends_with('s') && !stem.ends_with("ss"))
        stem.pop_back();
    const auto shorten = [&](const Ending& ending) {
        const auto& [letters, least] = ending;
        const bool fits = stem.ends_with(letters) && stem.size() >= letters.size() + least;
        if (fits) stem.resize(stem.size() - letters.size());
        return fits;
    };
    while (std::ranges::any_of(endings, shorten))
        ;
    return stem;
}

} // namespace mentor
