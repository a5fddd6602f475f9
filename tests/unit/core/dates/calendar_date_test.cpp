// SPDX-License-Identifier: MIT
//
// The part of the grammar of dates that names a day of the calendar, and its refusals.
#include "unit/core/dates/date_table.hpp"

namespace mentor::calendar_date_test {

using namespace mentor::testing;

TEST_CASE("a date that begins with its year needs no reading") {
    check({
        {sunday, future, "2026-11-22", "2026-11-22"},
        {sunday, past, "2026-11-22", "2026-11-22"},
        {sunday, past, "2030-01-31", "2030-01-31"},
        {sunday, future, "1999-12-31", "1999-12-31"},
        {sunday, future, " 2026-11-22 ", "2026-11-22"},
        {sunday, future, "2026/11/22", "2026-11-22"},
        {sunday, future, "2026.11.22", "2026-11-22"},
        {sunday, future, "2026-1-5", "2026-01-05"},
        {sunday, future, "2028-02-29", "2028-02-29"},
        {sunday, future, "2000-02-29", "2000-02-29"},
        {sunday, future, "0001-01-01", "0001-01-01"},
        {sunday, future, "9999-12-31", "9999-12-31"},
        {sunday, future, "on 2026-11-22", "2026-11-22"},
        {sunday, future, "sun 2026-11-22", "2026-11-22"},
        {sunday, future, "2026-nov-22", "2026-11-22"},
        {sunday, future, "2026 november 22", "2026-11-22"},
    });
}

TEST_CASE("a date that begins with its year has its figures and signs in order") {
    for (const Reading reading : {future, past}) {
        for (const std::string typed :
             {"2026-011-02", "2026-11-0002", "2026-11-002", "2026/11/022", "2026-0011-22",
              "2026-11-2026", "2026-11/22", "2026/11-22", "2026.11-22", "2026-11.22"}) {
            check({{sunday, reading, typed,
                    "can't read '" + typed + "' as a date | write it like '2026-11-22'"}});
        }
    }
}

TEST_CASE("a day and a month are read with their year, in either order") {
    check({
        {sunday, future, "22 nov 2027", "2027-11-22"},
        {sunday, past, "22 nov 2027", "2027-11-22"},
        {sunday, future, "22 november 2027", "2027-11-22"},
        {sunday, future, "nov 22 2027", "2027-11-22"},
        {sunday, future, "Nov 22, 2027", "2027-11-22"},
        {sunday, future, "November 22nd, 2027", "2027-11-22"},
        {sunday, future, "nov 22nd 2027", "2027-11-22"},
        {sunday, future, "22nd nov 2027", "2027-11-22"},
        {sunday, future, "the 22nd of November 2027", "2027-11-22"},
        {sunday, future, "22. nov. 2027", "2027-11-22"},
        {sunday, future, "22-Nov-2027", "2027-11-22"},
        {sunday, future, "22nov2027", "2027-11-22"},
        {sunday, future, "1st january 2027", "2027-01-01"},
        {sunday, future, "3rd mar 2027", "2027-03-03"},
        {sunday, future, "04 may 2027", "2027-05-04"},
        {sunday, future, "29 feb 2028", "2028-02-29"},
        {sunday, future, "feb 29 2000", "2000-02-29"},
        {sunday, future, "Sun 22 Nov 2026", "2026-11-22"},
        {sunday, future, "sunday, november 22, 2026", "2026-11-22"},
    });
}

TEST_CASE("every month has its names") {
    check({
        {sunday, future, "1 jan 2027", "2027-01-01"},
        {sunday, future, "1 january 2027", "2027-01-01"},
        {sunday, future, "1 feb 2027", "2027-02-01"},
        {sunday, future, "1 february 2027", "2027-02-01"},
        {sunday, future, "1 mar 2027", "2027-03-01"},
        {sunday, future, "1 march 2027", "2027-03-01"},
        {sunday, future, "1 apr 2027", "2027-04-01"},
        {sunday, future, "1 april 2027", "2027-04-01"},
        {sunday, future, "1 may 2027", "2027-05-01"},
        {sunday, future, "1 jun 2027", "2027-06-01"},
        {sunday, future, "1 june 2027", "2027-06-01"},
        {sunday, future, "1 jul 2027", "2027-07-01"},
        {sunday, future, "1 july 2027", "2027-07-01"},
        {sunday, future, "1 aug 2027", "2027-08-01"},
        {sunday, future, "1 august 2027", "2027-08-01"},
        {sunday, future, "1 sep 2027", "2027-09-01"},
        {sunday, future, "1 sept 2027", "2027-09-01"},
        {sunday, future, "1 september 2027", "2027-09-01"},
        {sunday, future, "1 oct 2027", "2027-10-01"},
        {sunday, future, "1 october 2027", "2027-10-01"},
        {sunday, future, "1 nov 2027", "2027-11-01"},
        {sunday, future, "1 NOVEMBER 2027", "2027-11-01"},
        {sunday, future, "1 dec 2027", "2027-12-01"},
        {sunday, future, "1 December 2027", "2027-12-01"},
    });
}

TEST_CASE("a day and a month alone are of the nearest year in the reading's direction") {
    check({
        {sunday, future, "22 nov", "2026-11-22"},
        {sunday, past, "22 nov", "2026-11-22"},
        {sunday, future, "nov 22", "2026-11-22"},
        {sunday, future, "22nd nov", "2026-11-22"},
        {sunday, future, "22nov", "2026-11-22"},
        {sunday, future, "21 nov", "2027-11-21"},
        {sunday, past, "21 nov", "2026-11-21"},
        {sunday, future, "23 nov", "2026-11-23"},
        {sunday, past, "23 nov", "2025-11-23"},
        {sunday, future, "1 jan", "2027-01-01"},
        {sunday, past, "1 jan", "2026-01-01"},
        {sunday, future, "31 dec", "2026-12-31"},
        {sunday, past, "31 dec", "2025-12-31"},
        {"2026-12-31", past, "31 dec", "2026-12-31"},
        {"2026-12-31", future, "1 jan", "2027-01-01"},
        {"2027-01-01", past, "31 dec", "2026-12-31"},
        {"2027-01-01", future, "31 dec", "2027-12-31"},
        {sunday, future, "sun 22 nov", "2026-11-22"},
        {sunday, future, "fri 27 nov", "2026-11-27"},
        {sunday, future, "29 feb", "2028-02-29"},
        {sunday, past, "29 feb", "2024-02-29"},
        {"2024-02-29", future, "29 feb", "2024-02-29"},
        {"2024-02-29", past, "29 feb", "2024-02-29"},
        {"2024-03-01", future, "29 feb", "2028-02-29"},
        {"2028-02-28", past, "29 feb", "2024-02-29"},
        {"1896-03-01", future, "29 feb", "1904-02-29"},
        {"1904-02-28", past, "29 feb", "1896-02-29"},
        {"1996-03-01", future, "29 feb", "2000-02-29"},
        {"2000-03-01", future, "29 feb", "2004-02-29"},
        {"2096-03-01", future, "29 feb", "2104-02-29"},
        {"2103-12-31", past, "29 feb", "2096-02-29"},
    });
}

TEST_CASE("an ordinal alone is of the nearest month that has it") {
    check({
        {sunday, future, "the 22nd", "2026-11-22"},
        {sunday, past, "the 22nd", "2026-11-22"},
        {sunday, future, "22nd", "2026-11-22"},
        {sunday, future, "the 21st", "2026-12-21"},
        {sunday, past, "the 21st", "2026-11-21"},
        {sunday, past, "the 23rd", "2026-10-23"},
        {sunday, future, "on the 1st", "2026-12-01"},
        {sunday, future, "31st", "2026-12-31"},
        {sunday, past, "the 31st", "2026-10-31"},
        {"2026-12-31", future, "the 1st", "2027-01-01"},
        {"2027-01-31", future, "the 30th", "2027-03-30"},
        {"2027-01-30", future, "the 29th", "2027-03-29"},
        {"2028-01-30", future, "the 29th", "2028-02-29"},
        {"2027-03-01", past, "the 30th", "2027-01-30"},
        {"2027-03-28", past, "the 29th", "2027-01-29"},
        {"2027-01-01", past, "the 31st", "2026-12-31"},
        {sunday, future, "32nd", "'32nd' doesn't exist | months have up to 31 days"},
        {sunday, future, "the 0th", "'the 0th' doesn't exist | months have up to 31 days"},
    });
}

TEST_CASE("a day that doesn't exist is named") {
    check({
        {sunday, future, "29 february 2027",
         "29 February 2027 doesn't exist | February 2027 has 28 days"},
        {sunday, future, "2027-02-29",
         "29 February 2027 doesn't exist | February 2027 has 28 days"},
        {sunday, past, "feb 29 1900", "29 February 1900 doesn't exist | February 1900 has 28 days"},
        {sunday, future, "2100-02-29",
         "29 February 2100 doesn't exist | February 2100 has 28 days"},
        {sunday, future, "30 feb 2028",
         "30 February 2028 doesn't exist | February 2028 has 29 days"},
        {sunday, future, "2026-11-31",
         "31 November 2026 doesn't exist | November 2026 has 30 days"},
        {sunday, future, "2026-12-32",
         "32 December 2026 doesn't exist | December 2026 has 31 days"},
        {sunday, future, "2026-12-00", "0 December 2026 doesn't exist | December 2026 has 31 days"},
        {sunday, future, "2026-13-01", "2026-13-01 doesn't exist | months run from 01 to 12"},
        {sunday, future, "2026-00-10", "2026-00-10 doesn't exist | months run from 01 to 12"},
        {sunday, future, "31 nov", "31 November doesn't exist | November has 30 days"},
        {sunday, past, "apr 31st", "31 April doesn't exist | April has 30 days"},
        {sunday, future, "30 feb", "30 February doesn't exist | February has 28 or 29 days"},
        {sunday, future, "32 dec", "32 December doesn't exist | December has 31 days"},
        {sunday, future, "0 jan", "0 January doesn't exist | January has 31 days"},
    });
}

TEST_CASE("figures whose order is unclear are refused with the days that they could be") {
    check({
        {sunday, future, "03/04/2026",
         "'03/04/2026' can be read two ways | "
         "write 2026-04-03 for Fri 3 Apr 2026, or 2026-03-04 for Wed 4 Mar 2026"},
        {sunday, past, "3/4/2026",
         "'3/4/2026' can be read two ways | "
         "write 2026-04-03 for Fri 3 Apr 2026, or 2026-03-04 for Wed 4 Mar 2026"},
        {sunday, future, "03.04.2026",
         "'03.04.2026' can be read two ways | "
         "write 2026-04-03 for Fri 3 Apr 2026, or 2026-03-04 for Wed 4 Mar 2026"},
        {sunday, future, "3-4-2026",
         "'3-4-2026' can be read two ways | "
         "write 2026-04-03 for Fri 3 Apr 2026, or 2026-03-04 for Wed 4 Mar 2026"},
        {sunday, future, "3/4",
         "'3/4' can be read two ways | "
         "write 2027-04-03 for Sat 3 Apr 2027, or 2027-03-04 for Thu 4 Mar 2027"},
        {sunday, past, "3.4.",
         "'3.4.' can be read two ways | "
         "write 2026-04-03 for Fri 3 Apr 2026, or 2026-03-04 for Wed 4 Mar 2026"},
        {sunday, future, "25/12/2026",
         "'25/12/2026' needs the year first | write 2026-12-25 for Fri 25 Dec 2026"},
        {sunday, future, "12/25/2026",
         "'12/25/2026' needs the year first | write 2026-12-25 for Fri 25 Dec 2026"},
        {sunday, past, "25.12.",
         "'25.12.' needs the year first | write 2025-12-25 for Thu 25 Dec 2025"},
        {sunday, future, "25/12",
         "'25/12' needs the year first | write 2026-12-25 for Fri 25 Dec 2026"},
        {sunday, future, "05/05/2026",
         "'05/05/2026' needs the year first | write 2026-05-05 for Tue 5 May 2026"},
        {sunday, future, "2/29",
         "'2/29' needs the year first | write 2028-02-29 for Tue 29 Feb 2028"},
        {sunday, future, "29/02/2028",
         "'29/02/2028' needs the year first | write 2028-02-29 for Tue 29 Feb 2028"},
        {sunday, future, "29/02/2027",
         "'29/02/2027' doesn't exist, whichever way it is read | "
         "write the year first, as in 2026-11-22"},
        {sunday, future, "31/04/2026",
         "'31/04/2026' doesn't exist, whichever way it is read | "
         "write the year first, as in 2026-11-22"},
        {sunday, future, "13/13",
         "'13/13' doesn't exist, whichever way it is read | "
         "write the year first, as in 2026-11-22"},
        {sunday, future, "3/4/26",
         "'3/4/26' can be read in several ways | "
         "write the year first and in full, as in 2026-11-22"},
    });
}

TEST_CASE("what lacks a day, a year or a unit is refused with what to add") {
    check({
        {sunday, future, "november",
         "'november' is a month, not a day | "
         "add the day, as in '1 November', or write 'end of November'"},
        {sunday, past, "Nov",
         "'Nov' is a month, not a day | "
         "add the day, as in '1 November', or write 'end of November'"},
        {sunday, future, "nov 2027",
         "'nov 2027' is a month, not a day | "
         "add the day, as in '1 November 2027', or write 'end of November 2027'"},
        {sunday, future, "2027-02",
         "'2027-02' is a month, not a day | "
         "add the day, as in '1 February 2027', or write 'end of February 2027'"},
        {sunday, future, "2/2027",
         "'2/2027' is a month, not a day | "
         "add the day, as in '1 February 2027', or write 'end of February 2027'"},
        {sunday, future, "2027",
         "'2027' is a year, not a day | add the month and the day, as in 2027-01-15"},
        {sunday, future, "22 nov 27",
         "'22 nov 27' leaves the year unclear | write it in full, as in '22 Nov 2027'"},
        {sunday, future, "nov 22, 127",
         "'nov 22, 127' leaves the year unclear | write it in full, as in '22 Nov 2026'"},
        {sunday, future, "3",
         "'3' is only a number | add a unit or a month, as in '3d' or '3 jan'"},
        {sunday, past, "45", "'45' is only a number | add a unit, as in '45d'"},
        {sunday, future, "mon 22 nov 2026",
         "2026-11-22 is a Sunday, not a Monday | leave the weekday out, or correct one of them"},
        {sunday, future, "tue 2026-11-22",
         "2026-11-22 is a Sunday, not a Tuesday | leave the weekday out, or correct one of them"},
        {sunday, past, "fri 23 nov",
         "2025-11-23 is a Sunday, not a Friday | leave the weekday out, or correct one of them"},
        {sunday, future, "2026-11-22T15:30",
         "'2026-11-22T15:30' has a time, where only a day counts | write 2026-11-22"},
        {sunday, future, "fri at 3pm",
         "'fri at 3pm' has a time, where only a day counts | write 2026-11-27"},
        {sunday, future, "3pm",
         "'3pm' is a time of day without its day | "
         "write it like 'fri', '22 nov', '2026-11-22' or '2w'"},
    });
}

TEST_CASE("a bare day and month is never on the wrong side of today") {
    for (Date today = make_date(2023, 12, 1); today < make_date(2029, 3, 1); today += Days{1}) {
        const std::string typed = to_words(today).substr(4, 6);
        REQUIRE(parse_date(typed, Calendar{today}, future) == today);
        REQUIRE(parse_date(typed, Calendar{today}, past) == today);
        const Days ahead = parse_date("15 jun", Calendar{today}, future) - today;
        const Days behind = today - parse_date("15 jun", Calendar{today}, past);
        REQUIRE((0 <= ahead.count() && ahead.count() <= 365));
        REQUIRE((0 <= behind.count() && behind.count() <= 365));
        const bool is_it = ahead == Days{0};
        REQUIRE(is_it == (behind == Days{0}));
    }
}

} // namespace mentor::calendar_date_test
