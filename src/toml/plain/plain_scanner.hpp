// SPDX-License-Identifier: MIT
//
// Inside src/toml only: one pass over a text in the plain dialect (plain.hpp), from mark to mark.
// Its methods bear the names of the productions of TOML's grammar.
#pragma once

#include "toml/plain/plain.hpp"

#include <algorithm>
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

inline bool is_bare(char c) { // of a bare key
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || is_digit(c) || c == '_' || c == '-';
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
        skip_while(is_bare);
        return text_.substr(begin, at_ - begin);
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
    // Every byte of a text passes here: on its way the place is one of a loop, and not of memory.
    template<class IsMeant>
    void skip_while(IsMeant is_meant) {
        std::size_t at = at_;
        while (at < text_.size() && is_meant(text_[at]))
            ++at;
        at_ = at;
    }
    std::string_view rest() const { return text_.substr(at_); }
    std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
    bool take(PlainValue& value, PlainValue::Kind kind, std::size_t begin, std::size_t end) {
        value = {kind, false, {}, text_.substr(begin, end - begin)};
        return true;
    }

    bool string(PlainValue& value);
    bool string_of_lines(PlainValue& value);
    bool skip_escape();
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
