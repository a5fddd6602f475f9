// SPDX-License-Identifier: MIT
#include "toml/plain.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {
namespace {

using Kind = PlainValue::Kind;

constexpr std::size_t most_bytes = std::size_t{16} << 20; // as for a Document
// What more than these have is read by toml++: names are looked for one by one.
constexpr std::size_t most_names = 32;

bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

bool is_bare(char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || is_digit(c) || c == '_' || c == '-';
}

// Whether a date begins here, by its shape: 2026-11-22.
bool is_date(std::string_view text) {
    return is_shaped(text.substr(0, 10), "dddd-dd-dd");
}

// What some bytes hold between them. The loop is kept as simple as compilers need it to look at
// many bytes at once.
struct Held {
    unsigned high = 0, controls = 0;

    void look(const char* bytes, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) {
            const auto c = static_cast<unsigned char>(bytes[i]);
            high |= c & 0x80u;
            controls |= unsigned{c < 0x20} & unsigned{c != '\n'} & unsigned{c != '\t'};
            controls |= unsigned{c == 0x7f};
        }
    }
};

// No control character but tab and newline, no DEL, and UTF-8.
bool is_text(std::string_view text) {
    constexpr std::size_t block = 64;
    Held held;
    std::string_view left = text;
    for (; left.size() >= block; left.remove_prefix(block))
        held.look(left.data(), block);
    held.look(left.data(), left.size());
    return !held.controls && (!held.high || !find_invalid_utf8(text));
}

class Scanner {
public:
    Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    bool at_end() const { return at_ == text_.size(); }
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    std::size_t at() const { return at_; }

    bool skip(char c) {
        if (next() != c) return false;
        ++at_;
        return true;
    }
    void skip_blanks() {
        while (next() == ' ' || next() == '\t')
            ++at_;
    }
    void skip_comment() {
        if (next() == '#') at_ = line_end();
    }
    // Blanks, a comment, and the line's end or the text's.
    bool end_line() {
        skip_blanks();
        skip_comment();
        return at_end() || skip('\n');
    }
    // Between the elements of a list: as many lines as there are.
    void skip_lines() {
        do {
            skip_blanks();
            skip_comment();
        } while (skip('\n'));
    }

