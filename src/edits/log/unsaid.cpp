// SPDX-License-Identifier: MIT
#include "edits/log/unsaid.hpp"

#include "core/text.hpp"
#include "core/words.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <vector>

namespace mentor {
namespace {

std::optional<Date> find_past_day(const std::string& text, const Calendar& calendar) {
    try {
        const Date day = parse_date(text, calendar, Reading::past);
        return day < calendar.today ? std::optional(day) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

Unsaid unsaid_in(const std::string& text, const Kinds& kinds, const Calendar& calendar) {
    std::vector<std::string> words = words_in(fold(text));
    Unsaid unsaid;
    if (std::ranges::find(words, "yesterday") != words.end())
        unsaid.on = find_past_day("yesterday", calendar);
    if (words.empty()) return unsaid;
    const auto kind = kinds.find(words.front());
    if (kind) words.erase(words.begin());
    if (!words.empty() && words.front() == "on") words.erase(words.begin());
    const auto day = words.empty() ? std::nullopt : find_past_day(join(words, " "), calendar);
    const bool is_today = words == std::vector<std::string>{"today"};
    if (day) unsaid.on = day;
    if (words.empty() || is_today || day) unsaid.kind = kind;
    return unsaid;
}

} // namespace mentor
