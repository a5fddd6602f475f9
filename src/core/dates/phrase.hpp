// SPDX-License-Identifier: MIT
//
// A cursor over the tokens of what a person typed about a day or a length, which takes them one
// meaning at a time. Owns the vocabulary; knows nothing of today, and never throws.
#pragma once

#include "core/dates/date.hpp"
#include "core/dates/tokens.hpp"

#include <chrono>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::grammar {

// What a number of more digits than a count can have becomes.
inline constexpr int countless = 999'999'999;

// Every take_…() steps over what it returns, and over nothing when it returns nothing. Rules get a
// copy, so that one which fails leaves no trace.
class Phrase {
public:
    explicit Phrase(std::span<const Token> tokens) : rest_(tokens) {}

    bool done() const { return rest_.empty(); }
    std::span<const Token> rest() const { return rest_; }

    bool take(std::string_view word);
    bool take(std::string_view first, std::string_view second); // both or neither
    bool take_one_of(std::initializer_list<std::string_view> words);
    std::optional<char> take_sign();
    std::optional<std::string_view> take_dashed();
    std::optional<std::string_view> take_clock();

    std::optional<int> take_number();  // digits; at most `countless`
    std::optional<int> take_count();   // digits, "a", "an", or "one" to "twelve"
    std::optional<int> take_year();    // exactly four digits
    std::optional<int> take_day();     // one or two digits: "22"
    std::optional<int> take_ordinal(); // the same with an ending: "22nd"
    std::optional<int> take_month();   // 1 to 12
    std::optional<std::chrono::weekday> take_weekday();

    // One of the unit, as "fortnight" is two weeks. The letter "m" is no unit: see
    // `minutes_or_months`.
    std::optional<Duration> take_unit();
    // "3d", "2 weeks", "a month", "P2W".
    std::optional<Duration> take_length();

private:
    std::optional<std::string_view> take_kind(Token::Kind kind);
    std::optional<Duration> take_iso_length();

    std::span<const Token> rest_;
};

// The count, where the whole phrase is one of "m", with or without a sign, "in" and "ago".
std::optional<int> minutes_or_months(Phrase phrase);

// The whole phrase is two lengths or more: "1y2mo", "P1Y2M", "a week and 3 days".
bool mixes_units(Phrase phrase);

// The words of the grammar that carry a meaning of their own, and all of its words.
const std::vector<std::string>& telling_words();
bool is_date_word(std::string_view word);

// It stands in a date and hardly anywhere else: a figure, a weekday, a month.
bool is_part_of_date(const Token& token);

// What a length is written in: "week", "two", "monthly".
const std::vector<std::string>& unit_names();
std::vector<std::string> count_names();
std::vector<std::string> rhythm_names();

// The known word that the first unknown one may be a slip of; for lengths, among their units.
std::optional<std::string> find_likely_word(std::span<const Token> tokens);
std::optional<std::string> find_likely_unit(std::span<const Token> tokens);

} // namespace mentor::grammar
