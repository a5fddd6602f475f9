// SPDX-License-Identifier: MIT
#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace mentor {

namespace {

std::string severity_of(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::warning) return "warning: ";
    return diagnostic.file.empty() ? "" : "error: ";
}

// What a message is about may be called anything, and begins no line of its own. The lines of the
// advice are the program's.
std::string in_one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

} // namespace

Error::Error(Exit exit, Diagnostic diagnostic) : exit_(exit), diagnostic_(std::move(diagnostic)) {}

Error::Error(Exit exit, std::string what, std::string advice) : exit_(exit) {
    diagnostic_.what = std::move(what);
    diagnostic_.advice = std::move(advice);
}

std::string place_of(const Diagnostic& diagnostic) {
    if (diagnostic.file.empty()) return "mentor";
    std::string place = in_one_line(diagnostic.file);
    if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0)
        place += fmt::format(":{}", diagnostic.column);
    return place;
}

std::string to_text(const Diagnostic& diagnostic) {
    std::string text = fmt::format("{}: {}{}\n", place_of(diagnostic), severity_of(diagnostic),
                                   in_one_line(diagnostic.what));
    std::string_view advice = diagnostic.advice;
    while (!advice.empty()) {
        const std::size_t end = advice.find('\n');
        text += fmt::format("  {}\n", advice.substr(0, end));
        advice.remove_prefix(end == std::string_view::npos ? advice.size() : end + 1);
    }
    return text;
}

} // namespace mentor
