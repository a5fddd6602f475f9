// SPDX-License-Identifier: MIT
#include "mentor/error.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace mentor {

namespace {

// "ada-lovelace.toml:14:8", as far as it is known.
std::string place_of(const Diagnostic& diagnostic) {
    std::string place = diagnostic.file;
    if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0)
        place += fmt::format(":{}", diagnostic.column);
    return place;
}

std::string headline_of(const Diagnostic& diagnostic) {
    const bool warning = diagnostic.severity == Severity::warning;
    if (!diagnostic.file.empty())
        return fmt::format("{}: {}: ", place_of(diagnostic), warning ? "warning" : "error");
    return warning ? "mentor: warning: " : "mentor: ";
}

} // namespace

Error::Error(Exit exit, Diagnostic diagnostic) : exit_(exit), diagnostic_(std::move(diagnostic)) {}

Error::Error(Exit exit, std::string what, std::string advice) : exit_(exit) {
    diagnostic_.what = std::move(what);
    diagnostic_.advice = std::move(advice);
}

std::string to_text(const Diagnostic& diagnostic) {
    std::string text = headline_of(diagnostic) + diagnostic.what + "\n";
    std::string_view advice = diagnostic.advice;
    while (!advice.empty()) {
        const std::size_t end = advice.find('\n');
        text += fmt::format("  {}\n", advice.substr(0, end));
        advice.remove_prefix(end == std::string_view::npos ? advice.size() : end + 1);
    }
    return text;
}

} // namespace mentor
