// SPDX-License-Identifier: MIT
#include "system/completion.hpp"

#include "core/text.hpp"
#include "core/width/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mentor {

namespace {

// The longest beginning of `one`, in whole characters, that `other` has too.
std::string_view shared_beginning(std::string_view one, std::string_view other) {
    std::size_t shared = 0;
    while (shared < one.size() && !other.empty()) {
        const std::string_view ours = first_character(one.substr(shared));
        const std::string_view theirs = first_character(other);
        if (fold(ours) != fold(theirs)) break;
        shared += ours.size();
        other.remove_prefix(theirs.size());
    }
    return one.substr(0, shared);
}

std::vector<std::string> those_beginning(const std::string& wanted,
                                         const std::vector<std::string>& candidates) {
    std::vector<std::string> found;
    std::ranges::copy_if(candidates, std::back_inserter(found), [&](const std::string& candidate) {
        return fold(candidate).starts_with(wanted);
    });
    return found;
}

std::vector<std::string> those_with_word(const std::string& wanted,
                                         const std::vector<std::string>& candidates) {
    std::vector<std::string> found;
    std::ranges::copy_if(candidates, std::back_inserter(found), [&](const std::string& candidate) {
        return fold(candidate).find(" " + wanted) != std::string::npos;
    });
    return found;
}

// As much of it as fits.
std::string cut(std::string_view text, std::size_t columns) {
    std::string beginning;
    while (!text.empty()) {
        const std::string longer = beginning + std::string(first_character(text));
        if (width(longer) > columns) break;
        text.remove_prefix(first_character(text).size());
        beginning = longer;
    }
    return beginning;
}

} // namespace

Completion complete(std::string_view typed, const std::vector<std::string>& candidates) {
    const std::string wanted = fold(typed);
    std::vector<std::string> choices = those_beginning(wanted, candidates);
    if (choices.empty()) choices = those_with_word(wanted, candidates);

    if (choices.empty()) return {std::string(typed), {}};
    if (choices.size() == 1) return {choices.front(), {}};
    std::string_view shared = choices.front();
    for (const std::string& choice : choices)
        shared = shared_beginning(shared, choice);
    if (!fold(shared).starts_with(wanted)) return {std::string(typed), choices};
    if (fold(shared) == wanted) return {std::string(shared), choices};
    return {std::string(shared), {}};
}

std::vector<std::string> narrowed(std::string_view typed, const std::vector<std::string>& list,
                                  std::size_t columns, std::size_t rows) {
    const std::string words = trim(typed);
    if (words.empty() || find_number(words)) return {};
    std::vector<std::string> lines;
    for (const std::string& each : list)
        if (holds_folded(each, words)) lines.push_back(cut("  " + each, columns));
    if (lines.size() <= rows) return lines;
    const std::size_t rest = lines.size() - (rows - 1);
    lines.resize(rows - 1);
    lines.push_back(cut(fmt::format("  and {} more", rest), columns));
    return lines;
}

std::string listing(const std::vector<std::string>& choices, std::size_t columns,
                    std::size_t rows) {
    constexpr std::size_t gap = 2;
    std::size_t widest = 0;
    for (const std::string& choice : choices)
        widest = std::max(widest, width(choice));
    const std::size_t across = std::max<std::size_t>(1, (columns + gap) / (widest + gap));
    const std::size_t needed = (choices.size() + across - 1) / across;
    const std::size_t lines = needed <= rows ? needed : std::max<std::size_t>(rows, 2) - 1;

    std::string text;
    const std::size_t shown = std::min(choices.size(), lines * across);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool ends_line = (i + 1) % across == 0 || i + 1 == shown;
        text += ends_line ? choices[i] + '\n' : pad(choices[i], widest + gap);
    }
    if (shown < choices.size()) text += fmt::format("and {} more\n", choices.size() - shown);
    return text;
}

} // namespace mentor
