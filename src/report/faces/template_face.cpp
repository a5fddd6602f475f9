// SPDX-License-Identifier: MIT
#include "report/faces/template_face.hpp"

#include "core/text.hpp"
#include "report/faces/json_face.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

using FieldPath = std::vector<std::string>; // "agreement.every" in steps

// Literal text, and the field that follows it; no field at the end of the template.
struct Piece {
    std::string literal;
    FieldPath field;
};

[[noreturn]] void refuse_field(std::string_view name, const std::vector<std::string>& known) {
    throw Error(Exit::usage, fmt::format("there is no field {{{}}}", name),
                "known fields: " + join(known, ", "));
}

// The path up to `step`, as it is written.
std::string written(const FieldPath& path, std::size_t step) {
    return join(FieldPath(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(step)), ".");
}

char escape_of(char letter) {
    switch (letter) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case '0':
        return '\0';
    case 'e':
        return '\x1b';
    case '\\':
        return '\\';
    default:
        throw Error(Exit::usage, fmt::format("a template has no escape \\{}", letter),
                    "write \\n, \\t, \\r, \\0, \\e, or \\\\ for a backslash");
    }
}

std::vector<Piece> parse_template(std::string_view format) {
    std::vector<Piece> pieces(1);
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        const bool doubled = i + 1 < format.size() && format[i + 1] == c;
        if (c == '\\' && i + 1 < format.size()) {
            pieces.back().literal += escape_of(format[++i]);
        } else if ((c == '{' || c == '}') && doubled) {
            pieces.back().literal += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = format.find('}', i);
            if (end == std::string_view::npos) {
                throw Error(Exit::usage,
                            fmt::format("the brace of \"{}\" is never closed", format.substr(i)),
                            "write {field}, or {{ for a brace itself");
            }
            pieces.back().field = split(format.substr(i + 1, end - i - 1), '.');
            pieces.emplace_back();
            i = end;
        } else if (c == '}') {
            throw Error(Exit::usage,
                        fmt::format("the brace after \"{}\" was never opened", format.substr(0, i)),
                        "write {field}, or }} for a brace itself");
        } else {
            pieces.back().literal += c;
        }
    }
    return pieces;
}

const Data* find_field(const Fields& fields, std::string_view name) {
    const auto it = std::find_if(fields.begin(), fields.end(),
                                 [&](const auto& field) { return field.first == name; });
    return it == fields.end() ? nullptr : &it->second;
}

std::string text_of(const Data& data, const FieldPath& path, std::size_t step);

std::string text_of(const Fields& fields, const FieldPath& path, std::size_t step) {
    if (step == path.size()) return to_compact_json(fields);
    if (const Data* found = find_field(fields, path[step])) return text_of(*found, path, step + 1);
    std::vector<std::string> known;
    const std::string before = written(path, step);
    for (const auto& [name, value] : fields) {
        known.push_back(before.empty() ? name : before + "." + name);
    }
    refuse_field(join(path, "."), known);
}

std::string text_of(const Data& data, const FieldPath& path, std::size_t step) {
    if (const auto* fields = std::get_if<Fields>(&data.of)) return text_of(*fields, path, step);
    if (const auto* list = std::get_if<List>(&data.of)) {
        std::vector<std::string> parts;
        for (const Data& value : *list)
            parts.push_back(text_of(value, path, step));
        return join(parts, ", ");
    }
    if (std::holds_alternative<std::nullptr_t>(data.of)) return "";
    if (step < path.size()) {
        throw Error(Exit::usage, fmt::format("there is no field {{{}}}", join(path, ".")),
                    fmt::format("{{{}}} has no fields of its own", written(path, step)));
    }
    if (const auto* text = std::get_if<std::string>(&data.of)) return *text;
    return to_compact_json(data);
}

// What has lines by its nature. The text that a search found is of any kind, which its key tells.
bool has_lines(std::string_view field, const Fields& item) {
    if (field == "body" || field == "note") return true;
    if (field != "text") return false;
    const Data* key = find_field(item, "key");
    const auto* name = key ? std::get_if<std::string>(&key->of) : nullptr;
    return !name || *name == "note";
}

} // namespace

std::string to_template(const Report& report, std::string_view format, char end, Values values) {
    const std::vector<Piece> pieces = parse_template(format);
    for (const Piece& piece : pieces) {
        if (piece.field.empty()) continue;
        const auto& known = report.fields;
        if (std::find(known.begin(), known.end(), piece.field.front()) == known.end()) {
            refuse_field(join(piece.field, "."), known);
        }
    }
    std::string result;
    for (const Fields& item : report.items) {
        for (const Piece& piece : pieces) {
            result += piece.literal;
            if (piece.field.empty()) continue;
            std::string value = text_of(item, piece.field, 0);
            // What ends with NUL is exact.
            if (end == '\n' && !has_lines(piece.field.back(), item)) value = one_line(value);
            result += values == Values::visible ? visible(value) : value;
        }
        result += end;
    }
    return result;
}

} // namespace mentor