    // "" where there is none.
    std::string_view bare_key() {
        const std::size_t begin = at_;
        while (is_bare(next()))
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    // Each gives false where what stands here isn't plain; the place is then of no meaning.
    bool value(PlainValue& value) {
        switch (next()) {
        case '"':
        case '\'':
            return string(value);
        case '[':
            return array(value);
        case '{':
            return inline_table(value);
        case 't':
        case 'f':
            return boolean(value);
        default:
            return is_date(rest()) ? date_time(value) : integer(value);
        }
    }
    bool key_value(PlainStatement& statement) {
        statement.key = bare_key();
        skip_blanks();
        if (statement.key.empty() || !skip('=')) return false;
        skip_blanks();
        return value(statement.value);
    }
    // Behind the mark that begins a list or an inline table: calls take() where an element begins,
    // which gives false where none may be.
    template<class Take>
    bool elements(char close, Take take);
    bool header(PlainSection& section);

private:
    std::string_view rest() const { return text_.substr(at_); }
    std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
    bool take(PlainValue& value, Kind kind, std::size_t begin, std::size_t end) {
        value = {kind, false, text_.substr(begin, end - begin)};
        return true;
    }

    bool string(PlainValue& value);
    bool string_of_lines(PlainValue& value);
    bool skip_escape();
    bool array(PlainValue& value);
    bool inline_table(PlainValue& value);
    bool boolean(PlainValue& value);
    bool date_time(PlainValue& value);
    bool integer(PlainValue& value);
    bool ends_value() const; // what may follow a value that has no mark at its end

    std::string_view text_;
    std::size_t at_;
    bool is_inside_ = false; // of a list or an inline table, which holds no further one
};

template<class Take>
bool Scanner::elements(char close, Take take) {
    const bool is_list = close == ']'; // it may go over lines, and end with a comma
    const auto skip_space = [&] { is_list ? skip_lines() : skip_blanks(); };
    skip_space();
    while (!skip(close)) {
        if (!take()) return false;
        skip_space();
        if (skip(',')) {
            skip_space();
            if (!is_list && next() == close) return false;
        } else if (next() != close) {
            return false;
        }
    }
    return true;
}

bool Scanner::skip_escape() {
    ++at_;
    constexpr std::string_view letters = "btnfr\"\\";
    if (at_end() || letters.find(next()) == std::string_view::npos) return false;
    ++at_;
    return true;
}

bool Scanner::string(PlainValue& value) {
    const char quote = next();
    if (rest().starts_with(quote == '"' ? R"(""")" : "'''")) return string_of_lines(value);
    const std::size_t begin = ++at_;
    bool has_escapes = false;
    for (;; ++at_) {
        while (quote == '"' && next() == '\\') {
            has_escapes = true;
            if (!skip_escape()) return false;
        }
        if (at_end() || next() == '\n') return false;
        if (next() == quote) break;
    }
    take(value, Kind::text, begin, at_++);
    value.has_escapes = has_escapes;
    return true;
}

bool Scanner::string_of_lines(PlainValue& value) {
    const std::string_view quotes = next() == '"' ? R"(""")" : "'''";
    at_ += quotes.size();
    skip('\n');
    const std::size_t begin = at_;
    const std::size_t end = text_.find(quotes, begin);
    if (end == std::string_view::npos) return false;
    take(value, Kind::text, begin, end);
    if (quotes.front() == '"' && value.bytes.find('\\') != std::string_view::npos) {
        value.has_escapes = true;
        // The first of the three quotes isn't an escaped one.
        for (Scanner within(value.bytes); !within.at_end();) {
            if (within.next() != '\\')
                ++within.at_;
            else if (!within.skip_escape())
                return false;
        }
    }
    at_ = end + quotes.size();
    return next() != quotes.front(); // which would belong to the text
}

bool Scanner::array(PlainValue& value) {
    if (is_inside_) return false;
    is_inside_ = true;
    const std::size_t begin = at_++;
    PlainValue element;
    if (!elements(']', [&] { return this->value(element); })) return false;
    is_inside_ = false;
    return take(value, Kind::list, begin, at_);
}

bool Scanner::inline_table(PlainValue& value) {
    if (is_inside_) return false;
    is_inside_ = true;
    const std::size_t begin = at_++;
    std::vector<std::string_view> keys;
    PlainStatement entry;
    const auto take_entry = [&] {
        if (!key_value(entry) || keys.size() == most_names) return false;
        if (std::ranges::find(keys, entry.key) != keys.end()) return false;
        keys.push_back(entry.key);
        return true;
    };
    if (!elements('}', take_entry)) return false;
    is_inside_ = false;
    return take(value, Kind::table, begin, at_);
}

bool Scanner::boolean(PlainValue& value) {
    const std::size_t begin = at_;
    at_ += next() == 't' ? 4 : 5;
    if (at_ > text_.size()) return false;
    take(value, Kind::flag, begin, at_);
    return (value.bytes == "true" || value.bytes == "false") && ends_value();
}

bool Scanner::date_time(PlainValue& value) {
    constexpr std::size_t date_size = 10, moment_size = 19; // 2026-11-22 15:30:00
    const std::size_t begin = at_;
    at_ += date_size;
    const bool has_time =
        next() == 'T' || (next() == ' ' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]));
    if (has_time) at_ = begin + moment_size;
    if (at_ > text_.size()) return false;
    take(value, has_time ? Kind::moment : Kind::date, begin, at_);
    return to_moment(value) && ends_value();
}

bool Scanner::integer(PlainValue& value) {
    constexpr std::size_t most_digits = 18;
    const std::size_t begin = at_;
    const bool is_negative = skip('-');
    const std::size_t first = at_;
    while (is_digit(next()))
        ++at_;
    const std::size_t digits = at_ - first;
    const bool is_plain = 1 <= digits && digits <= most_digits &&
                          (text_[first] != '0' || (digits == 1 && !is_negative));
    return is_plain && take(value, Kind::number, begin, at_) && ends_value();
}

