// SPDX-License-Identifier: MIT
#include "toml/plain/plain_scanner.hpp"

#include "core/dates/date.hpp"

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

bool Scanner::value(PlainValue& value) {
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
        if (const auto day = find_iso_date(rest().substr(0, date_size)))
            return date_time(value, *day);
        return integer(value);
    }
}

bool Scanner::key_value(PlainStatement& statement) {
    statement.key = bare_key();
    skip_blanks();
    if (statement.key.empty() || !skip('=')) return false;
    skip_blanks();
    return value(statement.value);
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
    for (;;) {
        skip_while([&](char c) { return c != quote && c != '\\' && c != '\n'; });
        if (next() != '\\') break;
        has_escapes = has_escapes || quote == '"';
        if (quote == '\'')
            ++at_;
        else if (!skip_escape())
            return false;
    }
    if (next() != quote) return false;
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

bool Scanner::date_time(PlainValue& value, Date day) {
    constexpr std::size_t time_size = 8; // 15:30:00
    const std::size_t begin = at_;
    at_ += date_size;
    const bool has_time =
        next() == 'T' || (next() == ' ' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]));
    if (has_time) {
        ++at_;
        if (!find_time(rest().substr(0, time_size))) return false;
        at_ += time_size;
    }
    take(value, has_time ? Kind::moment : Kind::date, begin, at_);
    value.day = day;
    return ends_value();
}

bool Scanner::integer(PlainValue& value) {
    constexpr std::size_t most_digits = 18;
    const std::size_t begin = at_;
    const bool is_negative = skip('-');
    const std::size_t first = at_;
    skip_while(is_digit);
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

} // namespace mentor
