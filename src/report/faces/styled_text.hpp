// SPDX-License-Identifier: MIT
//
// Runs of styled text on a terminal: how wide they are, how they wrap, how they are painted. The
// style of a character survives wrapping. Knows nothing of blocks or pages.
#pragma once

#include "report/block_sink.hpp"
#include "report/faces/terminal/codes.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The words of a text, without its styles.
std::string plain(const Text& text);

// In terminal columns; of a text of several lines, the widest.
std::size_t width(const Text& text);
// The same of a plain text, as core's find_plain_width says it: it is one line, and its bytes are
// shown as they are.
std::optional<std::size_t> find_plain_width(const Text& text);

// As core's wrap, each line in its styles.
std::vector<Text> wrap(Text text, std::size_t columns);

// No wider than that: what doesn't fit gives way to the ellipsis.
Text shortened(const Text& text, std::size_t columns, std::string_view ellipsis);

// Line ends as LF, tabs as spaces (a tab has no width of its own), and what could harm a terminal
// as escapes.
Text prepared(Text text);
// Whether that changes nothing, and the text is one line, which no place without a width breaks.
bool is_plain_line(std::span<const RunView> text);
// The same for a place that has one line: line ends and tabs become single spaces.
Text prepared_cell(Text text);
std::size_t cell_width(const Text& text); // of what that gives

// The bytes for the terminal.
std::string styled(std::string_view text, Style style, const Codes& codes);
std::string painted(const Text& line, const Codes& codes);
void append_painted(std::string& out, const Text& line, const Codes& codes);
// The same of a heading, whatever else it is.
std::string painted_heading(const Text& line, const Codes& codes);

} // namespace mentor
