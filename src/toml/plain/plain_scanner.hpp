// SPDX-License-Identifier: MIT
//
// Inside src/toml only: one pass over a text in the plain dialect (plain.hpp), from mark to mark.
// Its methods bear the names of the productions of TOML's grammar.
#pragma once

#include "toml/plain/plain.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
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

class Scanner {
public:
    // The byte behind the text can be read too: it is the end of a string, or what goes on there.
    Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    bool at_end() const { return at_ == text_.size(); }
    char next() const { return text_.data()[at_]; }
    std::size_t at() const { return at_; }

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
        const std::size_t begin = at_;
        skip_while([](char c) { return bare.has(c); });
        return between(begin, at_);
    }

    // Each gives false where what stands here isn't plain; the place is then of no meaning.
    bool value(PlainValue& value);
    bool key_value(PlainStatement& statement);
    // Behind the mark that begins a list or an inline table: calls take() where an element begins,
    // which gives false where none may be.
    template<class Take>
    bool elements(char close, Take take);
    bool header(PlainSection& section);

private:
    // The place is one of a loop on its way, and not of memory. What ends a text is never meant.
    template<class IsMeant>
    void skip_while(IsMeant is_meant) {
        std::size_t at = at_;
        while (is_meant(text_.data()[at]))
            ++at;
        at_ = at;
    }
    std::string_view between(std::size_t begin, std::size_t end) const {
        return {text_.data() + begin, end - begin};
    }
    // The next so many bytes, or what is left.
    std::string_view ahead(std::size_t count) const {
        return between(at_, std::min(at_ + count, text_.size()));
    }
    std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
    bool take(PlainValue& value, PlainValue::Kind kind, std::size_t begin, std::size_t end) {
        value = {.kind = kind, .bytes = between(begin, end)};
        return true;
    }

    bool string(PlainValue& value);
    bool string_of_lines(PlainValue& value);
    bool skip_escape();
    template<class Ends>
    bool skip_escaped(Ends ends);
    bool array(PlainValue& value);
    bool inline_table(PlainValue& value);
    bool boolean(PlainValue& value);
    bool date_time(PlainValue& value, Date day);
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

} // namespace mentor
