// SPDX-License-Identifier: MIT
#include "report/faces/html/html_text.hpp"

#include "core/text.hpp"
#include "report/faces/styled_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace mentor {
namespace {

std::string with_entities(std::string_view words) {
    std::string result;
    for (const char c : words) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

// The characters that RFC 3986 leaves out, and the backslash of what was made visible.
bool may_stand_in_address(char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '\x7F' &&
           std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

bool is_web_address(std::string_view words) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (words.size() > scheme.size() && fold(words.substr(0, scheme.size())) == scheme)
            return words[scheme.size()] != '/' && std::ranges::all_of(words, may_stand_in_address);
    return false;
}

std::string html_run(const Run& run) {
    const std::string words = with_entities(run.text);
    if (is_web_address(run.text)) return fmt::format("<a href=\"{0}\">{0}</a>", words);
    if (trim(run.text).empty()) return words;
    if (run.style == Style::command) return fmt::format("<code>{}</code>", words);
    if (run.style == Style::strong || run.style == Style::found)
        return fmt::format("<strong>{}</strong>", words);
    const std::string_view name = html_class(run.style);
    return name.empty() ? words : fmt::format("<span class=\"{}\">{}</span>", name, words);
}

std::string html_line(const Text& text) {
    std::string result;
    for (const Run& run : text)
        result += html_run(run);
    return trim(result);
}

} // namespace

std::string html_escaped(std::string_view words) {
    return with_entities(plain(prepared_cell({{std::string(words)}})));
}

std::string html_lines(const Text& text) {
    std::vector<std::string> lines;
    for (const Text& line : wrap(prepared(text), 0))
        lines.push_back(html_line(line));
    return join(lines, "<br>\n");
}

std::string html_cell(const Text& text) {
    return html_line(prepared_cell(text));
}

std::string_view html_class(Style style) {
    switch (style) {
    case Style::quiet:
        return "quiet";
    case Style::good:
        return "good";
    case Style::soon:
    case Style::warning:
        return "soon";
    case Style::late:
    case Style::error:
        return "late";
    case Style::name:
        return "name";
    default:
        return "";
    }
}

} // namespace mentor
