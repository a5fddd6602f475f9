// SPDX-License-Identifier: MIT
//
// When messages are welcome, and what time it is where somebody lives, in words. Pure: both times
// are arguments.
#pragma once

#include "core/dates/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mentor {

// A part of the day; past midnight where it ends before it begins.
struct MessageHours {
    TimeOfDay from, until;
    bool include(const TimeOfDay& time) const;
};

// "09:00-17:00", "9-17", "9 to 17"; nullopt for other words, which a person understands.
std::optional<MessageHours> find_message_hours(std::string_view text);
// The first "25:00" of hours that may be said in words: what is written like a time, and is none.
std::optional<std::string> find_impossible_time(std::string_view text);

// What is known of someone's hours and zone, "" where nothing is, and what time it is.
struct Whereabouts {
    std::string name, hours, timezone;
    Moment here;
    std::optional<Moment> there; // nullopt where nobody knows; without a zone it is here
};

// "It is Thu 01:40 for Ada; messages are welcome 09:00-17:00." "" where there is nothing to say, as
// within the hours of someone who lives where we do.
std::string hours_words(const Whereabouts& known);

} // namespace mentor
