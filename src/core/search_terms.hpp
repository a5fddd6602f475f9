// SPDX-License-Identifier: MIT
//
// What is looked for in texts, and where it stands in them: words and phrases, which case, accents
// and line breaks don't matter to, or a pattern (PCRE2). Knows texts, and nothing of mentoring.
#pragma once

#include "core/text.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

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
    // Where each of them stands in the text, from the first on; those of one neither overlap nor
    // touch. Throws Error(usage) where a pattern takes too long.
    std::vector<std::vector<TextRange>> find_in(std::string_view text) const;
    // Folded words, all of which are in whatever has all of them; none for a pattern.
    const std::vector<std::string>& needed() const { return needed_; }

private:
    struct Compiled;
    std::vector<std::string> phrases_; // folded, with one blank between words
    std::vector<std::string> needed_;
    std::shared_ptr<const Compiled> compiled_; // of a pattern
};

} // namespace mentor
