// SPDX-License-Identifier: MIT
//
// Days, times of day and durations, and their arithmetic: the proleptic Gregorian calendar of TOML
// and ISO 8601, years 1 to 9999, no time zones. Knows no words of a person's: see date_grammar.hpp.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// A day. Differences and sums with whole days are std::chrono's.
using Date = std::chrono::sys_days;
using Days = std::chrono::days;

struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    int second = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

// A day, with the time of day where it is known (TOML's local date and local date-time).
struct Moment {
    Date date;
    std::optional<TimeOfDay> time;
    auto operator<=>(const Moment&) const = default;
};

enum class Unit { day, week, month, quarter, year };

// A length as a person counts it: "4w", "3mo". Months have no fixed number of days, so a duration
// becomes days only beside a date.
struct Duration {
    int count = 0;
    Unit unit = Unit::day;
    bool operator==(const Duration&) const = default;
};

// Throws Error(usage) for a day that doesn't exist, naming it: "29 February 2027 doesn't exist".
Date make_date(int year, int month, int day);
std::optional<Date> find_day(int year, int month, int day); // nullopt instead

// Months, quarters and years clamp to the last day of the month: 31 Jan + 1mo is 28 or 29 Feb.
// Throws Error(usage) where the result leaves the years 1 to 9999.
Date add(Date date, Duration duration);
Date subtract(Date date, Duration duration);

// Half of it, in days, rounded down, counted from `from`: the default grace of a cadence.
Days half(Duration duration, Date from);

int year_of(Date date);
int month_of(Date date);     // 1 to 12
int day_of_month(Date date); // 1 to 31

// The first and last day of what contains `date`.
Date first_of_week(Date date, std::chrono::weekday week_starts);
Date last_of_week(Date date, std::chrono::weekday week_starts);
Date first_of_month(Date date);
Date last_of_month(Date date);
Date first_of_quarter(Date date);
Date last_of_quarter(Date date);
Date first_of_year(Date date);
Date last_of_year(Date date);

// Negative where `from` is the later one; a moment without a time is the beginning of its day.
long seconds_between(const Moment& from, const Moment& to);

std::string to_iso(Date date);                 // "2026-11-22"
std::string to_iso(const Moment& moment);      // "2026-11-22", or "2026-11-22T15:30:00"
std::string to_text(Duration duration);        // as it is written in a file: "4w", "3mo", "1q"
std::string to_words(Duration duration);       // as it is said: "4 weeks", "1 month"
std::string rhythm_words(Duration duration);   // how often: "every 4 weeks", "every month"
std::string to_text(std::chrono::weekday day); // as it is written in the configuration: "sunday"
std::string weekday_name(Date date);           // "Sun"
std::string to_words(Date date);               // with its weekday: "Sun 22 Nov 2026"
std::string to_words(const Moment& moment);    // "Sun 22 Nov 2026, 15:30"
std::string short_day(Date date);              // where the year goes without saying: "Sun 22 Nov"
std::string near_day(Date date, Date today);   // the same; in full where the year is another
std::string plain_day(Date date);              // where the weekday says nothing: "22 Nov 2026"

// "today", "tomorrow", "yesterday", "in 5 days", "12 days ago". Days up to 60, then months up to 23
// ("in 3 months"), then years, rounded down.
std::string relative(Date date, Date today);

// Whether `text` is written like `shape`, which has a d wherever a digit may stand: "dddd-dd-dd".
bool is_shaped(std::string_view text, std::string_view shape);

// Exactly "YYYY-MM-DD" and nothing else; nullopt for another shape or a day that doesn't exist.
std::optional<Date> find_iso_date(std::string_view text);

} // namespace mentor
