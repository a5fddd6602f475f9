// SPDX-License-Identifier: MIT
//
// The "by fri" at the end of a promise.
#include "core/dates/by_day.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace mentor::by_day_test {

namespace {

// 22 November 2026 is a Sunday.
const Calendar sunday{make_date(2026, 11, 22)};

struct Row {
    std::string typed;
    std::string expected; // the text and the day, or the message with its advice after a bar
};

void check(std::initializer_list<Row> rows, const std::optional<Date>& due = std::nullopt) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        std::string became;
        try {
            const WithDue found = parse_with_due(row.typed, sunday, due);
            became = found.text + " @ " + (found.due ? to_iso(*found.due) : "never");
        } catch (const Error& error) {
            CHECK(error.exit() == Exit::usage);
            became = error.diagnostic().what + " | " + error.diagnostic().advice;
        }
        CHECK(became == row.expected);
    }
}

std::string unread(const std::string& typed, const std::string& likely = "") {
    const std::string hint = likely.empty() ? "" : "did you mean '" + likely + "'?\n";
    return "can't read '" + typed + "' as a date | " + hint +
           "write it like 'by fri', 'by 22 nov' or 'by 2w', at the very end; where no date is "
           "meant, say it without 'by'";
}

} // namespace

TEST_CASE("what is promised may say by when at its end") {
    check({
        {"Send the draft by fri", "Send the draft @ 2026-11-27"},
        {"Send the draft by 2w", "Send the draft @ 2026-12-06"},
        {"Send the draft by nov 22", "Send the draft @ 2026-11-22"},
        {"Send the draft BY Fri", "Send the draft @ 2026-11-27"},
        {"Send the draft  by  fri ", "Send the draft @ 2026-11-27"},
        {"Send the draft\tby fri", "Send the draft @ 2026-11-27"},
        {"Send the draft by 2026-12-03", "Send the draft @ 2026-12-03"},
        {"Send the draft by the 30th", "Send the draft @ 2026-11-30"},
        {"Send the draft by end of month", "Send the draft @ 2026-11-30"},
        {"Send the draft by next fri", "Send the draft @ 2026-11-27"},
        {"Send the draft by coming friday", "Send the draft @ 2026-11-27"},
        {"Send the draft by the coming sunday", "Send the draft @ 2026-11-29"},
        {"Send it by email by fri", "Send it by email @ 2026-11-27"},
        {"Zoë liest es by fri", "Zoë liest es @ 2026-11-27"},
        {"by by fri", "by @ 2026-11-27"},
    });
}

TEST_CASE("punctuation around the day belongs to neither") {
    check({
        {"Send the draft, by fri.", "Send the draft @ 2026-11-27"},
        {"Send the draft by Friday!", "Send the draft @ 2026-11-27"},
        {"Send the draft by friday?!", "Send the draft @ 2026-11-27"},
        {"Send the draft (by fri)", "Send the draft @ 2026-11-27"},
        {"Send the draft [by fri]", "Send the draft @ 2026-11-27"},
        {"Send the draft - by: fri;", "Send the draft @ 2026-11-27"},
        {"Send the draft: by 22 nov.", "Send the draft @ 2026-11-22"},
    });
}

TEST_CASE("a part of the day stays in the text") {
    check({
        {"Send it by friday morning", "Send it (morning) @ 2026-11-27"},
        {"Send it by friday morning!", "Send it (morning) @ 2026-11-27"},
        {"Send it by Friday Afternoon.", "Send it (afternoon) @ 2026-11-27"},
        {"Send it by fri, in the evening", "Send it (evening) @ 2026-11-27"},
        {"Send it by tomorrow night", "Send it (night) @ 2026-11-23"},
        {"Send it by monday noon", "Send it (noon) @ 2026-11-23"},
        {"Send it by 22 nov at lunchtime", "Send it (lunchtime) @ 2026-11-22"},
        {"Send it by tonight", "Send it (evening) @ 2026-11-22"},
        {"Send it by this afternoon", "Send it (afternoon) @ 2026-11-22"},
        {"Send it by eod friday", "Send it (end of the day) @ 2026-11-27"},
        {"Send it by end of day friday", "Send it (end of the day) @ 2026-11-27"},
        {"Send it by friday eod", "Send it (end of the day) @ 2026-11-27"},
        {"Send it by friday cob", "Send it (close of business) @ 2026-11-27"},
        {"Send it by early monday", "Send it (early) @ 2026-11-23"},
        {"Send it by monday first thing", "Send it (first thing) @ 2026-11-23"},
        {"Send it by friday latest", "Send it @ 2026-11-27"},
        {"Send it by friday at the latest!", "Send it @ 2026-11-27"},
        {"Send it by friday morning latest", "Send it (morning) @ 2026-11-27"},
        {"Send it by fri please", "Send it @ 2026-11-27"},
    });
}

