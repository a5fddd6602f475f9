// SPDX-License-Identifier: MIT
#include "toml/recover.hpp"

#include "core/text.hpp"
#include "toml/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {

namespace {

constexpr std::size_t most_faults = 20;

bool is_toml(std::string text, const std::string& name) {
    try {
        Document::parse(std::move(text), name);
        return true;
    } catch (const Error&) {
        return false;
    }
}

// What may begin or end on another line: a list, a table, a long text, a conflict that git left.
bool stands_alone(std::string_view line) {
    constexpr std::array<std::string_view, 9> signs = {"[",   "]",   "{",   "}",  "\"\"\"",
                                                       "'''", "<<<", "===", ">>>"};
    return std::ranges::none_of(
        signs, [&](std::string_view sign) { return line.find(sign) != std::string_view::npos; });
}

// Puts a line in the place of the faulty one with which all that stands before it is TOML; false
// where no line is sure to do.
bool take_out(std::string& text, int line, const std::string& name) {
    const std::size_t begin = offset_of(text, {static_cast<toml::source_index>(line), 1});
    const std::size_t end = line_end(text, begin);
    const std::string_view old = std::string_view(text).substr(begin, end - begin);
    const std::string key = trim(old.substr(0, std::min(old.find('='), old.size())));
    // What an id was, references to it may tell, or not.
    if (!stands_alone(old) || key == "id") return false;
    for (const std::string& fresh : {key + " = \"\"\n", std::string("\n")}) {
        if (!is_toml(text.substr(0, begin) + fresh, name)) continue;
        text.replace(begin, end - begin, fresh);
        return true;
    }
    return false;
}

} // namespace

Recovered recover(std::string text, const std::string& name) {
    Recovered recovered;
    while (recovered.faults.size() < most_faults) {
        try {
            recovered.rest = Document::parse(text, name);
            return recovered;
        } catch (const Error& error) {
            const Diagnostic& fault = error.diagnostic();
            const bool is_first = recovered.faults.empty();
            // Not behind the last one: that a line was taken out is its cause.
            if (!is_first && fault.line <= recovered.faults.back().line) return recovered;
            recovered.faults.push_back(fault);
            if (fault.line == 0 || !take_out(text, fault.line, name)) return recovered;
        }
    }
    return recovered;
}

} // namespace mentor
