// SPDX-License-Identifier: MIT
#include "core/dates/phrase.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/near_words.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace mentor::grammar {
namespace {

struct UnitWord {
    std::string_view word;
    Duration one;
};

constexpr std::array unit_words = std::to_array<UnitWord>({
    {"d", {1, Unit::day}},
    {"day", {1, Unit::day}},
    {"days", {1, Unit::day}},
    {"w", {1, Unit::week}},
    {"wk", {1, Unit::week}},
    {"wks", {1, Unit::week}},
    {"week", {1, Unit::week}},
    {"weeks", {1, Unit::week}},
    {"fortnight", {2, Unit::week}},
    {"fortnights", {2, Unit::week}},
    {"mo", {1, Unit::month}},
    {"mos", {1, Unit::month}},
    {"month", {1, Unit::month}},
    {"months", {1, Unit::month}},
    {"q", {1, Unit::quarter}},
    {"quarter", {1, Unit::quarter}},
    {"quarters", {1, Unit::quarter}},
    {"y", {1, Unit::year}},
    {"yr", {1, Unit::year}},
    {"yrs", {1, Unit::year}},
    {"year", {1, Unit::year}},
    {"years", {1, Unit::year}},
});

constexpr std::array count_words =
    std::to_array<std::string_view>({"one", "two", "three", "four", "five", "six", "seven", "eight",
                                     "nine", "ten", "eleven", "twelve"});

// Beside the three letters of every month and weekday.
struct Shortening {
    std::string_view word;
    std::string_view full;
};
constexpr std::array shortenings = std::to_array<Shortening>({
    {"sept", "September"},
    {"tues", "Tuesday"},
    {"weds", "Wednesday"},
    {"thur", "Thursday"},
    {"thurs", "Thursday"},
});

constexpr std::array day_words =
    std::to_array<std::string_view>({"today", "tonight", "tomorrow", "yesterday"});

constexpr std::array glue_words = std::to_array<std::string_view>(
    {"a",   "after", "ago", "am",  "an",   "and", "at",   "before", "coming", "end",   "eod",
     "eom", "eoq",   "eow", "eoy", "from", "in",  "last", "nd",     "next",   "night", "noon",
     "now", "of",    "on",  "p",   "pm",   "rd",  "st",   "t",      "th",     "the",   "this"});

// So many can be doubled, for fortnights, and still be an int.
constexpr std::size_t most_digits = 9;

bool names(std::string_view word, std::string_view name) {
    if (word == lowered(name) || word == lowered(short_name(name))) return true;
    return std::ranges::any_of(shortenings, [&](const Shortening& shortening) {
        return shortening.word == word && shortening.full == name;
    });
}

template<std::size_t Size>
std::optional<std::size_t> find_name(std::string_view word,
                                     const std::array<std::string_view, Size>& all) {
    const auto found =
        std::ranges::find_if(all, [&](std::string_view name) { return names(word, name); });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

} // namespace

const std::vector<std::string>& unit_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const UnitWord& unit : unit_words)
            all.emplace_back(unit.word);
        return all;
    }();
    return names;
}

std::vector<std::string> count_names() {
    return {count_words.begin(), count_words.end()};
}

namespace {

std::optional<std::string> find_likely(std::span<const Token> tokens,
                                       const std::vector<std::string>& candidates) {
    const auto unknown = std::ranges::find_if(tokens, [](const Token& token) {
        return token.kind == Token::Kind::word && !is_date_word(token.text);
    });
    if (unknown == tokens.end()) return std::nullopt;
    const std::vector<std::string> likely = nearest(unknown->text, candidates, 1);
    return likely.empty() ? std::nullopt : std::optional(likely.front());
}

bool is_one_of(std::string_view word, const auto& words) {
    return std::ranges::find(words, word) != std::ranges::end(words);
}

} // namespace

std::optional<std::string_view> Phrase::take_kind(Token::Kind kind) {
    if (rest_.empty() || rest_.front().kind != kind) return std::nullopt;
    const std::string_view text = rest_.front().text;
    rest_ = rest_.subspan(1);
    return text;
}

bool Phrase::take(std::string_view word) {
    if (rest_.empty() || rest_.front().text != word) return false;
    rest_ = rest_.subspan(1);
    return true;
}

bool Phrase::take(std::string_view first, std::string_view second) {
    Phrase ahead = *this;
    if (!ahead.take(first) || !ahead.take(second)) return false;
    *this = ahead;
    return true;
}

bool Phrase::take_one_of(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return take(word); });
}

std::optional<char> Phrase::take_sign() {
    const auto sign = take_kind(Token::Kind::sign);
    return sign ? std::optional(sign->front()) : std::nullopt;
}

std::optional<std::string_view> Phrase::take_dashed() {
    return take_kind(Token::Kind::dashed);
}

std::optional<std::string_view> Phrase::take_clock() {
    return take_kind(Token::Kind::clock);
}

