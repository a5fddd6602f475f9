// SPDX-License-Identifier: MIT
#include "core/dates/by_day.hpp"

#include "core/dates/date_rules.hpp"
#include "core/dates/refusals.hpp"
#include "core/near_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace mentor {
namespace {

using grammar::Phrase;
using grammar::Token;

constexpr std::string_view blank = " \t\r\n\f\v";
constexpr std::string_view closing = ".,;:!?)]\"'";
constexpr std::string_view opening = "(,;:-";

std::string_view without_trailing(std::string_view text, std::string_view characters) {
    const std::size_t last = text.find_last_not_of(characters);
    return last == std::string_view::npos ? "" : text.substr(0, last + 1);
}

std::string_view without_leading(std::string_view text, std::string_view characters) {
    const std::size_t first = text.find_first_not_of(characters);
    return first == std::string_view::npos ? "" : text.substr(first);
}

// Where a line says by when.
struct ByWhen {
    std::string_view before; // what is to be done
    std::string_view when;
};

// What stands around each word "by" that is followed by any: "(by fri)" has one too.
std::vector<ByWhen> find_by_when(std::string_view text) {
    std::vector<ByWhen> all;
    std::size_t begin = text.find_first_not_of(blank);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(blank, begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::string_view when = without_leading(text.substr(end), blank);
        if (!when.empty() && fold(without_leading(without_trailing(word, ":"), "([")) == "by")
            all.push_back({text.substr(0, begin), without_trailing(when, blank)});
        begin = text.find_first_not_of(blank, end);
    }
    return all;
}

// A day, and the words for a part of it: "morning".
struct DayAndPart {
    Date day;
    std::string part;
};

// What may follow a day, in any case. `part` is what is kept of it.
struct Follower {
    std::string_view words;
    std::string_view part;
};
constexpr auto followers = std::to_array<Follower>({
    {"latest", ""},
    {"at latest", ""},
    {"at the latest", ""},
    {"please", ""},
    {"eod", "end of the day"},
    {"end of day", "end of the day"},
    {"end of the day", "end of the day"},
    {"close of business", "close of business"},
    {"cob", "close of business"},
    {"early", "early"},
    {"first thing", "first thing"},
    {"morning", "morning"},
    {"midday", "midday"},
    {"noon", "noon"},
    {"lunch", "lunch"},
    {"lunchtime", "lunchtime"},
    {"afternoon", "afternoon"},
    {"evening", "evening"},
    {"night", "night"},
    {"midnight", "midnight"},
});

bool says(std::span<const Token> tokens, std::string_view words) {
    return std::ranges::equal(tokens, grammar::tokenize(words), {}, &Token::text, &Token::text);
}

const Follower* find_follower(std::span<const Token> tokens) {
    const auto found = std::ranges::find_if(
        followers, [&](const Follower& follower) { return says(tokens, follower.words); });
    return found == followers.end() ? nullptr : &*found;
}

// The same with what joins it to the day: "in the morning", "at noon".
const Follower* find_joined(std::span<const Token> tokens) {
    for (const std::string_view joint : {"in the", "in", "at"}) {
        const std::size_t words = grammar::tokenize(joint).size();
        if (tokens.size() > words && says(tokens.first(words), joint))
            if (const Follower* follower = find_follower(tokens.subspan(words))) return follower;
    }
    return find_follower(tokens);
}

// "friday morning", "fri, in the evening at the latest", "end of day friday", "this afternoon".
std::optional<DayAndPart> find_day_and_part(std::span<const Token> tokens,
                                            const grammar::Asked& asked) {
    if (says(tokens, "tonight")) return DayAndPart{asked.calendar.today, "evening"};
    for (std::size_t split = 1; split < tokens.size(); ++split) {
        const auto head = tokens.first(split), tail = tokens.subspan(split);
        if (const Follower* part = find_follower(tail); part && says(head, "this"))
            return DayAndPart{asked.calendar.today, std::string(part->part)};
        if (const Follower* part = find_joined(tail)) {
            auto found = find_day_and_part(head, asked);
            if (found && !part->part.empty()) found->part = part->part;
            if (found) return found;
        }
        if (const Follower* part = find_follower(head))
            if (const auto day = grammar::find_day_alone(tail, asked))
                return DayAndPart{*day, std::string(part->part)};
    }
    if (const auto day = grammar::find_day_alone(tokens, asked)) return DayAndPart{*day, ""};
    return std::nullopt;
}

// The same for words that needn't be a day: what is none, for whatever reason, is text.
std::optional<DayAndPart> find_if_any(std::span<const Token> tokens, const grammar::Asked& asked) {
    try {
        return find_day_and_part(tokens, asked);
    } catch (const Error&) {
        return std::nullopt;
    }
}

// Whether it is a word of one of those.
bool follows_a_day(std::string_view word) {
    return std::ranges::any_of(followers, [&](const Follower& follower) {
        const auto words = grammar::tokenize(follower.words);
        return std::ranges::find(words, word, &Token::text) != words.end();
    });
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

Sign sign_of(const Token& token) {
    if (grammar::is_part_of_date(token)) return Sign::of_date;
    if (token.kind == Token::Kind::sign) return Sign::neither;
    if (token.kind == Token::Kind::other) return Sign::of_text;
    const bool is_known = follows_a_day(token.text) || grammar::is_date_word(token.text);
    return is_known ? Sign::neither : sign_of_unknown(token.text);
}

// A word that is hardly ever anything but a day: "May" is a name as well, and "sat" a verb.
bool is_unmistakable(std::string_view word) {
    if (word == "tonight" || word == "today" || word == "tomorrow" || word == "weekend")
        return true;
    if (word == "sat" || word == "sun" || word == "mon") return false;
    const std::vector<Token> one = grammar::tokenize(word);
    return Phrase(one).take_weekday().has_value();
}

// "Friday or so", "5 December, I hope".
bool holds_a_day(std::span<const Token> tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto joints =
            std::ranges::count_if(tokens[i].text, [](char c) { return c == '-' || c == '/'; });
        if (tokens[i].kind == Token::Kind::dashed && joints == 2) return true;
        if (is_unmistakable(tokens[i].text)) return true;
        const auto is_number = [&](std::size_t at) {
            return at < tokens.size() && tokens[at].kind == Token::Kind::number;
        };
        if (Phrase(tokens.subspan(i)).take_month() &&
            (is_number(i + 1) || (i > 0 && is_number(i - 1))))
            return true;
    }
    return false;
}

// The rule that by_day.hpp states, for phrases that are no date.
bool was_meant_as_date(std::string_view when, std::span<const Token> tokens) {
    const bool one_word = when.find_first_of(blank) == std::string_view::npos;
    const bool has_digit = when.find_first_of("0123456789") != std::string_view::npos;
    if (one_word && has_digit && !when.ends_with('%')) return true;
    if (holds_a_day(tokens)) return true;

    bool any_of_date = false;
    for (const Token& token : tokens) {
        const Sign sign = sign_of(token);
        if (sign == Sign::of_text) return false;
        any_of_date = any_of_date || sign == Sign::of_date;
    }
    return any_of_date;
}

[[noreturn]] void refuse_day(const std::string& when, std::span<const Token> tokens) {
    throw grammar::not_understood(
        when, "date", grammar::find_likely_word(tokens),
        "write it like 'by fri', 'by 22 nov' or 'by 2w', at the very end; "
        "where no date is meant, say it without 'by'");
}

// "by me"; of more words than a day has, the first ones.
std::string short_of(std::string_view when) {
    constexpr std::size_t most_words = 3;
    const auto words = split(one_line(when), ' ');
    if (words.size() <= most_words) return "by " + join(words, " ");
    return "by " + join({words.begin(), words.begin() + most_words}, " ") + " …";
}

} // namespace

