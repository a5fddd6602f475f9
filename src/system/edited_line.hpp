// SPDX-License-Identifier: MIT
//
// Where the line that libedit edits stands on the terminal, which it doesn't tell, and what is
// drawn around it.
#pragma once

#include <histedit.h>

#include <cstddef>
#include <string>
#include <sys/ioctl.h>
#include <vector>

namespace mentor {

winsize window(); // 80 by 24 where the terminal doesn't know
int code_points(const std::string& text);
int code_points_to_end(EditLine* editor); // from the cursor
// How many rows below its first one a text ends; pasted text holds newlines.
std::size_t rows_down(const std::string& text);

// Draws the line again from its first row, the cursor moved by that many code points. A terminal
// whose size has changed has wrapped it anew by now, so the new size holds for that.
void redraw(EditLine* editor, const std::string& prompt, int move_cursor = 0);

// Writes the lines below the one that is edited, in place of what stood there, and goes back to the
// cursor; not where libedit's way to show the line can't be told from its text.
void write_below(EditLine* editor, const std::string& prompt,
                 const std::vector<std::string>& lines);

} // namespace mentor
