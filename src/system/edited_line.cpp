// SPDX-License-Identifier: MIT
#include "system/edited_line.hpp"

#include "core/text.hpp"
#include "core/width/columns.hpp"
#include "core/width/wrapping.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace mentor {

int code_points(const std::string& text) {
    return static_cast<int>(std::mbstowcs(nullptr, text.c_str(), 0));
}

winsize window() {
    winsize size{};
    ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    if (size.ws_col == 0) size.ws_col = 80;
    if (size.ws_row == 0) size.ws_row = 24;
    return size;
}

int code_points_to_end(EditLine* editor) {
    const LineInfo* line = el_line(editor);
    return code_points(std::string(line->cursor, line->lastchar));
}

std::size_t rows_down(const std::string& text) {
    std::size_t rows = 0;
    for (const std::string& line : wrap(text, 0))
        rows += width(line) / window().ws_col + 1;
    return rows - 1;
}

void redraw(EditLine* editor, const std::string& prompt, int move_cursor) {
    const LineInfo* line = el_line(editor);
    const std::string before = prompt + std::string(line->buffer, line->cursor);
    for (std::size_t row = rows_down(before); row > 0; --row)
        el_set(editor, EL_ECHOTC, "up", nullptr);
    std::fputc('\r', stdout);
    el_set(editor, EL_ECHOTC, "cd", nullptr);
    el_resize(editor);
    el_cursor(editor, move_cursor);
    el_set(editor, EL_REFRESH);
}

void write_below(EditLine* editor, const std::string& prompt,
                 const std::vector<std::string>& lines) {
    const LineInfo* line = el_line(editor);
    const std::string before = prompt + std::string(line->buffer, line->cursor);
    const std::string whole = prompt + std::string(line->buffer, line->lastchar);
    const auto fills_its_row = [](const std::string& text) {
        return width(text) % window().ws_col == 0;
    };
    if (visible(whole) != whole || whole.find_first_of("\n\t") != std::string::npos ||
        fills_its_row(before) || fills_its_row(whole))
        return;
    std::fputs(std::string(rows_down(whole) - rows_down(before) + 1, '\n').c_str(), stdout);
    el_set(editor, EL_ECHOTC, "cd", nullptr);
    std::fputs(join(lines, "\n").c_str(), stdout);
    const std::size_t rows = rows_down(whole) + std::max<std::size_t>(lines.size(), 1);
    for (std::size_t row = 0; row < rows; ++row)
        el_set(editor, EL_ECHOTC, "up", nullptr);
    std::fputs(("\r" + before).c_str(), stdout);
    std::fflush(stdout);
}

} // namespace mentor
