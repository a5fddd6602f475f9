// SPDX-License-Identifier: MIT
#include "core/dates/date_rules.hpp"

#include "core/dates/refusals.hpp"

#include <array>
#include <utility>

namespace mentor::grammar {
namespace {

namespace chr = std::chrono;

Date days_after(Date date, int days) {
    return days < 0 ? subtract(date, {-days, Unit::day}) : add(date, {days, Unit::day});
}

Date last_of(Unit unit, Date date, chr::weekday week_starts) {
    switch (unit) {
    case Unit::day:
        return date;
    case Unit::week:
        return last_of_week(date, week_starts);
    case Unit::month:
        return last_of_month(date);
    case Unit::quarter:
        return last_of_quarter(date);
    case Unit::year:
        break;
    }
    return last_of_year(date);
}

// "today", "tonight", "last night", "tomorrow", "yesterday", "the day after tomorrow", "the day
// before yesterday".
std::optional<Date> named_day(Phrase phrase, const Asked& asked) {
    phrase.take("the");
    const bool after = phrase.take("day", "after");
    const bool before = !after && phrase.take("day", "before");
    int days = 0;
    if (!before && phrase.take("tomorrow"))
        days = after ? 2 : 1;
    else if (!after && phrase.take("yesterday"))
        days = before ? -2 : -1;
    else if (!after && !before && phrase.take("last", "night"))
        days = -1;
    else if (after || before || !phrase.take_one_of({"today", "tonight"}))
        return std::nullopt;
    if (!phrase.done()) return std::nullopt;
    return days_after(asked.calendar.today, days);
}

bool take_coming(Phrase& phrase) {
    Phrase ahead = phrase;
    ahead.take_one_of({"the", "this"});
    if (!ahead.take("coming")) return false;
    phrase = ahead;
    return true;
}

// "fri" in the reading's direction; "next fri", "the coming fri", "last fri", never today; "this
// fri" of this week.
std::optional<Date> weekday_alone(Phrase phrase, const Asked& asked) {
    const bool next = phrase.take("next") || take_coming(phrase);
    const bool last = !next && phrase.take("last");
    const bool same_week = !next && !last && phrase.take("this");
    const auto weekday = phrase.take_weekday();
    if (!weekday || !phrase.done()) return std::nullopt;

    const Date today = asked.calendar.today;
    const chr::weekday starts = asked.calendar.week_starts;
    const int until = static_cast<int>((*weekday - chr::weekday{today}).count());
    const int since = static_cast<int>((chr::weekday{today} - *weekday).count());
    if (next) return days_after(today, until == 0 ? 7 : until);
    if (last) return days_after(today, since == 0 ? -7 : -since);
    if (same_week) return first_of_week(today, starts) + (*weekday - starts);
    return days_after(today, asked.reading == Reading::past ? -since : until);
}

// "next week", "last month": the same day, one unit away.
std::optional<Date> one_unit_away(Phrase phrase, const Asked& asked) {
    const bool next = phrase.take("next");
    if (!next && !phrase.take("last")) return std::nullopt;
    const auto unit = phrase.take_unit();
    if (!unit || !phrase.done()) return std::nullopt;
    return next ? add(asked.calendar.today, *unit) : subtract(asked.calendar.today, *unit);
}

// "in 10 days", "2 weeks from now", "+2w", "2 weeks ago", "-3d"; and "3d", which counts in the
// reading's direction: "--since 2w" looks back, "--due 2w" ahead.
std::optional<Date> length_away(Phrase phrase, const Asked& asked) {
    const auto sign = phrase.take_sign();
    const bool in = !sign && phrase.take("in");
    const auto length = phrase.take_length();
    const bool bare = length && !sign && !in;
    const bool ago = bare && phrase.take("ago");
    const bool from_now =
        bare && !ago && (phrase.take("from", "now") || phrase.take("from", "today"));
    if (!length || !phrase.done()) return std::nullopt;
    refuse_too_long(*length, asked.typed);

    const bool back = sign == '-' || ago;
    const bool ahead = sign == '+' || in || from_now;
    const bool past = back || (!ahead && asked.reading == Reading::past);
    return past ? subtract(asked.calendar.today, *length) : add(asked.calendar.today, *length);
}

std::optional<Unit> find_end_word(Phrase phrase) {
    constexpr auto words = std::to_array<std::pair<std::string_view, Unit>>({{"eod", Unit::day},
                                                                             {"eow", Unit::week},
                                                                             {"eom", Unit::month},
                                                                             {"eoq", Unit::quarter},
                                                                             {"eoy", Unit::year}});
    for (const auto& [word, unit] : words)
        if (phrase.take(word)) return phrase.done() ? std::optional(unit) : std::nullopt;
    return std::nullopt;
}

// "eow", "end of month", "the end of next quarter".
std::optional<Date> end_of_unit(Phrase phrase, const Asked& asked) {
    const Date today = asked.calendar.today;
    const auto week_starts = asked.calendar.week_starts;
    if (const auto unit = find_end_word(phrase)) return last_of(*unit, today, week_starts);

    phrase.take("the");
    if (!phrase.take("end", "of")) return std::nullopt;
    const bool next = phrase.take("next");
    const bool last = !next && phrase.take("last");
    if (!next && !last) phrase.take_one_of({"the", "this"});
    const auto unit = phrase.take_unit();
    if (!unit || unit->count != 1 || !phrase.done()) return std::nullopt;
    const Date within = next ? add(today, *unit) : last ? subtract(today, *unit) : today;
    return last_of(unit->unit, within, week_starts);
}

} // namespace

std::optional<Date> find_date_from_today(Phrase phrase, const Asked& asked) {
    for (const auto rule : {named_day, weekday_alone, one_unit_away, length_away, end_of_unit}) {
        const auto date = rule(phrase, asked);
        if (!date) continue;
        // A week may end after the last day of all.
        if (!find_day(year_of(*date), 1, 1)) throw out_of_reach(asked.typed);
        return date;
    }
    refuse_unclear_length(phrase, asked.typed);
    return std::nullopt;
}

std::optional<Date> find_date(Phrase phrase, const Asked& asked) {
    phrase.take("on");
    if (const auto date = find_date_from_today(phrase, asked)) return date;
    return find_calendar_date(phrase, asked);
}

} // namespace mentor::grammar
