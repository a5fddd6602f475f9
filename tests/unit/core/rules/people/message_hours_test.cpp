#include "core/rules/people/message_hours.hpp"

#include <doctest/doctest.h>

namespace mentor::message_hours_test {

using mentor::find_message_hours;
using mentor::hours_words;
using mentor::Moment;
using mentor::TimeOfDay;

TEST_CASE("hours of messages are two times of day; other words are a person's") {
    for (const char* typed : {"09:00-17:00", "9-17", "9 to 17", " 09:00 – 17:00 ", "9:00-17"}) {
        CAPTURE(typed);
        const auto hours = find_message_hours(typed);
        REQUIRE(hours);
        CHECK(hours->from == TimeOfDay{9});
        CHECK(hours->until == TimeOfDay{17});
    }
    for (const char* typed : {"", "mornings", "9", "9-", "9-17 or so", "25:00-26:00", "9:75-10:00",
                              "-9-17", "9am-5pm"}) {
        CAPTURE(typed);
        CHECK_FALSE(find_message_hours(typed));
    }
}

TEST_CASE("hours include their beginning and not their end, and may pass midnight") {
    const auto day = *find_message_hours("9-17");
    CHECK(day.include({9}));
    CHECK(day.include({16, 59}));
    CHECK_FALSE(day.include({17}));
    CHECK_FALSE(day.include({8, 59}));
    const auto night = *find_message_hours("22-6");
    CHECK(night.include({23}));
    CHECK(night.include({5, 59}));
    CHECK_FALSE(night.include({6}));
    CHECK_FALSE(night.include({12}));
}

TEST_CASE("a time there is said with its weekday where that is another") {
    const Moment here{mentor::make_date(2026, 11, 25), TimeOfDay{20}};
    const Moment there{mentor::make_date(2026, 11, 26), TimeOfDay{1, 40}};
    const auto words = [&](const char* hours, const Moment& moment) {
        return hours_words({"Ada", hours, "Asia/Kolkata", here, moment});
    };
    CHECK(words("9-17", there) == "It is Thu 01:40 for Ada; messages are welcome 9-17.");
    CHECK(words("22-6", there) == "It is Thu 01:40 for Ada, a good hour for messages: 22-6.");
    CHECK(words("mornings", here) == "It is 20:00 for Ada; messages are welcome mornings.");
    CHECK(words("", here) == "It is 20:00 for Ada.");
}

TEST_CASE("without a zone only what isn't within their hours needs a word") {
    const Moment here{mentor::make_date(2026, 11, 25), TimeOfDay{20}};
    CHECK(hours_words({"Ada", "9-17", "", here, here}) == "Messages to Ada are welcome 9-17.");
    CHECK(hours_words({"Ada", "9-22", "", here, here}).empty());
    CHECK(hours_words({"Ada", "evenings", "", here, here}) ==
          "Messages to Ada are welcome evenings.");
    CHECK(hours_words({"Ada", "", "", here, here}).empty());
    CHECK(hours_words({"Ada", "9-17", "Moon/Tycho", here, {}}) ==
          "Messages to Ada are welcome 9-17.");
}

} // namespace mentor::message_hours_test