WithDue parse_with_due(std::string_view text, const Calendar& calendar) {
    return parse_with_due(text, calendar, std::nullopt);
}

WithDue parse_with_due(std::string_view text, const Calendar& calendar,
                       const std::optional<Date>& due, std::string_view option) {
    // "-", as an answer that is to mean nothing.
    if (!trim(text).empty() && slug_of(text).empty())
        throw Error(Exit::usage, "'" + trim(text) + "' has no words",
                    "write some, or nothing at all");
    const auto all = find_by_when(text);
    if (all.empty()) return {std::string(text), due, ""};

    const ByWhen& last = all.back();
    const std::string when(without_trailing(last.when, closing));
    const auto tokens = grammar::tokenize(when);
    const grammar::Asked asked{when, calendar, Reading::future};
    const auto found = due ? find_if_any(tokens, asked) : find_day_and_part(tokens, asked);
    if (!found && due) return {std::string(text), due, ""};
    if (!found && was_meant_as_date(when, tokens)) refuse_day(when, tokens);
    // "Send it by fri by email": a day that isn't at the end.
    const auto from_first = grammar::tokenize(all.front().when);
    if (!found && holds_a_day(from_first)) refuse_day(std::string(all.front().when), from_first);
    if (!found) return {std::string(text), std::nullopt, short_of(last.when)};
    if (due)
        throw Error(Exit::usage, fmt::format("the words and {} both say by when", option),
                    "give one");

    std::string what = trim(without_trailing(trim(last.before), opening));
    if (what.empty())
        throw Error(Exit::usage, "'" + trim(text) + "' says by when, but not what",
                    "write what is to be done before it");
    if (!found->part.empty()) what += fmt::format(" ({})", found->part);
    return {what, refuse_passed(found->day, calendar), ""};
}

std::string due_words(const WithDue& line) {
    if (line.due) return fmt::format(", by {}", to_words(*line.due));
    return line.no_day.empty() ? "" : fmt::format(", without a day ('{}' isn't one)", line.no_day);
}

} // namespace mentor
