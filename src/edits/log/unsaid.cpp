// SPDX-License-Identifier: MIT
#include "edits/log/unsaid.hpp"

#include "core/text.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace mentor {
namespace {

using Words = std::vector<std::string>;

// Folded, without the signs at their ends.
Words words_of(const std::string& text) {
    constexpr std::string_view signs = ".,;!?";
    Words words;
    for (std::string word : split(one_line(fold(text)), ' ')) {
        word.erase(word.find_last_not_of(signs) + 1);
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    return join({words.begin() + static_cast<std::ptrdiff_t>(from),
                 words.begin() + static_cast<std::ptrdiff_t>(to)},
                " ");
}

void drop_part_of_day(Words& words) {
    constexpr auto parts =
        std::to_array<std::string_view>({"morning", "noon", "afternoon", "evening", "night"});
    if (words.size() > 1 && std::ranges::find(parts, words.back()) != parts.end()) words.pop_back();
}

std::optional<Date> find_past_day(const std::string& text, const Calendar& calendar) {
    try {
        const Date day = parse_moment(text, calendar, Reading::past).date;
        return day < calendar.today ? std::optional(day) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

// How many of the first words are a kind, as it is called or spoken of.
std::size_t length_of_kind(const Words& words, const Kinds& kinds,
                           std::optional<std::string>& kind) {
    constexpr std::size_t longest = 3;
    for (std::size_t count = std::min(longest, words.size()); count > 0; --count) {
        const std::string said = joined(words, 0, count);
        kind = said == spoken("video") ? kinds.find("video") : kinds.find(said);
        if (kind) return count;
    }
    return 0;
}

} // namespace

Unsaid unsaid_in(const std::string& text, const Kinds& kinds, const Calendar& calendar) {
    Words words = words_of(text);
    drop_part_of_day(words);
    Unsaid unsaid;
    std::size_t from = length_of_kind(words, kinds, unsaid.kind);
    if (from < words.size() && words[from] == "on") ++from;
    const std::string rest = joined(words, from, words.size());
    if (!rest.empty()) unsaid.on = find_past_day(rest, calendar);
    const bool is_all = rest.empty() || rest == "today" || unsaid.on;
    if (!is_all) unsaid.kind.reset();
    return unsaid;
}

} // namespace mentor