TEST_CASE("any other by stays part of the text, and is what stands where a day might") {
    struct Other {
        std::string text;
        std::string no_day;
    };
    const Other others[] = {{"Stand by me", "by me"},
                            {"Send the draft", ""},
                            {"", ""},
                            {"by", ""},
                            {"Stop by", ""},
                            {"By the way", "by the way"},
                            {"Learn by doing", "by doing"},
                            {"Go one by one", "by one"},
                            {"Get better day by day", "by day"},
                            {"Side by side", "by side"},
                            {"Read it by the end", "by the end"},
                            {"Cut the list by 10%", "by 10%"},
                            {"Read it by page 3", "by page 3"},
                            {"Send it by next meeting", "by next meeting"},
                            {"Get it read by Tom", "by Tom"},
                            {"Get it read by Mary", "by Mary"},
                            {"Get it read by Marc", "by Marc"},
                            {"Get it read by Monty", "by Monty"},
                            {"Get it read by Sunny", "by Sunny"},
                            {"Read the talk by May Lin", "by May Lin"},
                            {"Trim  spaces by me ", "by me"},
                            {"Get it read by all who were there", "by all who were …"},
                            {"Buy a standby friday", ""},
                            {"Swap a baby fri", ""}};
    for (const Other& other : others) {
        CAPTURE(other.text);
        const WithDue found = parse_with_due(other.text, sunday);
        CHECK(found.text == other.text);
        CHECK_FALSE(found.due);
        CHECK(found.no_day == other.no_day);
    }
}

TEST_CASE("a by that was meant as a date and isn't one is refused by name") {
    check({
        {"Send it by blursday", unread("blursday", "thursday")},
        {"Send it by doomsday", unread("doomsday")},
        {"Send it by tommorow", unread("tommorow", "tomorrow")},
        {"Send it by Firday", unread("Firday", "friday")},
        {"Send it by firday morning", unread("firday morning", "friday")},
        {"Send it by toady", unread("toady", "today")},
        {"Send it by novembr", unread("novembr", "november")},
        {"Send it by next firday", unread("next firday", "friday")},
        {"Send it by 22 novmber", unread("22 novmber", "november")},
        {"Send it by 3 wekes", unread("3 wekes", "weeks")},
        {"Send it by the holiday", unread("the holiday")},
        {"Send it by v2", unread("v2")},
        {"Send it by q3", unread("q3")},
        {"Send it by 31 nov", "31 November doesn't exist | November has 30 days"},
        {"Send it by 2027-02-29", "29 February 2027 doesn't exist | February 2027 has 28 days"},
        {"Send it by 1m", "'1m' could mean minutes or months | write '1mo' for months"},
        {"Send it by 25/12/2026",
         "'25/12/2026' needs the year first | write 2026-12-25 for Fri 25 Dec 2026"},
        {"Send it by november", "'november' is a month, not a day | "
                                "add the day, as in '1 November', or write 'end of November'"},
        {"Send it by 3", "'3' is only a number | add a unit or a month, as in '3d' or '3 jan'"},
        {"Send it by fri 3pm", "'fri 3pm' has a time, where only a day counts | write 2026-11-27"},
        {"by fri", "'by fri' says by when, but not what | write what is to be done before it"},
    });
}

TEST_CASE("a day that more words follow is refused, and not lost in the text") {
    check({
        {"Send it by friday or so", unread("friday or so", "")},
        {"Send it by Friday, I hope", unread("Friday, I hope")},
        {"Send it by 5 December, roughly", unread("5 December, roughly")},
        {"Send it by tomorrow if I can", unread("tomorrow if I can")},
        {"Send it by the weekend", unread("the weekend", "week")},
        {"Send it by 2026-12-03 or later", unread("2026-12-03 or later")},
        {"Send it by fri by email", unread("fri by email")},
        {"Get it read by Sunday school", unread("Sunday school")},
    });
}

TEST_CASE("where an option says by when, the words needn't") {
    const Date friday = make_date(2026, 11, 27);
    check(
        {
            {"Grow the team by 3", "Grow the team by 3 @ 2026-11-27"},
            {"Stand by me", "Stand by me @ 2026-11-27"},
            {"Send it by blursday", "Send it by blursday @ 2026-11-27"},
            {"Send it by mon", "the words and --due both say by when | give one"},
        },
        friday);
}

TEST_CASE("what was understood is said, and what wasn't") {
    CHECK(due_words(parse_with_due("Send it by fri", sunday)) == ", by Fri 27 Nov 2026");
    CHECK(due_words(parse_with_due("Send it", sunday)) == "");
    CHECK(due_words(parse_with_due("Stand by me", sunday)) ==
          ", without a day ('by me' isn't one)");
}

} // namespace mentor::by_day_test