std::optional<int> Phrase::take_number() {
    const auto digits = take_kind(Token::Kind::number);
    if (!digits) return std::nullopt;
    const std::size_t zeros = std::min(digits->find_first_not_of('0'), digits->size());
    if (digits->size() - zeros > most_digits) return countless;
    int value = 0;
    for (const char digit : digits->substr(zeros))
        value = 10 * value + (digit - '0');
    return value;
}

std::optional<int> Phrase::take_count() {
    if (const auto number = take_number()) return number;
    if (take_one_of({"a", "an"})) return 1;
    if (rest_.empty()) return std::nullopt;
    const auto word = std::ranges::find(count_words, rest_.front().text);
    if (word == count_words.end()) return std::nullopt;
    rest_ = rest_.subspan(1);
    return static_cast<int>(word - count_words.begin()) + 1;
}

std::optional<int> Phrase::take_year() {
    if (rest_.empty() || rest_.front().text.size() != 4) return std::nullopt;
    return take_number();
}

std::optional<int> Phrase::take_day() {
    if (rest_.empty() || rest_.front().text.size() > 2) return std::nullopt;
    return take_number();
}

std::optional<int> Phrase::take_ordinal() {
    Phrase ahead = *this;
    const auto day = ahead.take_day();
    if (!day || !ahead.take_one_of({"st", "nd", "rd", "th"})) return std::nullopt;
    *this = ahead;
    return day;
}

std::optional<int> Phrase::take_month() {
    if (rest_.empty()) return std::nullopt;
    const auto found = find_name(rest_.front().text, month_names);
    if (!found) return std::nullopt;
    rest_ = rest_.subspan(1);
    return static_cast<int>(*found) + 1;
}

std::optional<std::chrono::weekday> Phrase::take_weekday() {
    if (rest_.empty()) return std::nullopt;
    const auto found = find_name(rest_.front().text, weekday_names);
    if (!found) return std::nullopt;
    rest_ = rest_.subspan(1);
    return std::chrono::weekday{static_cast<unsigned>(*found)};
}

std::optional<Duration> Phrase::take_unit() {
    if (rest_.empty()) return std::nullopt;
    const auto found = std::ranges::find(unit_words, rest_.front().text, &UnitWord::word);
    if (found == unit_words.end()) return std::nullopt;
    rest_ = rest_.subspan(1);
    return found->one;
}

std::optional<Duration> Phrase::take_iso_length() {
    if (!take("p")) return std::nullopt;
    const auto count = take_number();
    if (!count) return std::nullopt;
    // ISO 8601 writes minutes after a T: here "M" is a month without doubt.
    if (take("m")) return Duration{*count, Unit::month};
    const auto unit = take_unit();
    return unit ? std::optional(Duration{*count, unit->unit}) : std::nullopt;
}

std::optional<Duration> Phrase::take_length() {
    Phrase ahead = *this;
    if (const auto length = ahead.take_iso_length()) {
        *this = ahead;
        return length;
    }
    ahead = *this;
    const auto count = ahead.take_count();
    const auto unit = count ? ahead.take_unit() : std::nullopt;
    if (!unit) return std::nullopt;
    *this = ahead;
    return Duration{*count * unit->count, unit->unit};
}

std::optional<int> minutes_or_months(Phrase phrase) {
    phrase.take_sign();
    phrase.take("in");
    const auto count = phrase.take_number();
    if (!count || !phrase.take("m")) return std::nullopt;
    phrase.take("ago");
    return phrase.done() ? count : std::nullopt;
}

bool mixes_units(Phrase phrase) {
    phrase.take_sign();
    phrase.take("in");
    const bool iso = phrase.rest().size() > 3 && phrase.rest().front().text == "p";
    int lengths = 0;
    while (phrase.take_length() ||
           (iso && phrase.take_number() && (phrase.take("m") || phrase.take_unit()))) {
        ++lengths;
        phrase.take("and");
    }
    phrase.take("ago");
    return lengths > 1 && phrase.done();
}

const std::vector<std::string>& telling_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all(day_words.begin(), day_words.end());
        const auto add_names = [&](const auto& names_of) {
            for (const std::string_view name : names_of) {
                all.push_back(lowered(name));
                all.push_back(lowered(short_name(name)));
            }
        };
        add_names(weekday_names);
        add_names(month_names);
        for (const Shortening& shortening : shortenings)
            all.emplace_back(shortening.word);
        for (const std::string& unit : unit_names())
            all.push_back(unit);
        return all;
    }();
    return words;
}

bool is_date_word(std::string_view word) {
    return is_one_of(word, telling_words()) || is_one_of(word, count_words) ||
           is_one_of(word, glue_words);
}

bool is_part_of_date(const Token& token) {
    if (token.kind == Token::Kind::number || token.kind == Token::Kind::dashed ||
        token.kind == Token::Kind::clock)
        return true;
    Phrase phrase(std::span(&token, 1));
    return phrase.take_weekday() || phrase.take_month();
}

std::optional<std::string> find_likely_word(std::span<const Token> tokens) {
    return find_likely(tokens, telling_words());
}

std::optional<std::string> find_likely_unit(std::span<const Token> tokens) {
    return find_likely(tokens, unit_names());
}

} // namespace mentor::grammar
