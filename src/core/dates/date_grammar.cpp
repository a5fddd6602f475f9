// SPDX-License-Identifier: MIT
#include "core/dates/date_grammar.hpp"

#include "core/dates/date_rules.hpp"
#include "core/dates/refusals.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace mentor {
namespace grammar {
namespace {

enum class Half { unsaid, am, pm };

// A time of day as it was typed, before it is known to be one: "25:00" is a time in shape.
struct TypedTime {
    std::string_view clock; // "15:30"; empty where only an hour was typed
    int hour = 0;
    Half half = Half::unsaid;
};

Half take_half(Phrase& phrase) {
    if (phrase.take("am") || phrase.take("a", "m")) return Half::am;
    if (phrase.take("pm") || phrase.take("p", "m")) return Half::pm;
    return Half::unsaid;
}

// "15:30", "3pm", "3:30 pm", "noon", "at 15"; a number alone is a time only after "at".
std::optional<TypedTime> find_typed_time(Phrase phrase) {
    const bool at = phrase.take("at");
    if (!at) phrase.take("t");
    if (phrase.take("noon"))
        return phrase.done() ? std::optional(TypedTime{"12:00"}) : std::nullopt;
    TypedTime typed;
    const auto clock = phrase.take_clock();
    const auto hour = clock ? std::nullopt : phrase.take_number();
    if (!clock && !hour) return std::nullopt;
    typed.clock = clock.value_or("");
    typed.hour = hour.value_or(0);
    typed.half = take_half(phrase);
    const bool complete = clock || at || typed.half != Half::unsaid;
    return complete && phrase.done() ? std::optional(typed) : std::nullopt;
}

[[noreturn]] void refuse_time(std::string_view time) {
    throw Error(Exit::usage, fmt::format("'{}' isn't a time of day", time),
                "write it like '15:30' or '3pm'");
}

// "15:30" or "15:30:00".
TimeOfDay parse_clock(std::string_view clock) {
    const std::size_t colon = clock.find(':');
    const std::string_view hours = clock.substr(0, colon);
    const std::string_view rest = clock.substr(colon + 1);
    const bool seconds = rest.size() == 5 && rest[2] == ':';
    if (hours.size() > 2 || !(rest.size() == 2 || seconds)) refuse_time(clock);
    const auto number = [&](std::string_view digits) {
        int value = 0;
        for (const char digit : digits) {
            if (digit < '0' || digit > '9') refuse_time(clock);
            value = 10 * value + (digit - '0');
        }
        return value;
    };
    const TimeOfDay time{number(hours), number(rest.substr(0, 2)),
                         seconds ? number(rest.substr(3)) : 0};
    if (time.hour > 23 || time.minute > 59 || time.second > 59) refuse_time(clock);
    return time;
}

TimeOfDay to_time(const TypedTime& typed) {
    const bool hour_alone = typed.clock.empty();
    TimeOfDay time = hour_alone ? TimeOfDay{typed.hour} : parse_clock(typed.clock);
    const std::string said = hour_alone ? fmt::format("{}", typed.hour) : std::string(typed.clock);
    if (typed.half != Half::unsaid) {
        const bool pm = typed.half == Half::pm;
        if (time.hour < 1 || time.hour > 12) refuse_time(said + (pm ? "pm" : "am"));
        time.hour = time.hour % 12 + (pm ? 12 : 0);
    } else if (hour_alone && 1 <= time.hour && time.hour <= 12) {
        throw Error(Exit::usage, fmt::format("'at {}' could be morning or afternoon", said),
                    fmt::format("write '{0}am' or '{0}pm'", said));
    }
    if (time.hour > 23) refuse_time(said);
    return time;
}

// A day with its time after it, or before it.
std::optional<Moment> find_timed_day(std::span<const Token> tokens, const Asked& asked) {
    for (std::size_t split = 1; split < tokens.size(); ++split) {
        const Phrase head(tokens.first(split));
        const Phrase tail(tokens.subspan(split));
        if (const auto time = find_typed_time(tail))
            if (const auto date = find_date(head, asked)) return Moment{*date, to_time(*time)};
        if (const auto time = find_typed_time(head))
            if (const auto date = find_date(tail, asked)) return Moment{*date, to_time(*time)};
    }
    return std::nullopt;
}

void refuse_time_alone(std::span<const Token> tokens, const Asked& asked, std::string_view advice) {
    if (find_typed_time(Phrase(tokens)))
        throw Error(Exit::usage, fmt::format("'{}' is a time of day without its day", asked.typed),
                    std::string(advice));
}

std::string_view examples(Reading reading) {
    return reading == Reading::past ? "write it like 'yesterday', 'fri', '22 nov' or '2026-11-22'"
                                    : "write it like 'fri', '22 nov', '2026-11-22' or '2w'";
}

} // namespace

std::optional<Date> find_day_alone(std::span<const Token> tokens, const Asked& asked) {
    if (const auto date = find_date(Phrase(tokens), asked)) return date;
    if (const auto moment = find_timed_day(tokens, asked))
        throw Error(Exit::usage,
                    fmt::format("'{}' has a time, where only a day counts", asked.typed),
                    fmt::format("write {}", to_iso(moment->date)));
    refuse_time_alone(tokens, asked, examples(asked.reading));
    return std::nullopt;
}

} // namespace grammar

Date parse_date(std::string_view text, const Calendar& calendar, Reading reading) {
    const grammar::Asked asked{trim(text), calendar, reading};
    const auto tokens = grammar::tokenize(text);
    if (const auto date = grammar::find_day_alone(tokens, asked)) return *date;
    throw grammar::not_understood(asked.typed, "date", grammar::find_likely_word(tokens),
                                  grammar::examples(reading));
}

Moment parse_moment(std::string_view text, const Calendar& calendar, Reading reading) {
    const grammar::Asked asked{trim(text), calendar, reading};
    const auto tokens = grammar::tokenize(text);
    if (const auto date = grammar::find_date(grammar::Phrase(tokens), asked)) return {*date, {}};
    if (const auto moment = grammar::find_timed_day(tokens, asked)) return *moment;
    grammar::refuse_time_alone(tokens, asked,
                               fmt::format("put the day before it, as in 'today {}'", asked.typed));
    throw grammar::not_understood(asked.typed, "date", grammar::find_likely_word(tokens),
                                  "write it like 'fri 15:30', '22 nov', '2026-11-22' or '2w'");
}

Calendar as_of(Date day, Calendar calendar) {
    if (day < calendar.today) calendar.since = day;
    return calendar;
}

Date refuse_passed(Date day, const Calendar& calendar) {
    const Date first = calendar.since.value_or(calendar.today);
    if (day >= first) return day;
    throw Error(Exit::usage,
                calendar.since ? fmt::format("{} is before {}", to_words(day), to_words(first))
                               : fmt::format("{} has passed", to_words(day)),
                fmt::format("give a day from {} on", calendar.since ? to_iso(first) : "today"));
}

Date parse_day_ahead(std::string_view text, const Calendar& calendar) {
    return refuse_passed(parse_date(text, calendar, Reading::future), calendar);
}

Moment parse_moment_ahead(std::string_view text, const Calendar& calendar) {
    const Moment moment = parse_moment(text, calendar, Reading::future);
    refuse_passed(moment.date, calendar);
    return moment;
}

} // namespace mentor
