// SPDX-License-Identifier: MIT
#include "core/imports/json_reader.hpp"

#include "core/imports/foreign_text.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

namespace mentor {
namespace {

constexpr int most_depth = 200; // the stack ends somewhere

class JsonReader {
public:
    JsonReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    JsonValue whole() {
        JsonValue value = next_value(0);
        skip_space();
        if (at_ < text_.size()) refuse("something stands behind the end");
        return value;
    }

private:
    [[noreturn]] void refuse(const std::string& what) const {
        throw Error(
            Exit::broken,
            {.what = fmt::format("this isn't JSON: {}", what),
             .advice = "if the file was cut short or edited, have it written again",
             .file = file_,
             .line = line_,
             .column =
                 1 + static_cast<int>(
                         to_code_points(text_.substr(line_start_, at_ - line_start_)).size())});
    }

    bool is_at_end() const { return at_ >= text_.size(); }
    char here() const { return is_at_end() ? '\0' : text_[at_]; }

    void skip_space() {
        for (; !is_at_end() && std::string_view(" \t\r\n").find(here()) != std::string_view::npos;
             ++at_) {
            if (here() != '\n') continue;
            ++line_;
            line_start_ = at_ + 1;
        }
    }

    bool take(char c) {
        skip_space();
        if (is_at_end() || here() != c) return false;
        ++at_;
        return true;
    }

    void need(char c) {
        if (!take(c)) refuse(fmt::format("'{}' is missing", c));
    }

    JsonValue next_value(int depth) {
        if (depth > most_depth) refuse("it is nested too deeply");
        skip_space();
        JsonValue value;
        value.line = line_;
        switch (here()) {
        case '{':
            value.of = next_fields(depth);
            break;
        case '[':
            value.of = next_list(depth);
            break;
        case '"':
            value.of = next_text();
            break;
        default:
            next_word(value);
        }
        return value;
    }

    JsonFields next_fields(int depth) {
        JsonFields fields;
        need('{');
        if (take('}')) return fields;
        do {
            skip_space();
            if (here() != '"') refuse("a name in quotes is missing");
            std::string name = next_text();
            need(':');
            fields.emplace_back(std::move(name), next_value(depth + 1));
        } while (take(','));
        need('}');
        return fields;
    }

    JsonList next_list(int depth) {
        JsonList list;
        need('[');
        if (take(']')) return list;
        do {
            list.push_back(next_value(depth + 1));
        } while (take(','));
        need(']');
        return list;
    }

    void next_word(JsonValue& value) {
        const std::size_t begin = at_;
        const auto is_of_word = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' ||
                   c == '.' || c == 'E';
        };
        while (!is_at_end() && is_of_word(here()))
            ++at_;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word == "true" || word == "false") {
            value.of = word == "true";
        } else if (!word.empty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'))) {
            value.of = JsonValue::Number{std::string(word)};
        } else if (word != "null") {
            at_ = begin;
            refuse("a value is missing");
        }
    }

    std::uint32_t next_hex() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = here();
            const bool is_digit = c >= '0' && c <= '9';
            const char lower = static_cast<char>(c | 0x20);
            if (!is_digit && (lower < 'a' || lower > 'f')) refuse("\\u wants four hex digits");
            value = value * 16 + static_cast<std::uint32_t>(is_digit ? c - '0' : lower - 'a' + 10);
        }
        return value;
    }

    // Half of a pair without its other half is U+FFFD.
    void add_code_unit(std::string& out) {
        std::uint32_t point = next_hex();
        if ((point & 0xFC00) == 0xD800 && text_.substr(at_).starts_with("\\u")) {
            const std::size_t before = at_;
            at_ += 2;
            const std::uint32_t second = next_hex();
            if ((second & 0xFC00) == 0xDC00)
                point = 0x10000 + ((point & 0x3FF) << 10) + (second & 0x3FF);
            else
                at_ = before;
        }
        append_utf8(out, (point & 0xFFFFF800) == 0xD800 ? 0xFFFD : point);
    }

    void add_escape(std::string& out) {
        constexpr std::string_view names = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
        const char c = here();
        if (is_at_end()) refuse("a text has no end");
        ++at_;
        if (c == 'u') return add_code_unit(out);
        const std::size_t which = names.find(c);
        if (which == std::string_view::npos) refuse("there is no such escape");
        out += meant[which];
    }

    std::string next_text() {
        std::string out;
        for (++at_; here() != '"' || is_at_end();) {
            if (is_at_end() || here() == '\n') refuse("a text has no end");
            if (here() == '\\') {
                ++at_;
                add_escape(out);
            } else {
                out += text_[at_++];
            }
        }
        ++at_;
        return out;
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0, line_start_ = 0;
    int line_ = 1;
};

} // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
    const auto* fields = std::get_if<JsonFields>(&of);
    if (!fields) return nullptr;
    for (auto field = fields->rbegin(); field != fields->rend(); ++field)
        if (field->first == name) return &field->second;
    return nullptr;
}

const std::string* JsonValue::find_text() const {
    return std::get_if<std::string>(&of);
}

const JsonList* JsonValue::find_list() const {
    return std::get_if<JsonList>(&of);
}

std::string JsonValue::text_of(std::string_view name) const {
    const JsonValue* value = find(name);
    const std::string* text = value ? value->find_text() : nullptr;
    return text ? *text : "";
}

JsonValue parse_json(std::string_view text, const std::string& file) {
    return JsonReader(text, file).whole();
}

} // namespace mentor
