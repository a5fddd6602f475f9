// SPDX-License-Identifier: MIT
#include "core/rules/people/message_hours.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {
namespace {

// "9", "09:30"; takes it off the text.
std::optional<TimeOfDay> take_time(std::string_view& text) {
    const auto take_number = [&](int most) -> std::optional<int> {
        int number = 0;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure != std::errc() || number < 0 || number > most) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return number;
    };
    const auto hour = take_number(24);
    if (!hour) return std::nullopt;
    if (!text.starts_with(':')) return TimeOfDay{*hour};
    text.remove_prefix(1);
    const auto minute = take_number(59);
    if (!minute) return std::nullopt;
    return TimeOfDay{*hour, *minute};
}

} // namespace

bool MessageHours::include(const TimeOfDay& time) const {
    const bool begun = time >= from, goes_on = time < until;
    return from <= until ? begun && goes_on : begun || goes_on;
}

std::optional<MessageHours> find_message_hours(std::string_view text) {
    const std::string trimmed = trim(text);
    std::string_view rest = trimmed;
    const auto skip_blanks = [&] {
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
    };
    const auto from = take_time(rest);
    if (!from) return std::nullopt;
    skip_blanks();
    for (const std::string_view joint : {"-", "–", "to"}) {
        if (!rest.starts_with(joint)) continue;
        rest.remove_prefix(joint.size());
        skip_blanks();
        const auto until = take_time(rest);
        if (!until || !rest.empty()) return std::nullopt;
        return MessageHours{*from, *until};
    }
    return std::nullopt;
}

std::optional<std::string> find_impossible_time(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    for (std::size_t at = text.find_first_of(digits); at != std::string_view::npos;
         at = text.find_first_of(digits, at)) {
        const auto end = std::min(text.find_first_not_of("0123456789:", at), text.size());
        std::string_view clock = text.substr(at, end - at);
        at = end;
        if (clock.find(':') == std::string_view::npos) continue;
        const std::string_view whole = clock;
        const auto time = take_time(clock);
        if (!time || !clock.empty() || *time > TimeOfDay{24}) return std::string(whole);
    }
    return std::nullopt;
}

std::string hours_words(const Whereabouts& known) {
    const auto& [name, hours, timezone, here, there] = known;
    const auto welcome = find_message_hours(hours);
    const bool is_now = welcome && there && there->time && welcome->include(*there->time);
    if (!there || !there->time || timezone.empty())
        return hours.empty() || is_now ? ""
                                       : fmt::format("Messages to {} are welcome {}.", name, hours);
    std::string time = fmt::format("{:02}:{:02}", there->time->hour, there->time->minute);
    if (there->date != here.date) time = weekday_name(there->date) + " " + time;
    std::string words = fmt::format("It is {} for {}", time, name);
    if (hours.empty()) return words + ".";
    return words + (is_now ? fmt::format(", a good hour for messages: {}.", hours)
                           : fmt::format("; messages are welcome {}.", hours));
}

} // namespace mentor
