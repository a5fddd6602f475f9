// SPDX-License-Identifier: MIT

#include "edits/keys/day_of_year.hpp"

#include "core/dates/calendar_names.hpp"
#include "core/dates/phrase.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>

namespace mentor {

namespace {

// "december", "Dec", "in december": as the file writes it, "12".
std::optional<std::string> find_month(std::string_view text) {
    std::string word = fold(trim(text));
    if (word.starts_with("in ")) word = trim(word.substr(3));
    for (std::size_t i = 0; i < month_names.size(); ++i)
        if (word.size() >= 3 && fold(month_names[i]).starts_with(word))
            return fmt::format("{:02}", i + 1);
    return std::nullopt;
}

std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
    return join({begin, begin + static_cast<std::ptrdiff_t>(to - from)}, " ");
}

// "31", "31st", "nov,": nothing in it is of a text.
bool is_of_date(const std::string& word) {
    const auto tokens = grammar::tokenize(word);
    const auto is_known = [](const grammar::Token& token) {
        return grammar::is_part_of_date(token) || grammar::is_date_word(token.text);
    };
    return std::ranges::any_of(tokens, grammar::is_part_of_date) &&
           std::ranges::all_of(tokens, is_known);
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> all) {
    return std::ranges::find(all, fold(word)) != all.end();
}

// The first of the words right before `day` that belong to it.
std::size_t begin_of_date(const std::vector<std::string>& words, std::size_t day) {
    std::size_t begin = day;
    const auto leads = [&](std::size_t at) {
        return is_one_of(words[at], {"the", "last", "next", "this"});
    };
    for (std::size_t at = day; at-- > 0;) {
        const bool is_meant = is_of_date(words[at]) || (leads(at) && at + 1 == begin);
        if (is_meant) begin = at;
        // "31 of nov"
        if (!is_meant && !is_one_of(words[at], {"of", "on"})) break;
    }
    return begin;
}

} // namespace

std::string parse_day_of_year(std::string_view text, const Calendar& calendar) {
    if (const auto date = find_iso_date(text)) return to_iso(*date);
    // As the file writes it; 2000 has every day.
    if (const auto day = find_iso_date(fmt::format("2000-{}", trim(text))))
        return to_iso(*day).substr(5);
    if (const auto month = find_month(text)) return *month;
    const bool has_year =
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > 2;
    const std::string iso = to_iso(parse_date(text, calendar, Reading::past));
    return has_year ? iso : iso.substr(5);
}

WhatAndDay parse_what_and_day(const std::vector<std::string>& words, const Calendar& calendar) {
    for (std::size_t at = 1; at < words.size(); ++at) {
        WhatAndDay found{joined_words(words, 0, at), std::nullopt};
        try {
            found.day = parse_day_of_year(joined_words(words, at, words.size()), calendar);
        } catch (const Error&) {
            continue; // A word of WHAT more.
        }
        const std::size_t begin = begin_of_date(words, at);
        if (begin == at) return found;
        const std::string date = joined_words(words, begin, words.size());
        parse_day_of_year(date, calendar);
        throw Error(Exit::usage, fmt::format("it isn't said what is on '{}'", date),
                    fmt::format("write it before the day, as in 'birthday {}'", date));
    }
    return {join(words, " "), std::nullopt};
}

} // namespace mentor
