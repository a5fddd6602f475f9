// SPDX-License-Identifier: MIT
//
// The plain dialect of TOML, which nearly every file of a journal is written in, read in one pass
// and without a tree: statements on lines of their own, bare keys, [table] and [[array]] headers of
// one bare name, comments, and as values texts of all four kinds, whole numbers, true and false,
// dates, dates with a time, lists of these and inline tables of these.
//
// toml++ stays the authority. Whatever is not certainly plain is not read at all: dotted and quoted
// keys, floats, offsets, escapes by number, carriage returns, a name that is given twice, bytes
// that are no UTF-8, control characters, and every fault. The caller then lets toml++ read the
// whole text, so that each message and each refusal is toml++'s.
//
// Why that is sound: what is accepted here is a subset of TOML 1.0's grammar, production by
// production (the scanner's methods bear their names), so toml++ accepts it too; and in the
// subset, each value has one reading.
//
// - A text is what stands between its quotes. Where it has escapes, they are the seven of one
//   letter, each of which is one byte.
// - A number has no more than 18 digits and no leading zero, so that it fits 64 bits.
// - A date is one of the calendar (core's find_iso_date), a time one of the clock.
// - A [table] stands once, an [[array]] is nothing but one, and neither has the name of a key of
//   the root; no table has a key twice. So nothing is redefined, and no order matters but that of
//   the elements of an array, which is the text's.
//
// Three things watch it: a property over every file of the tests, a fuzz target that compares it
// with decoding through toml++, and MENTOR_READER=both, with which the program itself does.
#pragma once

#include "core/dates/date.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// A value as it stands in the text, which has to outlive it.
struct PlainValue {
    enum class Kind : std::uint8_t { text, number, flag, date, moment, list, table };
    Kind kind = Kind::text;
    bool has_escapes = false;    // of a text
    bool may_have_lines = false; // of a text: more than one
    bool has_only_texts = false; // of a list
    Date day;                    // of a date, with a time or without
    std::string_view bytes;      // of a text without its quotes
};

// A bit that a key shares with few others: most keys that are asked for are absent, and the bits of
// those that are there say so of nearly all at once.
constexpr std::uint64_t mark_of(std::string_view key) {
    return std::uint64_t{1} << ((key.front() & 0x1f) | ((key.size() & 1) << 5));
}

struct PlainStatement {
    std::string_view key;
    std::uint64_t mark = 0; // of the key
    PlainValue value;

    // Comparing with a key that the compiler knows is a look at a few bytes.
    [[gnu::always_inline]] bool is_of(std::string_view other, std::uint64_t its_mark) const {
        return mark == its_mark && key.size() == other.size() &&
               std::memcmp(key.data(), other.data(), other.size()) == 0;
    }
};

// The statements of the root, or below one header.
struct PlainSection {
    std::string_view name; // "" for the root
    bool is_element = false;
    std::size_t begin = 0, end = 0; // in `statements`
    std::uint64_t marks = 0;        // of all keys
};

struct PlainText {
    std::vector<PlainStatement> statements;
    std::vector<PlainSection> sections; // the root's first
    std::uint64_t marks = 0;            // of the names of all but the root
};

// Nothing where the text isn't plain. The views are of `text`. What `into` held before is replaced;
// its memory is used again.
bool read_plain(const std::string& text, PlainText& into);
// The same up to the first header, whatever follows: where that begins, or the text's end.
std::optional<std::size_t> read_plain_head(const std::string& text, PlainText& into);

// Each of a value of its kind, as read_plain gives it.
std::string to_text(const PlainValue& text);
std::int64_t to_number(const PlainValue& number);
bool to_flag(const PlainValue& flag);
Moment to_moment(const PlainValue& date_or_moment);
void for_each_element(const PlainValue& list, const std::function<void(const PlainValue&)>& take);
std::vector<PlainValue> elements_of(const PlainValue& list);
std::vector<PlainStatement> entries_of(const PlainValue& table);

} // namespace mentor
