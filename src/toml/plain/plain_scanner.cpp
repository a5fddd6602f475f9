// SPDX-License-Identifier: MIT
#include "toml/plain/plain_scanner.hpp"

namespace mentor {

using Kind = PlainValue::Kind;

std::optional<TimeOfDay> find_time(std::string_view text) {
    if (!is_shaped(text, "dd:dd:dd")) return std::nullopt;
    const auto number = [&](std::size_t at) {
        return 10 * (text[at] - '0') + (text[at + 1] - '0');
    };
    const TimeOfDay time{number(0), number(3), number(6)};
    const bool is_on_clock = time.hour < 24 && time.minute < 60 && time.second < 60;
    return is_on_clock ? std::optional(time) : std::nullopt;
}

bool Scanner::other_value(PlainValue& value) {
    switch (next()) {
    case '\'':
        return string<'\''>(value);
    case '[':
        return array(value);
    case '{':
        return inline_table(value);
    case 't':
    case 'f':
        return boolean(value);
    default:
        return integer(value);
    }
}

bool Scanner::skip_escape() {
    ++at_;
    constexpr std::string_view letters = "btnfr\"\\";
    if (at_end() || letters.find(next()) == std::string_view::npos) return false;
    ++at_;
    return true;
}

// To what ends the text, or the end of all; over an escape at once.
template<class Ends>
bool Scanner::skip_escaped(Ends ends) {
    while (!at_end() && !ends(next())) {
        if (next() != '\\')
            ++at_;
        else if (!skip_escape())
            return false;
    }
    return true;
}

// At the first of them, in a string that began at `begin`.
bool Scanner::string_with_escapes(PlainValue& value, const char* begin) {
    if (!skip_escaped([](char c) { return c == '"' || c == '\n'; })) return false;
    if (at_end() || next() != '"') return false;
    value.has_escapes = value.may_have_lines = true;
    return take(value, Kind::text, begin, at_++);
}

// At the third of the quotes that begin it.
bool Scanner::string_of_lines(PlainValue& value) {
    const std::string_view quotes = next() == '"' ? R"(""")" : "'''";
    ++at_;
    skip('\n');
    const std::size_t size = ahead(left()).find(quotes);
    if (size == std::string_view::npos) return false;
    take(value, Kind::text, at_, at_ + size);
    value.may_have_lines = true;
    if (quotes.front() == '"' && value.bytes.find('\\') != std::string_view::npos) {
        value.has_escapes = true;
        // The first of the three quotes isn't an escaped one.
        if (!Scanner(value.bytes).skip_escaped([](char) { return false; })) return false;
    }
    at_ += size + quotes.size();
    return next() != quotes.front(); // which would belong to the text
}

bool Scanner::array(PlainValue& value) {
    if (is_inside_) return false;
    is_inside_ = true;
    const char* begin = at_++;
    bool has_only_texts = true;
    const auto take_element = [&] {
        PlainValue element;
        if (!this->value(element)) return false;
        has_only_texts = has_only_texts && element.kind == Kind::text;
        return true;
    };
    if (!elements(']', take_element)) return false;
    is_inside_ = false;
    take(value, Kind::list, begin, at_);
    value.has_only_texts = has_only_texts;
    return true;
}

bool Scanner::inline_table(PlainValue& value) {
    if (is_inside_) return false;
    is_inside_ = true;
    const char* begin = at_++;
    std::vector<std::string_view> keys;
    const auto take_entry = [&] {
        PlainStatement entry;
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
    const char* begin = at_;
    for (const std::string_view word : {"true", "false"}) {
        if (ahead(word.size()) != word) continue;
        at_ += word.size();
        return take(value, Kind::flag, begin, at_) && ends_value();
    }
    return false;
}

bool Scanner::date_time(PlainValue& value, Date day) {
    constexpr std::size_t time_size = 8; // 15:30:00
    const char* begin = at_;
    at_ += date_size;
    const bool has_time = next() == 'T' || (next() == ' ' && left() > 1 && is_digit(at_[1]));
    if (has_time) {
        ++at_;
        if (!find_time(ahead(time_size))) return false;
        at_ += time_size;
    }
    take(value, has_time ? Kind::moment : Kind::date, begin, at_);
    value.day = day;
    return ends_value();
}

bool Scanner::integer(PlainValue& value) {
    constexpr std::ptrdiff_t most_digits = 18;
    const char* begin = at_;
    const bool is_negative = skip('-');
    const char* first = at_;
    skip_while(is_digit);
    const auto digits = at_ - first;
    const bool is_plain =
        1 <= digits && digits <= most_digits && (*first != '0' || (digits == 1 && !is_negative));
    return is_plain && take(value, Kind::number, begin, at_) && ends_value();
}

bool Scanner::header(PlainSection& section) {
    ++at_;
    section.is_element = skip('[');
    section.name = bare_key();
    return !section.name.empty() && skip(']') && (!section.is_element || skip(']'));
}

} // namespace mentor
