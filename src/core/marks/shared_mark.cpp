// SPDX-License-Identifier: MIT
#include "core/marks/shared_mark.hpp"

#include "core/model/ids.hpp"
#include "core/text.hpp"

#include <cstddef>
#include <optional>

namespace mentor {
namespace {

constexpr char sign = '^';
constexpr std::size_t mark_length = 1 + 4; // the sign, an id
constexpr std::string_view stops = ".,;:!?";

bool parts(char byte) {
    return is_space(byte) || stops.find(byte) != std::string_view::npos;
}

std::string small(std::string_view letters) {
    std::string text(letters);
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

// Where the last mark begins.
std::optional<std::size_t> find_last(std::string_view text) {
    for (std::size_t at = text.rfind(sign); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : text.rfind(sign, at - 1)) {
        const std::size_t end = at + mark_length;
        const bool stands_alone =
            (at == 0 || parts(text[at - 1])) && (end >= text.size() || parts(text[end]));
        if (stands_alone && is_id(small(text.substr(at + 1, mark_length - 1)))) return at;
    }
    return std::nullopt;
}

} // namespace

std::string with_shared_mark(std::string text, std::string_view mark) {
    if (!is_id(mark)) return text;
    return std::move(text) + " " + sign + std::string(mark);
}

SharedMark take_shared_mark(std::string_view text) {
    const auto at = find_last(text);
    if (!at) return {std::string(text), ""};
    std::string before(text.substr(0, *at));
    while (!before.empty() && is_space(before.back()))
        before.pop_back();
    return {trim(before + std::string(text.substr(*at + mark_length))),
            small(text.substr(*at + 1, mark_length - 1))};
}

bool ends_with_shared_mark(std::string_view text) {
    const auto at = find_last(text);
    return at && text.find_first_not_of(" \t.,;:!?", *at + mark_length) == std::string_view::npos;
}

} // namespace mentor
