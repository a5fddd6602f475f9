// SPDX-License-Identifier: MIT
#include "core/dates/date_grammar.hpp"
#include "core/dates/phrase.hpp"
#include "core/dates/refusals.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <array>

namespace mentor {
namespace {

using grammar::Phrase;
using grammar::Token;

constexpr auto duration_examples = "write it like '10d', '4w', '3mo' or '2 weeks'";
constexpr auto minutes_examples = "write it like '45m', '1h', '1h30' or '90'";
constexpr int most_minutes = 24 * 60;

struct Rhythm {
    std::string_view word;
    Duration every;
};
constexpr auto rhythms = std::to_array<Rhythm>({{"daily", {1, Unit::day}},
                                                {"weekly", {1, Unit::week}},
                                                {"fortnightly", {2, Unit::week}},
                                                {"monthly", {1, Unit::month}},
                                                {"quarterly", {1, Unit::quarter}},
                                                {"yearly", {1, Unit::year}}});

std::optional<Duration> find_rhythm(Phrase phrase) {
    for (const auto& [word, every] : rhythms)
        if (phrase.take(word)) return phrase.done() ? std::optional(every) : std::nullopt;
    return std::nullopt;
}

// "every two weeks", "once a month", "every other week", "each quarter".
std::optional<Duration> find_repeated(Phrase phrase) {
    const bool once = phrase.take("once");
    const bool every = phrase.take_one_of({"every", "each", "per"});
    if (!once && !every) return std::nullopt;
    const int times = every && phrase.take_one_of({"other", "second"}) ? 2 : 1;
    auto length = every ? phrase.take_unit() : std::nullopt;
    if (!length && times == 1) length = phrase.take_length();
    if (!length || !phrase.done()) return std::nullopt;
    return Duration{times * length->count, length->unit};
}

// The length, where it is one and no longer than any is.
Duration bounded(Duration length, std::string_view typed) {
    if (length.count == 0)
        throw Error(Exit::usage, fmt::format("'{}' is no time at all", typed),
                    fmt::format("the shortest is '{}'", to_text({1, length.unit})));
    grammar::refuse_too_long(length, typed);
    return length;
}

void refuse_twofold_rhythm(Phrase phrase, std::string_view typed) {
    if (phrase.take("twice"))
        throw Error(Exit::usage, fmt::format("'{}' has no even length", typed),
                    "write how long it is from one time to the next: '2w', '10d'");
    const bool weeks = phrase.take("biweekly");
    if ((!weeks && !phrase.take("bimonthly")) || !phrase.done()) return;
    const std::string_view unit = weeks ? "week" : "month";
    throw Error(Exit::usage,
                fmt::format("'{0}' could mean twice a {1} or every two {1}s", typed, unit),
                fmt::format("write '2{}' for every two {}s", weeks ? "w" : "mo", unit));
}

void refuse_number_alone(Phrase phrase, std::string_view typed) {
    const auto number = phrase.take_number();
    if (!number || !phrase.done()) return;
    if (*number == 0)
        throw Error(Exit::usage, fmt::format("'{}' is no time at all", typed), duration_examples);
    throw Error(Exit::usage, fmt::format("'{}' has no unit", typed),
                fmt::format("write '{0}d', '{0}w' or '{0}mo'", typed));
}

// Minutes after hours, as in "1h30": fewer than an hour of them, with or without their unit.
std::optional<int> take_minutes_after_hours(Phrase& phrase, auto take_minute_word) {
    phrase.take("and");
    const auto minutes = phrase.take_number();
    if (!minutes) return 0;
    take_minute_word(phrase);
    return *minutes < 60 ? minutes : std::nullopt;
}

std::optional<long> find_minutes(Phrase phrase) {
    const auto take_hour_word = [](Phrase& from) {
        return from.take_one_of({"h", "hr", "hrs", "hour", "hours"});
    };
    const auto take_minute_word = [](Phrase& from) {
        return from.take_one_of({"m", "min", "mins", "minute", "minutes"});
    };
    const bool iso = phrase.take("pt");
    const bool digits = !phrase.done() && phrase.rest().front().kind == Token::Kind::number;
    const auto count = phrase.take_count();
    if (!count) return std::nullopt;
    long minutes = *count;
    if (take_hour_word(phrase)) {
        const auto rest = take_minutes_after_hours(phrase, take_minute_word);
        if (!rest) return std::nullopt;
        minutes = 60L * *count + *rest;
    } else if (!take_minute_word(phrase) && (iso || !digits)) {
        return std::nullopt;
    }
    return phrase.done() ? std::optional(minutes) : std::nullopt;
}

} // namespace

std::vector<std::string> grammar::rhythm_names() {
    std::vector<std::string> names;
    for (const Rhythm& rhythm : rhythms)
        names.emplace_back(rhythm.word);
    return names;
}

Duration parse_duration(std::string_view text) {
    const std::string typed = trim(text);
    const auto tokens = grammar::tokenize(text);
    Phrase phrase(tokens);
    if (const auto rhythm = find_rhythm(phrase)) return *rhythm;

    if (const auto every = find_repeated(phrase)) return bounded(*every, typed);

    const auto sign = phrase.take_sign();
    const auto length = phrase.take_length();
    if (!length || !phrase.done()) {
        grammar::refuse_unclear_length(Phrase(tokens), typed);
        refuse_twofold_rhythm(Phrase(tokens), typed);
        refuse_number_alone(Phrase(tokens), typed);
        throw grammar::not_understood(typed, "length of time", grammar::find_likely_unit(tokens),
                                      duration_examples);
    }
    if (sign == '-' && length->count != 0)
        throw Error(Exit::usage, fmt::format("'{}' runs backwards", typed),
                    fmt::format("leave out the minus sign: '{}'", to_text(*length)));
    return bounded(*length, typed);
}

std::optional<int> find_minutes(std::string_view text) {
    const auto tokens = grammar::tokenize(text);
    const auto minutes = find_minutes(Phrase(tokens));
    if (!minutes || *minutes == 0 || *minutes > most_minutes) return std::nullopt;
    return static_cast<int>(*minutes);
}

int parse_minutes(std::string_view text) {
    const std::string typed = trim(text);
    const auto tokens = grammar::tokenize(text);
    const auto minutes = find_minutes(Phrase(tokens));
    if (!minutes)
        throw grammar::not_understood(typed, "length in minutes", std::nullopt, minutes_examples);
    if (*minutes == 0)
        throw Error(Exit::usage, fmt::format("'{}' is no time at all", typed), minutes_examples);
    if (*minutes > most_minutes)
        throw Error(Exit::usage, fmt::format("'{}' is longer than a day", typed), minutes_examples);
    return static_cast<int>(*minutes);
}

} // namespace mentor
