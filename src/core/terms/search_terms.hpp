// SPDX-License-Identifier: MIT
//
// What is looked for in texts, and where it stands in them: words and phrases, which case, accents
// and line breaks don't matter to, or a pattern (PCRE2). Knows texts, and nothing of mentoring.
#pragma once

#include "core/terms/folded_word.hpp"
#include "core/text.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Where each of several terms stands in a text, from the first on; those of one neither overlap nor
// touch.
using Finds = std::vector<std::vector<TextRange>>;

class SearchTerms {
public:
    // Every word, and every phrase: what is one word of a command line with blanks in it, or stands
    // between double quotes. Throws Error(usage) where there is none.
    static SearchTerms words(const std::vector<std::string>& words);
    // A regular expression as Perl has it, in which case doesn't matter and ^ and $ are those of a
    // line. Throws Error(usage) with the place of what is wrong in it.
    static SearchTerms pattern(const std::string& pattern);

    // How many things there are to be found, all of them in one item.
    std::size_t size() const;
    // Throws Error(usage) where a pattern takes too long.
    Finds find_in(std::string_view text) const;
    // The same into what is there, whose memory is used again: whether any of them is in the text.
    bool find_in(std::string_view text, Finds& finds) const;
    // Words that all are in whatever has all of the terms; none for a pattern.
    const std::vector<FoldedWord>& needed() const { return needed_; }

private:
    struct Phrase {
        explicit Phrase(std::string folded);
        std::string text; // folded, with one blank between words
        FoldedWord first; // of its words
        bool is_word() const { return text.size() == first.text().size(); }
    };
    void find_in_ascii(std::string_view text, Finds& finds) const;
    void find_in_any(std::string_view text, Finds& finds) const;

    struct Compiled;
    std::vector<Phrase> phrases_;
    std::vector<FoldedWord> needed_;
    std::shared_ptr<const Compiled> compiled_; // of a pattern
};

} // namespace mentor
