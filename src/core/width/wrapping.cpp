// SPDX-License-Identifier: MIT
#include "core/width/wrapping.hpp"

#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "core/width/syllables.hpp"

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

constexpr char32_t zero_width_space = 0x200B;

// Letters of the alphabets before those scripts are many, and hang together alike.
std::u32string codes_of(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (first < 0x80) return {first};
    return first < 0xE0 ? U"a" : to_code_points(character);
}

Joint joint_of(std::u32string_view before, std::u32string_view after) {
    if (before.back() == zero_width_space || may_break(before.front(), after.front()))
        return Joint::free;
    if (is_syllabic(before.back()) && is_syllabic(after.front()))
        return syllable_joint(before, after);
    return Joint::forced;
}

// How many bytes of a text hang together, from its first on, at least as tightly.
std::size_t length_of(std::string_view text, Joint tightness) {
    std::u32string before;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = first_cluster(text.substr(at));
        std::u32string codes = codes_of(character);
        if (at > 0 && joint_of(before, codes) > tightness) return at;
        before = std::move(codes);
        at += character.size();
    }
    return text.size();
}

std::string_view cluster_of(std::string_view text) {
    return text.substr(0, length_of(text, Joint::never));
}

class Wrapping {
public:
    Wrapping(std::vector<std::string>& lines, std::size_t columns)
        : lines_(lines), columns_(columns) {}

    // `gap`: the columns of the blanks before it.
    void add(std::string_view piece, std::size_t gap) {
        std::size_t wide = width(piece);
        if (begun_ && used_ + gap + wide > columns_) {
            end_line();
            gap = 0;
        }
        if (!begun_) gap = std::min(gap, columns_ - std::min(columns_, wide)); // it gives way
        for (; wide > columns_ && cluster_of(piece).size() < piece.size(); wide = width(piece)) {
            const std::string_view part = with_whole_parts(fitting(piece, columns_));
            line_ = part.empty() ? cluster_of(piece) : part;
            piece.remove_prefix(line_.size());
            end_line();
        }
        line_.append(gap, ' ').append(piece);
        used_ += gap + wide;
        begun_ = true;
    }

    void end_line() {
        lines_.push_back(std::exchange(line_, ""));
        used_ = 0;
        begun_ = false;
    }

private:
    // Up to the last hyphen or slash, where that leaves no more than half of a line empty.
    std::string_view with_whole_parts(std::string_view part) const {
        const std::size_t end = part.find_last_of("-/") + 1;
        const bool fills = width(part.substr(0, end)) * 2 >= columns_;
        return end > 0 && fills ? part.substr(0, end) : part;
    }

    std::vector<std::string>& lines_;
    std::size_t columns_;
    std::string line_;
    std::size_t used_ = 0;
    bool begun_ = false;
};

void append_wrapped(std::vector<std::string>& lines, std::string_view text, std::size_t columns) {
    Wrapping wrapping(lines, columns);
    while (true) {
        // A tab has no width of its own, so it counts as the space that it stands for.
        std::size_t gap = text.find_first_not_of(blank);
        if (gap == std::string_view::npos) break;
        const std::size_t word_end = std::min(text.find_first_of(blank, gap), text.size());
        for (std::string_view word = text.substr(gap, word_end - gap); !word.empty(); gap = 0) {
            const std::string_view piece = word.substr(0, length_of(word, Joint::forced));
            word.remove_prefix(piece.size());
            wrapping.add(piece, gap);
        }
        text.remove_prefix(word_end);
    }
    wrapping.end_line();
}

} // namespace

std::string_view fitting(std::string_view text, std::size_t columns) {
    std::size_t end = 0, used = 0;
    while (end < text.size()) {
        const std::string_view cluster = cluster_of(text.substr(end));
        used += width(cluster);
        if (used > columns) break;
        end += cluster.size();
    }
    return text.substr(0, end);
}

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
