// SPDX-License-Identifier: MIT
//
// Who takes the blocks of a page one after the other: for pages of so many that to keep them costs
// more than to show them.
#pragma once

#include "report/report.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mentor {

struct RunView { // a Run of a text that somebody else has
    std::string_view text;
    Style style = Style::plain;
};

class BlockSink {
public:
    virtual ~BlockSink() = default;
    virtual void take(const Heading& heading) = 0;
    virtual void take(std::span<const RunView> text, int indent) = 0; // a paragraph
    // Where styles and widths make no difference, the text to which plain lines (find_plain_width,
    // of core) may as well be added, each with its indent and its end; else nullptr.
    virtual std::string* plain_lines() { return nullptr; }
};

inline Paragraph paragraph_of(std::span<const RunView> text, int indent) {
    Paragraph paragraph;
    paragraph.indent = indent;
    for (const RunView& run : text)
        paragraph.text.push_back({std::string(run.text), run.style});
    return paragraph;
}

} // namespace mentor
