// SPDX-License-Identifier: MIT
#include "report/faces/terminal/diagnostic_face.hpp"

#include "core/text.hpp"
#include "core/width/wrapping.hpp"
#include "report/faces/styled_text.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Lines wrap below their own beginning, those of a message by two columns.
std::string wrapped(const std::string& text, std::size_t columns) {
    constexpr std::size_t hang = 2;
    if (columns <= 2 * hang) return text;
    std::string result;
    for (const std::string& given : split_lines(text)) {
        const bool is_advice = given.starts_with("  ");
        std::string before;
        for (const std::string& line : wrap(trim(given), columns - hang)) {
            result += (is_advice ? std::string(hang, ' ') : before) + line + "\n";
            before = std::string(hang, ' ');
        }
    }
    return result;
}

} // namespace

std::string to_terminal(const Diagnostic& diagnostic, const Look& look) {
    Diagnostic shown = diagnostic;
    for (std::string* text : {&shown.what, &shown.advice, &shown.file})
        *text = visible(*text);
    const std::string text = wrapped(to_text(shown), look.columns);
    // What stands before the first words of the message is where it happened.
    Diagnostic bare = shown;
    bare.what = bare.advice = "";
    const std::size_t where = std::min(to_text(bare).find_last_not_of(" \n") + 1, text.size());
    const Style style = shown.severity == Severity::error ? Style::error : Style::warning;
    return styled(text.substr(0, where), style, look.codes) + text.substr(where);
}

} // namespace mentor
