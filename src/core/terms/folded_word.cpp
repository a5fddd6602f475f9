// SPDX-License-Identifier: MIT
#include "core/terms/folded_word.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mentor {
namespace {

constexpr std::size_t places_at_once = 64; // places that are looked at at once

bool is_letter(char byte) {
    return 'a' <= byte && byte <= 'z';
}

} // namespace

FoldedWord::Letter::Letter(char folded)
    : byte(static_cast<unsigned char>(folded)), any_case(is_letter(folded) ? 'a' - 'A' : 0) {}

FoldedWord::FoldedWord(std::string folded)
    : word_(std::move(folded)), first_(word_.front()), last_(word_.back()) {}

// The inner loop has a fixed length and no branch: compilers make it one over many bytes at once.
std::size_t FoldedWord::find_in(std::string_view text, std::size_t from) const {
    if (text.size() < word_.size()) return std::string_view::npos;
    const std::size_t places = text.size() - word_.size() + 1; // where it can begin
    std::size_t at = from;
    std::array<unsigned char, places_at_once> may_begin;
    while (at < places && places >= places_at_once) {
        // The last places once more with those before them, to make up that many.
        const std::size_t first = std::min(at, places - places_at_once);
        const char* const begins = text.data() + first;
        const char* const ends = begins + word_.size() - 1;
        unsigned char any = 0;
        for (std::size_t i = 0; i < places_at_once; ++i) {
            may_begin[i] =
                static_cast<unsigned char>(int{first_.is(begins[i])} & int{last_.is(ends[i])});
            any |= may_begin[i];
        }
        const std::string_view marks(reinterpret_cast<const char*>(may_begin.data()),
                                     places_at_once);
        if (any)
            for (auto i = marks.find('\1', at - first); i < places_at_once;
                 i = marks.find('\1', i + 1))
                if (is_at(begins + i)) return first + i;
        at = first + places_at_once;
    }
    while (at < places && !(first_.is(text[at]) && is_at(text.data() + at)))
        ++at;
    return at < places ? at : std::string_view::npos;
}

// But for the first letter.
bool FoldedWord::is_at(const char* text) const {
    for (std::size_t i = word_.size() - 1; i > 0; --i)
        if (!Letter(word_[i]).is(text[i])) return false;
    return true;
}

} // namespace mentor
