// SPDX-License-Identifier: MIT
//
// One line of a manual page as styled text: what mdoc(7)'s macros within a line mean, as far as our
// pages use them, and groff's escapes. Knows no blocks; those are manual_page.hpp's.
#pragma once

#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The words of a macro's line, without the dot: what stands in quotes is one word.
std::vector<std::string> mdoc_words(std::string_view line);

// Groff's escapes, as "\(dq", in UTF-8.
std::string without_escapes(std::string_view text);

class MdocText {
public:
    // `page` is what .Nm alone says.
    explicit MdocText(std::string page) : page_(std::move(page)) {}

    void add_text(std::string_view line);
    void add_words(const std::vector<std::string>& words); // of a macro's line
    bool empty() const { return text_.empty(); }
    Text take(); // what was added since it was taken last

private:
    // Each begins at words[at] and gives where it ended.
    std::size_t add_macro(const std::vector<std::string>& words, std::size_t at);
    std::size_t add_reference(const std::vector<std::string>& words, std::size_t at);
    std::size_t add_enclosed(const std::vector<std::string>& words, std::size_t at);
    std::size_t add_arguments(const std::vector<std::string>& words, std::size_t at);
    void add(std::string_view word, Style style = Style::plain);
    void join_next() { joins_ = true; }

    std::string page_;
    Text text_;
    bool joins_ = false; // no blank before the next word
};

} // namespace mentor
