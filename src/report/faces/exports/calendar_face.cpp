// SPDX-License-Identifier: MIT
#include "report/faces/exports/calendar_face.hpp"

#include "report/faces/exports/content_lines.hpp"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>

namespace mentor {
namespace {

std::string date_text(Date date) {
    return fmt::format("{:04}{:02}{:02}", year_of(date), month_of(date), day_of_month(date));
}

std::string utc_text(Date date, const TimeOfDay& time) {
    return fmt::format("{}T{:02}{:02}{:02}Z", date_text(date), time.hour, time.minute, time.second);
}

// So many minutes after a moment; nothing where that is past the last year of four digits, with
// which a date is written (3.3.4).
std::optional<std::string> end_text(const Moment& on, int minutes) {
    using namespace std::chrono;
    const auto end = sys_seconds(on.date) + hours(on.time->hour) +
                     std::chrono::minutes(on.time->minute + minutes) + seconds(on.time->second);
    const auto day = floor<days>(end);
    constexpr int last_year = 9999;
    if (year_of(day) > last_year) return std::nullopt;
    const hh_mm_ss time(end - day);
    return utc_text(day, {static_cast<int>(time.hours().count()),
                          static_cast<int>(time.minutes().count()),
                          static_cast<int>(time.seconds().count())});
}

// Without an hour it is all of a day, which DTSTART alone says (3.6.1).
void add_event_times(std::string& out, const CalendarItem& item) {
    const Moment& on = *item.on;
    if (!on.time) {
        add_line(out, "DTSTART;VALUE=DATE", date_text(on.date));
        // In common years 29 February is kept on the 28th.
        const bool is_leap_day = month_of(on.date) == 2 && day_of_month(on.date) == 29;
        if (item.yearly)
            add_line(out, "RRULE",
                     is_leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY");
        add_line(out, "TRANSP", "TRANSPARENT");
        return;
    }
    add_line(out, "DTSTART", utc_text(on.date, *on.time));
    if (!item.minutes || *item.minutes <= 0) return;
    if (const auto end = end_text(on, *item.minutes)) add_line(out, "DTEND", *end);
}

// A day is all that is known of when it was done: noon of it, which is that day nearly everywhere.
void add_fate(std::string& out, const CalendarItem& item) {
    if (item.fate == CalendarItem::Fate::done) {
        add_line(out, "STATUS", "COMPLETED");
        add_line(out, "COMPLETED", utc_text(*item.settled, {12, 0, 0}));
    } else {
        add_line(out, "STATUS",
                 item.fate == CalendarItem::Fate::dropped ? "CANCELLED" : "NEEDS-ACTION");
    }
}

void add_item(std::string& out, const CalendarItem& item) {
    const bool is_todo = item.kind == CalendarItem::Kind::todo;
    const char* component = is_todo ? "VTODO" : "VEVENT";
    add_line(out, "BEGIN", component);
    add_line(out, "UID", calendar_uid(item.name));
    add_line(out, "DTSTAMP", utc_text(item.stamp, {}));
    if (!is_todo) {
        add_event_times(out, item);
    } else {
        if (item.on) add_line(out, "DUE;VALUE=DATE", date_text(item.on->date));
        add_fate(out, item);
    }
    add_text(out, "SUMMARY", item.summary);
    add_text(out, "LOCATION", item.where);
    add_text(out, "DESCRIPTION", item.description);
    add_list(out, "CATEGORIES", item.topics);
    if (item.is_private) add_line(out, "CLASS", "PRIVATE");
    add_line(out, "END", component);
}

} // namespace

std::string calendar_uid(const std::string& name) {
    return name + "@mentor";
}

std::string to_calendar(const std::vector<CalendarItem>& items) {
    std::string out;
    add_line(out, "BEGIN", "VCALENDAR");
    add_line(out, "VERSION", "2.0");
    add_line(out, "PRODID", product_id);
    for (const CalendarItem& item : items)
        add_item(out, item);
    add_line(out, "END", "VCALENDAR");
    return out;
}

} // namespace mentor
