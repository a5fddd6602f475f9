// SPDX-License-Identifier: MIT
#include "core/rules/people/occasions.hpp"
#include "core/rules/prep.hpp"
#include "unit/core/rules/person.hpp"

#include <doctest/doctest.h>

namespace mentor::occasions_test {

using namespace mentor::testing;

namespace {

Occasion occasion(int month, std::optional<int> on, std::optional<int> year = {},
                  bool yearly = true, std::string what = "birthday") {
    return Person().keeps(std::move(what), month, on, year, yearly).occasions.front();
}

std::string next(const Occasion& occasion, std::string_view today) {
    const auto found = next_day(occasion, day(today));
    return found ? to_iso(*found) : "none";
}

} // namespace

TEST_CASE("an occasion comes round on its day, and that day still is its day") {
    CHECK(next(occasion(12, 10), "2026-12-09") == "2026-12-10");
    CHECK(next(occasion(12, 10), "2026-12-10") == "2026-12-10");
    CHECK(next(occasion(12, 10), "2026-12-11") == "2027-12-10");
    CHECK(next(occasion(12, 10, 1815), "2026-12-11") == "2027-12-10");
}

TEST_CASE("an occasion never falls before the year that the file names") {
    CHECK(next(occasion(5, 1, 2028), "2026-11-22") == "2028-05-01");
    CHECK(next(occasion(5, 1, 2028), "2028-05-02") == "2029-05-01");
    CHECK(next(occasion(5, 1, 2028, false), "2026-11-22") == "2028-05-01");
    CHECK_FALSE(day_in(2027, occasion(5, 1, 2028)).has_value());
}

TEST_CASE("what happens once comes round once; without a year it is every year's") {
    CHECK(next(occasion(6, 5, 2027, false), "2027-06-05") == "2027-06-05");
    CHECK(next(occasion(6, 5, 2027, false), "2027-06-06") == "none");
    CHECK_FALSE(day_in(2028, occasion(6, 5, 2027, false)).has_value());
    CHECK(next(occasion(6, 5, {}, false), "2027-06-06") == "2028-06-05");
}

TEST_CASE("29 February is kept on the 28th in common years") {
    CHECK(next(occasion(2, 29, 1988), "2027-02-28") == "2027-02-28");
    CHECK(next(occasion(2, 29, 1988), "2027-03-01") == "2028-02-29");
    CHECK(next(occasion(2, 29, 2028), "2026-11-22") == "2028-02-29");
    CHECK(next(occasion(2, 29, 2028, false), "2026-11-22") == "2028-02-29");
    CHECK(next(occasion(2, 29), "2100-02-01") == "2100-02-28");
}

TEST_CASE("of an occasion whose month alone is known every day of it may be the day") {
    const Occasion december = occasion(12, {});
    CHECK(next(december, "2026-11-22") == "2026-12-01");
    CHECK(next(december, "2026-12-15") == "2026-12-15");
    CHECK(next(december, "2026-12-31") == "2026-12-31");
    CHECK(next(december, "2027-01-01") == "2027-12-01");
    CHECK(last_day_in(2027, occasion(2, {})) == day("2027-02-28"));
    CHECK(is_this_month(december, day("2026-12-31")));
    CHECK_FALSE(is_this_month(december, day("2026-11-30")));
    CHECK_FALSE(is_this_month(occasion(12, 10), day("2026-12-10")));
    CHECK(day_text(december) == "12");
    CHECK(day_text(occasion(2, 9)) == "02-09");
    CHECK(day_text(occasion(2, 9, 815)) == "0815-02-09");
    CHECK(month_words(december) == "in December");
}

TEST_CASE("beyond the last year of the calendar nothing comes round") {
    CHECK(next(occasion(12, 31), "9999-12-31") == "9999-12-31");
    CHECK(next(occasion(12, 30), "9999-12-31") == "none");
}

TEST_CASE("the next day is the first that any year has, from today on") {
    const std::vector<std::optional<int>> years{{}, 1987, 2026, 2027, 2028};
    for (const auto& year : years)
        for (const bool yearly : {true, false})
            for (const auto& [month, on] : {std::pair{1, 1}, {2, 28}, {2, 29}, {11, 22}, {12, 31}})
                for (Date today = day("2026-11-20"); today < day("2028-03-05"); today += Days{7}) {
                    const Occasion kept = occasion(month, on, year, yearly);
                    std::optional<Date> first;
                    for (int in = 1980; in < 2040 && !first; ++in)
                        if (const auto falls = day_in(in, kept); falls && *falls >= today)
                            first = falls;
                    CHECK(next_day(kept, today) == first);
                }
}

TEST_CASE("due and prep agree on when an occasion falls") {
    Person person = Person().every(90, Unit::year).met_on("2026-11-01");
    person.keeps("birthday", 2, 29, 1988).keeps("wedding", 1, 3, 2027, false);
    person.keeps("graduation", 1, 3, 2028);
    for (Date today = day("2026-12-01"); today < day("2028-03-05"); today += Days{1}) {
        const Prep page = prep(person, {}, today);
        for (const Reminder& reminder : reminders(person, to_iso(today), 35)) {
            if (reminder.kind != ReminderKind::occasion) continue;
            CHECK(std::ranges::count(page.occasions, reminder.on, &NearOccasion::on) >= 1);
        }
    }
}

TEST_CASE("a birthday whose year is known says an age; nothing else does") {
    CHECK(age_on(day("2027-01-03"), occasion(1, 3, 1987)) == 40);
    CHECK(age_on(day("2027-01-03"), occasion(1, 3, 1987, true, " Birthday")) == std::nullopt);
    CHECK(age_on(day("2027-01-03"), occasion(1, 3, 1987, true, "BIRTHDAY")) == 40);
    CHECK(age_on(day("2027-01-03"), occasion(1, 3)) == std::nullopt);
    CHECK(age_on(day("1987-01-03"), occasion(1, 3, 1987)) == std::nullopt);
    CHECK(age_on(day("2027-01-03"), occasion(1, 3, 2019, true, "wedding")) == std::nullopt);
}

TEST_CASE("an occasion is named as it is written, or else in any case") {
    const std::vector<Occasion> all{occasion(12, 10, {}, true, "birthday"),
                                    occasion(3, 4, {}, true, "Birthday"),
                                    occasion(7, 1, {}, true, "Name Day")};
    using Places = std::vector<std::size_t>;
    CHECK(named_occasions(all, "birthday") == Places{0});
    CHECK(named_occasions(all, "Birthday") == Places{1});
    CHECK(named_occasions(all, "BIRTHDAY") == Places{0, 1});
    CHECK(named_occasions(all, "name day") == Places{2});
    CHECK(named_occasions(all, "fair").empty());
}

TEST_CASE("a birthday is the one on that day, of whatever year, or else any") {
    const std::vector<Occasion> all{occasion(12, 10), occasion(3, 4, {}, true, "Birthday"),
                                    occasion(3, 4, {}, true, "name day"), occasion(5, {})};
    using Places = std::vector<std::size_t>;
    CHECK(birthdays_for(all, "1990-03-04") == Places{1});
    CHECK(birthdays_for(all, "12-10") == Places{0});
    CHECK(birthdays_for(all, "12-11") == Places{0, 1, 3});
    CHECK(birthdays_for({occasion(12, 10)}, "12-11") == Places{0});
    CHECK(birthdays_for({}, "12-11").empty());
}

} // namespace mentor::occasions_test
