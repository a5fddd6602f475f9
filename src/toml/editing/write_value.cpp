// SPDX-License-Identifier: MIT
#include "toml/editing/write_value.hpp"

#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mentor {
namespace {

constexpr std::size_t widest_array = 80;

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7F;
}

void append_escaped(std::string& out, char character) {
    switch (character) {
    case '\b':
        out += "\\b";
        return;
    case '\t':
        out += "\\t";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\r':
        out += "\\r";
        return;
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    default:
        break;
    }
    if (is_control(character))
        out += fmt::format("\\u{:04X}", static_cast<unsigned char>(character));
    else
        out += character;
}

std::string write_basic(std::string_view text) {
    std::string out = "\"";
    for (const char character : text)
        append_escaped(out, character);
    return out + '"';
}

// Two quotes in a row mean nothing inside; a third would close the string, and so might any at its
// end.
std::string write_multi_line(std::string_view text, std::string_view newline) {
    std::string out = "\"\"\"" + std::string(newline);
    std::size_t quotes = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        const bool plain_quote = character == '"' && quotes < 2 && at + 1 < text.size();
        quotes = plain_quote ? quotes + 1 : 0;
        if (character == '\n')
            out += newline;
        else if (character == '\t' || plain_quote)
            out += character;
        else
            append_escaped(out, character);
    }
    return out + "\"\"\"";
}

std::string write_string(const std::string& text, const LineStyle& style) {
    if (find_invalid_utf8(text))
        throw Error(Exit::usage, "this text isn't UTF-8, so it can't be stored",
                    "send it as UTF-8; `iconv -t UTF-8` converts it");
    if (text.find('\n') == std::string::npos) return write_basic(text);
    return write_multi_line(text, style.newline);
}

// TOML tells a float from an integer by its point or its exponent.
std::string write_double(double value) {
    if (std::isnan(value)) return std::signbit(value) ? "-nan" : "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string write_array(const Array& array, const LineStyle& style) {
    std::string one_line = "[";
    for (const Value& value : array) {
        if (one_line.size() > 1) one_line += ", ";
        one_line += write_value(value, style);
    }
    one_line += ']';
    const bool fits =
        one_line.find('\n') == std::string::npos && count_code_points(one_line) <= widest_array;
    if (fits || array.empty()) return one_line;

    const LineStyle inner{style.newline, style.indent + "    "};
    std::string lines = "[" + style.newline;
    for (const Value& value : array)
        lines += inner.indent + write_value(value, inner) + "," + style.newline;
    return lines + style.indent + "]";
}

std::string write_table(const Table& table, const LineStyle& style) {
    if (table.empty()) return "{}";
    std::string out = "{";
    for (const auto& [key, value] : table) {
        out += out.size() > 1 ? ", " : " ";
        out += write_key(key) + " = " + write_value(value, style);
    }
    return out + " }";
}

} // namespace

std::string write_value(const Value& value, const LineStyle& style) {
    struct Writer {
        const LineStyle& style;
        std::string operator()(bool of) const { return of ? "true" : "false"; }
        std::string operator()(std::int64_t of) const { return fmt::format("{}", of); }
        std::string operator()(double of) const { return write_double(of); }
        std::string operator()(const std::string& of) const { return write_string(of, style); }
        std::string operator()(const Moment& of) const { return to_iso(of); }
        std::string operator()(const Array& of) const { return write_array(of, style); }
        std::string operator()(const Table& of) const { return write_table(of, style); }
    };
    return std::visit(Writer{style}, value.of);
}

bool is_bare_key(std::string_view key) {
    constexpr std::string_view bare =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    return !key.empty() && key.find_first_not_of(bare) == std::string_view::npos;
}

std::string write_key(std::string_view key) {
    return is_bare_key(key) ? std::string(key) : write_basic(key);
}

std::string write_dotted(const Path& path) {
    std::string out;
    for (const Step& step : path) {
        const auto* key = std::get_if<std::string>(&step);
        if (!key) continue;
        if (!out.empty()) out += '.';
        out += write_key(*key);
    }
    return out;
}

} // namespace mentor