bool Scanner::ends_value() const {
    constexpr std::string_view ends = " \t\n#,]}";
    return at_end() || ends.find(next()) != std::string_view::npos;
}

bool Scanner::header(PlainSection& section) {
    ++at_;
    section.is_element = skip('[');
    section.name = bare_key();
    return !section.name.empty() && skip(']') && (!section.is_element || skip(']'));
}

class Sections {
public:
    explicit Sections(PlainText& into) : into_(into) {
        into_.statements.clear();
        into_.sections.assign(1, {});
    }

    bool read_header(Scanner& in) {
        PlainSection section;
        if (!in.header(section) || !is_free(section)) return false;
        section.begin = section.end = into_.statements.size();
        into_.sections.push_back(section);
        return true;
    }
    bool read_statement(Scanner& in) {
        PlainSection& section = into_.sections.back();
        PlainStatement statement;
        if (!in.key_value(statement) || section.end - section.begin == most_names) return false;
        if (has(section, statement.key)) return false;
        into_.statements.push_back(statement);
        ++section.end;
        return true;
    }

private:
    bool has(const PlainSection& section, std::string_view key) const {
        const auto begin = into_.statements.begin();
        return std::any_of(begin + static_cast<std::ptrdiff_t>(section.begin),
                           begin + static_cast<std::ptrdiff_t>(section.end),
                           [&](const PlainStatement& known) { return known.key == key; });
    }
    // Nothing else has its name, but for further elements of one array.
    bool is_free(const PlainSection& section) {
        const auto known = std::ranges::find(named_, section.name, &PlainSection::name);
        if (known != named_.end()) return known->is_element && section.is_element;
        if (named_.size() == most_names || has(into_.sections.front(), section.name)) return false;
        named_.push_back(section);
        return true;
    }

    PlainText& into_;
    std::vector<PlainSection> named_; // the first of each name
};

// How far it was read; nothing where it isn't plain.
std::optional<std::size_t> read(std::string_view text, bool only_head, PlainText& into) {
    if (text.size() > most_bytes) return std::nullopt;
    Scanner in(text);
    Sections sections(into);
    while (!in.at_end()) {
        in.skip_blanks();
        if (in.next() == '[') {
            if (only_head) break;
            if (!sections.read_header(in)) return std::nullopt;
        } else if (is_bare(in.next()) && !sections.read_statement(in)) {
            return std::nullopt;
        }
        if (!in.end_line()) return std::nullopt;
    }
    if (!is_text(text.substr(0, in.at()))) return std::nullopt;
    return in.at();
}

} // namespace

bool read_plain(std::string_view text, PlainText& into) {
    return read(text, false, into).has_value();
}

std::optional<std::size_t> read_plain_head(std::string_view text, PlainText& into) {
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

std::optional<Moment> to_moment(const PlainValue& value) {
    const auto date = find_iso_date(value.bytes.substr(0, 10));
    if (!date || value.kind == Kind::date)
        return date ? std::optional<Moment>({*date, {}}) : std::nullopt;
    const std::string_view time = value.bytes.substr(11); // 15:30:00
    const auto two_digits = [&](std::size_t at) {
        return is_digit(time[at]) && is_digit(time[at + 1])
                   ? (time[at] - '0') * 10 + (time[at + 1] - '0')
                   : 99;
    };
    const int hour = two_digits(0), minute = two_digits(3), second = two_digits(6);
    const bool is_time =
        time[2] == ':' && time[5] == ':' && hour < 24 && minute < 60 && second < 60;
    if (!is_time) return std::nullopt;
    return Moment{*date, TimeOfDay{hour, minute, second}};
}

std::vector<PlainValue> elements_of(const PlainValue& list) {
    std::vector<PlainValue> elements;
    Scanner in(list.bytes, 1);
    in.elements(']', [&] { return in.value(elements.emplace_back()); });
    return elements;
}

std::vector<PlainStatement> entries_of(const PlainValue& table) {
    std::vector<PlainStatement> entries;
    Scanner in(table.bytes, 1);
    in.elements('}', [&] { return in.key_value(entries.emplace_back()); });
    return entries;
}

} // namespace mentor
