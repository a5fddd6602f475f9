// SPDX-License-Identifier: MIT
#include "toml/plain/plain.hpp"

#include "core/text.hpp"
#include "toml/plain/plain_scanner.hpp"

#include <algorithm>
#include <array>

namespace mentor {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20; // as for a Document

// A block of bytes. Its loops have a fixed length and no branch, which compilers need to look at
// many bytes at once.
struct Block {
    static constexpr std::size_t size = 256;
    const char* bytes;

    // What nearly all are: no control character but tab and newline, no DEL, and ASCII.
    bool is_plain() const {
        unsigned char others = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const bool is_other = is_control(bytes[i]) | (static_cast<signed char>(bytes[i]) < 0);
            others |= is_other;
        }
        return others == 0;
    }
    bool has_controls() const { return std::any_of(bytes, bytes + size, is_control); }

private:
    static bool is_control(char byte) {
        const auto c = static_cast<signed char>(byte); // below 0 behind ASCII
        return ((c >= 0) & (c < 0x20) & (c != '\n') & (c != '\t')) | (c == 0x7f);
    }
};

// No control character but tab and newline, no DEL, and UTF-8.
bool is_text(std::string_view text) {
    std::optional<std::size_t> first; // block that isn't ASCII
    std::size_t last = 0, at = 0;
    const auto is_sound = [&](Block block) {
        if (block.is_plain()) return true;
        if (block.has_controls()) return false;
        if (!first) first = at;
        last = at;
        return true;
    };
    for (; at + Block::size <= text.size(); at += Block::size)
        if (!is_sound({text.data() + at})) return false;
    std::array<char, Block::size> rest{};
    rest.fill(' ');
    std::ranges::copy(text.substr(at), rest.begin());
    if (!is_sound({rest.data()})) return false;
    // A character over the edge of two blocks is in both.
    return !first || !find_invalid_utf8(text.substr(*first, last + Block::size - *first));
}

class Sections {
public:
    explicit Sections(PlainText& into) : into_(into) {
        into_.statements.clear();
        into_.sections.assign(1, {});
        into_.marks = 0;
    }

    bool read_header(Scanner& in) {
        PlainSection section;
        if (!in.header(section) || !is_free(section)) return false;
        section.begin = section.end = into_.statements.size();
        into_.sections.push_back(section);
        into_.marks |= mark_of(section.name);
        return true;
    }
    bool read_statement(Scanner& in) {
        PlainSection& section = into_.sections.back();
        PlainStatement& statement = into_.statements.emplace_back();
        if (!in.key_value(statement) || section.end - section.begin == most_names) return false;
        if (has(section, statement.key, statement.mark)) return false;
        ++section.end;
        section.marks |= statement.mark;
        return true;
    }

private:
    bool has(const PlainSection& section, std::string_view key, std::uint64_t mark) const {
        return (section.marks & mark) && has_key(section, key, mark);
    }
    bool has_key(const PlainSection& section, std::string_view key, std::uint64_t mark) const {
        const auto begin = into_.statements.begin();
        return std::any_of(begin + static_cast<std::ptrdiff_t>(section.begin),
                           begin + static_cast<std::ptrdiff_t>(section.end),
                           [&](const PlainStatement& known) { return known.is_of(key, mark); });
    }
    // Nothing else has its name, but for further elements of one array.
    bool is_free(const PlainSection& section) {
        const auto known = std::ranges::find(named_, section.name, &PlainSection::name);
        if (known != named_.end()) return known->is_element && section.is_element;
        if (named_.size() == most_names ||
            has(into_.sections.front(), section.name, mark_of(section.name)))
            return false;
        named_.push_back(section);
        return true;
    }

    PlainText& into_;
    std::vector<PlainSection> named_; // the first of each name
};

// How far it was read; nothing where it isn't plain.
std::optional<std::size_t> read(const std::string& text, bool only_head, PlainText& into) {
    if (text.size() > most_bytes) return std::nullopt;
    Scanner in(text);
    Sections sections(into);
    // Room for as many as there mostly are: grown into, it would be written again and again.
    constexpr std::size_t bytes_a_statement = 32;
    if (!only_head) into.statements.reserve(text.size() / bytes_a_statement);
    while (!in.at_end()) {
        in.skip_blanks();
        if (in.next() == '[') {
            if (only_head) break;
            if (!sections.read_header(in)) return std::nullopt;
        } else if (bare.has(in.next()) && !sections.read_statement(in)) {
            return std::nullopt;
        }
        if (!in.end_line()) return std::nullopt;
    }
    if (!is_text(std::string_view(text).substr(0, in.at()))) return std::nullopt;
    return in.at();
}

} // namespace

bool read_plain(const std::string& text, PlainText& into) {
    return read(text, false, into).has_value();
}

std::optional<std::size_t> read_plain_head(const std::string& text, PlainText& into) {
    return read(text, true, into);
}

std::string to_text(const PlainValue& value) {
    if (!value.has_escapes) return std::string(value.bytes);
    constexpr std::string_view letters = "btnfr\"\\", meant = "\b\t\n\f\r\"\\";
    std::string text;
    text.reserve(value.bytes.size());
    for (std::size_t at = 0; at < value.bytes.size(); ++at) {
        const char c = value.bytes[at];
        text += c == '\\' ? meant[letters.find(value.bytes[++at])] : c;
    }
    return text;
}

std::int64_t to_number(const PlainValue& value) {
    std::int64_t number = 0;
    for (const char c : value.bytes)
        if (is_digit(c)) number = 10 * number + (c - '0');
    return value.bytes.starts_with('-') ? -number : number;
}

bool to_flag(const PlainValue& value) {
    return value.bytes == "true";
}

Moment to_moment(const PlainValue& value) {
    if (value.kind == PlainValue::Kind::date) return {value.day, std::nullopt};
    return {value.day, find_time(value.bytes.substr(date_size + 1))};
}

void for_each_element(const PlainValue& list, const std::function<void(const PlainValue&)>& take) {
    Scanner in(list.bytes, 1);
    in.elements(']', [&] {
        PlainValue element;
        if (!in.value(element)) return false;
        take(element);
        return true;
    });
}

std::vector<PlainValue> elements_of(const PlainValue& list) {
    std::vector<PlainValue> elements;
    for_each_element(list, [&](const PlainValue& element) { elements.push_back(element); });
    return elements;
}

std::vector<PlainStatement> entries_of(const PlainValue& table) {
    std::vector<PlainStatement> entries;
    Scanner in(table.bytes, 1);
    in.elements('}', [&] { return in.key_value(entries.emplace_back()); });
    return entries;
}

} // namespace mentor
