// SPDX-License-Identifier: MIT

#include "core/near_words.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// The optimal string alignment distance: Levenshtein with transpositions of neighbours.
std::size_t distance(const std::u32string& left, const std::u32string& right) {
    std::vector<std::size_t> before, above(right.size() + 1), row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::exchange(above, row);
    }
    return above[right.size()];
}

// Two letters in common are a chance, unless they are all that was typed.
bool share_a_beginning(const std::u32string& word, const std::u32string& other) {
    constexpr std::size_t telling = 3;
    const auto differ = std::ranges::mismatch(word, other).in1;
    const auto shared = static_cast<std::size_t>(differ - word.begin());
    return shared > word.size() / 2 && (shared == word.size() || shared >= telling);
}

std::string without_doubled_letters(std::string_view word) {
    std::string result(word);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace

bool is_one_edit(std::string_view some, std::string_view other) {
    const auto [begin, other_begin] = std::ranges::mismatch(some, other);
    std::string_view rest(begin, some.end()), other_rest(other_begin, other.end());
    while (!rest.empty() && !other_rest.empty() && rest.back() == other_rest.back()) {
        rest.remove_suffix(1);
        other_rest.remove_suffix(1);
    }
    if (rest.size() == 2 && other_rest.size() == 2)
        return rest[0] == other_rest[1] && rest[1] == other_rest[0];
    return rest.size() <= 1 && other_rest.size() <= 1;
}

bool is_one_slip(std::string_view typed, std::string_view meant) {
    return is_one_edit(without_doubled_letters(typed), without_doubled_letters(meant));
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most) {
    const std::u32string wanted = to_code_points(fold(word));
    std::vector<std::pair<std::size_t, const std::string*>> close;
    for (const std::string& candidate : candidates) {
        const std::u32string other = to_code_points(fold(candidate));
        const bool begins_alike = share_a_beginning(wanted, other);
        // They are no less apart than one is longer, and what is pasted may be very long.
        const auto [shorter, longer] = std::minmax({wanted.size(), other.size()});
        if (!begins_alike && (longer - shorter) * 3 > wanted.size()) continue;
        const std::size_t apart = distance(wanted, other);
        if (begins_alike || apart * 3 <= wanted.size()) close.emplace_back(apart, &candidate);
    }
    std::ranges::stable_sort(close, {}, &std::pair<std::size_t, const std::string*>::first);
    std::vector<std::string> names;
    for (const auto& [apart, name] : close)
        if (names.size() < most) names.push_back(*name);
    return names;
}

std::string did_you_mean(const std::vector<std::string>& names) {
    return one_line("did you mean " + join(names, " or ") + "?");
}

bool has_letters_in_order(std::string_view text, std::string_view letters) {
    const std::string folded = fold(text);
    if (letters.size() > folded.size()) return false;
    const std::u32string wanted = to_code_points(letters);
    auto next = wanted.begin();
    for (const char32_t code : to_code_points(folded))
        if (next != wanted.end() && code == *next) ++next;
    return next == wanted.end();
}

} // namespace mentor
