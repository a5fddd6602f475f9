// SPDX-License-Identifier: MIT
#include "core/dates/by_day.hpp"

#include "core/dates/date_rules.hpp"
#include "core/dates/refusals.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <cstddef>

namespace mentor {
namespace {

using grammar::Phrase;
using grammar::Token;

constexpr std::string_view blank = " \t\r\n\f\v";

bool is_by(std::string_view word) {
    return word.size() == 2 && (word[0] == 'b' || word[0] == 'B') &&
           (word[1] == 'y' || word[1] == 'Y');
}

// Where the last word "by" begins, if any word follows it.
std::optional<std::size_t> find_last_by(std::string_view text) {
    std::optional<std::size_t> last;
    std::size_t begin = text.find_first_not_of(blank);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(blank, begin), text.size());
        const std::size_t next = text.find_first_not_of(blank, end);
        if (is_by(text.substr(begin, end - begin)) && next != std::string_view::npos) last = begin;
        begin = next;
    }
    return last;
}

// What a word or figure says about the phrase that it stands in.
enum class Sign {
    of_text, // it isn't from a date
    neither, // dates have it, and so has any text: "the", "next", "day"
    of_date,
};

Sign sign_of_unknown(std::string_view word) {
    // Shorter words are near to too many names.
    constexpr std::size_t shortest = 5;
    if (word.ends_with("day")) return Sign::of_date;
    if (word.size() < shortest) return Sign::of_text;
    for (const std::string& known : grammar::telling_words()) {
        if (known.size() < shortest || !is_one_slip(word, known)) continue;
        const std::vector<Token> meant = grammar::tokenize(known);
        return Phrase(meant).take_unit() ? Sign::neither : Sign::of_date;
    }
    return Sign::of_text;
}

Sign sign_of(std::span<const Token> token) {
    Phrase phrase(token);
    switch (token.front().kind) {
    case Token::Kind::number:
    case Token::Kind::dashed:
    case Token::Kind::clock:
        return Sign::of_date;
    case Token::Kind::sign:
        return Sign::neither;
    case Token::Kind::other:
        return Sign::of_text;
    case Token::Kind::word:
        break;
    }
    if (!grammar::is_date_word(token.front().text)) return sign_of_unknown(token.front().text);
    return phrase.take_weekday() || phrase.take_month() ? Sign::of_date : Sign::neither;
}

// The rule that by_day.hpp states, for phrases that are no date.
bool was_meant_as_date(std::string_view when, std::span<const Token> tokens) {
    const bool one_word = when.find_first_of(blank) == std::string_view::npos;
    const bool has_digit = when.find_first_of("0123456789") != std::string_view::npos;
    if (one_word && has_digit && !when.ends_with('%')) return true;

    bool any_of_date = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Sign sign = sign_of(tokens.subspan(i, 1));
        if (sign == Sign::of_text) return false;
        any_of_date = any_of_date || sign == Sign::of_date;
    }
    return any_of_date;
}

} // namespace

WithDue parse_with_due(std::string_view text, const Calendar& calendar) {
    const auto by = find_last_by(text);
    if (!by) return {std::string(text), std::nullopt};

    const std::string when = trim(text.substr(*by + 2));
    const auto tokens = grammar::tokenize(when);
    const auto due = grammar::find_day_alone(tokens, {when, calendar, Reading::future});
    if (!due && was_meant_as_date(when, tokens))
        throw grammar::not_understood(when, "date", grammar::find_likely_word(tokens),
                                      "write it like 'by fri', 'by 22 nov' or 'by 2w'; where no "
                                      "date is meant, let another word follow");
    if (!due) return {std::string(text), std::nullopt};

    std::string what = trim(text.substr(0, *by));
    if (what.ends_with(',')) what.pop_back();
    if (what.empty())
        throw Error(Exit::usage, "'" + trim(text) + "' says by when, but not what",
                    "write what is to be done before it");
    return {what, due};
}

} // namespace mentor
