// SPDX-License-Identifier: MIT
#include "report/faces/exports/csv_face.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace mentor {
namespace {

std::string text_of(const Data& data);

std::string text_of(const List& list) {
    std::vector<std::string> parts;
    for (const Data& each : list)
        parts.push_back(text_of(each));
    return join(parts, "; ");
}

std::string text_of(const Fields& fields) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : fields)
        parts.push_back(fmt::format("{}={}", name, text_of(value)));
    return join(parts, "; ");
}

std::string text_of(const Data& data) {
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::nullptr_t>)
                return "";
            else if constexpr (std::is_same_v<Value, bool>)
                return value ? "true" : "false";
            else if constexpr (std::is_same_v<Value, std::string>)
                return value;
            else if constexpr (std::is_arithmetic_v<Value>)
                return fmt::format("{}", value);
            else
                return text_of(value);
        },
        data.of);
}

bool is_number(const Data& data) {
    return std::holds_alternative<std::int64_t>(data.of) || std::holds_alternative<double>(data.of);
}

std::string cell(const Data& data) {
    std::string text = without_controls(text_of(data));
    if (!is_number(data) && !text.empty() &&
        std::string_view("=+-@\t").find(text[0]) != std::string_view::npos)
        text.insert(0, "'");
    const bool has_edge = text != trim(text);
    if (!has_edge && text.find_first_of("\",;\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

void add_row(std::string& out, const std::vector<std::string>& cells) {
    out += join(cells, ",");
    out += "\r\n";
}

} // namespace

std::string to_csv(const Report& report) {
    std::string out;
    add_row(out, report.fields);
    for (const Fields& item : report.items) {
        std::vector<std::string> cells;
        for (const auto& [name, value] : item)
            cells.push_back(cell(value));
        add_row(out, cells);
    }
    return out;
}

} // namespace mentor
