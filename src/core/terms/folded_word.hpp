// SPDX-License-Identifier: MIT
//
// A folded word (text.hpp), looked for in texts that are not folded: most hold no letter but those
// of ASCII, and most don't hold the word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentor {

class FoldedWord {
public:
    // Not empty.
    explicit FoldedWord(std::string folded);

    const std::string& text() const { return word_; }
    // Where it next stands, from there on, in letters of ASCII of any case; `npos` where nowhere.
    // Of a text in ASCII that is all there is to find.
    std::size_t find_in(std::string_view text, std::size_t from = 0) const;

private:
    // A byte of the word, and the bit that doesn't matter in the text's: that of a letter's case.
    struct Letter {
        explicit Letter(char folded);
        unsigned char byte, any_case;
        bool is(char other) const {
            return (static_cast<unsigned char>(other) | any_case) == byte;
        }
    };
    bool is_at(const char* text) const;

    std::string word_;
    Letter first_, last_;
};

} // namespace mentor
