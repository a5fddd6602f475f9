// SPDX-License-Identifier: MIT
#include "core/wrapping.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

constexpr std::string_view blank = " \t";

constexpr std::u32string_view opening = U"（〔［｛〈《「『【〘〖〝‘“([{";
constexpr std::u32string_view closing =
    U"、。，．・：；？！ー゛゜ヽヾゝゞ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    U"）〕］｝〉》」』】〙〗〟’”‥…〜)]},.:;!?\u3099\u309a\ufe0e\ufe0f";

// Letters of a script that is written without spaces between words, which may break at each.
bool is_ideographic(char32_t code) {
    return (code >= 0x2E80 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF00 && code <= 0xFFEF) || (code >= 0x20000 && code <= 0x3FFFD);
}

bool may_break(char32_t before, char32_t after) {
    return (is_ideographic(before) || is_ideographic(after)) &&
           opening.find(before) == std::u32string_view::npos &&
           closing.find(after) == std::u32string_view::npos;
}

// How many bytes of a word hang together from its first on. No other script is cut.
std::size_t unbroken_length(std::string_view word) {
    char32_t before = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t end = at + first_character(word.substr(at)).size();
        // All letters before those of the scripts that break are soon passed by.
        const auto first = static_cast<unsigned char>(word[at]);
        const char32_t code = first < 0x80   ? first
                              : first < 0xE2 ? U'a'
                                             : to_code_points(word.substr(at, end - at)).front();
        if (at > 0 && may_break(before, code)) return at;
        before = code;
        at = end;
    }
    return word.size();
}

void append_wrapped(std::vector<std::string>& lines, std::string_view text, std::size_t columns) {
    std::string line;
    std::size_t used = 0;
    bool begun = false;
    while (true) {
        std::size_t gap = text.find_first_not_of(blank);
        if (gap == std::string_view::npos) break;
        const std::size_t word_end = std::min(text.find_first_of(blank, gap), text.size());
        for (std::string_view word = text.substr(gap, word_end - gap); !word.empty(); gap = 0) {
            const std::string_view piece = word.substr(0, unbroken_length(word));
            word.remove_prefix(piece.size());
            // A tab has no width of its own, so it counts as the space that it stands for.
            const std::size_t wide = width(piece);
            if (begun && used + gap + wide > columns) {
                lines.push_back(std::exchange(line, std::string(piece)));
                used = wide;
            } else {
                line.append(gap, ' ').append(piece);
                used += gap + wide;
            }
            begun = true;
        }
        text.remove_prefix(word_end);
    }
    lines.push_back(std::move(line));
}

} // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> given = split_lines(text);
    if (given.empty()) return {""};
    if (columns == 0) return given;
    std::vector<std::string> lines;
    for (const std::string& line : given)
        append_wrapped(lines, line, columns);
    return lines;
}

} // namespace mentor
