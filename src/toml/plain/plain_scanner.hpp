// SPDX-License-Identifier: MIT
//
// Inside src/toml only: one pass over a text in the plain dialect (plain.hpp), from mark to mark.
// Its methods bear the names of the productions of TOML's grammar.
#pragma once

#include "core/ascii.hpp"
#include "core/dates/date.hpp"
#include "toml/plain/plain.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace mentor {

// What more than these have is read by toml++: names are looked for one by one.
inline constexpr std::size_t most_names = 32;

inline constexpr std::size_t date_size = 10; // 2026-11-22

// "15:30:00", where a clock shows it.
std::optional<TimeOfDay> find_time(std::string_view text);

inline bool is_digit(char c) {
    return '0' <= c && c <= '9';
}

// One look at a table for each byte, where a row of comparisons would be as many.
class Bytes {
public:
    static constexpr Bytes of(std::string_view bytes) { return Bytes(bytes, true); }
    static constexpr Bytes but(std::string_view bytes) { return Bytes(bytes, false); }
    constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

private:
    constexpr Bytes(std::string_view bytes, bool has) {
        has_.fill(!has);
        for (const char c : bytes)
            has_[static_cast<unsigned char>(c)] = has;
    }
    std::array<bool, 256> has_{};
};

inline constexpr auto bare =
    Bytes::of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

inline constexpr auto value_ends = Bytes::of(" \t\n#,]}");

// What stands where in most lines is read in their place ([[gnu::always_inline]]): a call for each
// key, value and line would cost as much again. The rest has calls.
class Scanner {
public:
    // The byte behind the text can be read too: it is the end of a string, or what goes on there.
    Scanner(std::string_view text, std::size_t at = 0)
        : begin_(text.data()), at_(begin_ + at), end_(begin_ + text.size()) {}

    bool at_end() const { return at_ == end_; }
    char next() const { return *at_; }
    std::size_t at() const { return static_cast<std::size_t>(at_ - begin_); }

    bool skip(char c) {
        if (next() != c) return false;
        ++at_;
        return true;
    }
    void skip_blanks() {
        skip_while([](char c) { return c == ' ' || c == '\t'; });
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
        const char* begin = at_;
        skip_while([](char c) { return bare.has(c); });
        return {begin, at_};
    }

    // Each gives false where what stands here isn't plain; the place is then of no meaning.
    [[gnu::always_inline]] bool value(PlainValue& value) {
        if (next() == '"') return string<'"'>(value);
        if (!is_digit(next())) return other_value(value);
        const auto day = find_date();
        return day ? date_time(value, *day) : integer(value);
    }
    [[gnu::always_inline]] bool key_value(PlainStatement& statement) {
        statement.key = bare_key();
        skip_blanks();
        if (statement.key.empty() || !skip('=')) return false;
        statement.mark = mark_of(statement.key);
        skip_blanks();
        return value(statement.value);
    }
    // Behind the mark that begins a list or an inline table: calls take() where an element begins,
    // which gives false where none may be.
    template<class Take>
    bool elements(char close, Take take);
    bool header(PlainSection& section);

private:
    // What ends a text is never meant.
    template<class IsMeant>
    void skip_while(IsMeant is_meant) {
        while (is_meant(*at_))
            ++at_;
    }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
    // The next so many bytes, or what is left.
    std::string_view ahead(std::size_t count) const { return {at_, std::min(count, left())}; }
    const char* line_end() const {
        const void* end = std::memchr(at_, '\n', left());
        return end ? static_cast<const char*>(end) : end_;
    }
    bool take(PlainValue& value, PlainValue::Kind kind, const char* begin, const char* end) {
        value.kind = kind;
        value.bytes = {begin, end};
        return true;
    }

    // Over what stands in a string for itself: up to its quote, an escape, or the line's end.
    template<char quote>
    [[gnu::always_inline]] void skip_literally() {
        constexpr char escape = quote == '"' ? '\\' : quote;
        at_ += count_bytes(
            {at_, end_},
            [](std::uint64_t eight) {
                return mark_zero(eight ^ each_byte(quote)) | mark_zero(eight ^ each_byte(escape)) |
                       mark_zero(eight ^ each_byte('\n'));
            },
            [](char c) { return c != quote && c != escape && c != '\n'; });
    }
    template<char quote>
    [[gnu::always_inline]] bool string(PlainValue& value) {
        const char* begin = ++at_;
        skip_literally<quote>();
        if (next() == '\\') return string_with_escapes(value, begin);
        if (at_end() || next() != quote) return false;
        take(value, PlainValue::Kind::text, begin, at_++);
        return begin + 1 != at_ || next() != quote || string_of_lines(value);
    }
    bool string_with_escapes(PlainValue& value, const char* begin);
    bool string_of_lines(PlainValue& value);
    bool skip_escape();
    template<class Ends>
    bool skip_escaped(Ends ends);
    bool other_value(PlainValue& value); // that doesn't begin with a quote or a digit
    bool array(PlainValue& value);
    bool inline_table(PlainValue& value);
    bool boolean(PlainValue& value);
    std::optional<Date> find_date() const { // most values of digits are numbers
        const bool may_be_one = left() >= date_size && at_[4] == '-';
        return may_be_one ? find_iso_date({at_, date_size}) : std::nullopt;
    }
    bool date_time(PlainValue& value, Date day);
    bool integer(PlainValue& value);
    // What may follow a value that has no mark at its end.
    bool ends_value() const { return at_end() || value_ends.has(next()); }

    const char* begin_;
    const char* at_;
    const char* end_;
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

} // namespace mentor
