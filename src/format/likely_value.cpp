// SPDX-License-Identifier: MIT
#include "format/likely_value.hpp"

#include "core/dates/date.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {
namespace {

constexpr std::size_t day_size = 10; // of "2026-11-22"

} // namespace

bool is_plain(std::string_view text) {
    constexpr std::size_t longest = 40;
    return text.size() <= longest && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7f;
           });
}

std::optional<Date> find_date(const toml::date& date) {
    return find_day(date.year, date.month, date.day);
}

std::string text_like(const toml::node& node) {
    if (const auto* number = node.as_integer()) return fmt::format("\"{}\"", number->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "\"yes\"" : "\"no\"";
    const auto* date = node.as_date();
    if (const auto day = date ? find_date(date->get()) : std::nullopt)
        return fmt::format("\"{}\"", to_iso(*day));
    return "\"some words\"";
}

std::string number_like(const toml::node& node, const Range& range) {
    int number = range.example;
    if (const auto* text = node.as_string()) {
        const std::string& digits = text->get();
        int read = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), read);
        const std::string_view unit(end, digits.data() + digits.size());
        const bool whole = error == std::errc() && (unit.empty() || trim(unit).starts_with('m'));
        if (whole && range.least <= read && read <= range.most) number = read;
    }
    return std::to_string(number);
}

std::string flag_like(const toml::node& node) {
    const auto* text = node.as_string();
    return text && (text->get() == "false" || text->get() == "no") ? "false" : "true";
}

std::string words_like(const toml::node& node) {
    // The words may be anything, and the message may go anywhere.
    return node.is_string() ? "[\"…\"]" : "[\"one\", \"another\"]";
}

std::string date_like(const toml::node& node) {
    const auto* moment = node.as_date_time();
    auto day = moment ? find_date(moment->get().date) : std::nullopt;
    if (const auto* text = node.as_string())
        day = find_iso_date(std::string_view(text->get()).substr(0, day_size));
    return day ? to_iso(*day) : "2026-11-22";
}

std::string moment_like(const toml::node& node) {
    const auto* found = node.as_string();
    const std::string text = found ? trim(found->get()) : "";
    for (const std::string_view shape : {"dddd-dd-dd?dd:dd", "dddd-dd-dd?dd:dd:dd"}) {
        if (text.size() != shape.size() || !find_iso_date(text.substr(0, day_size))) continue;
        const std::string time = text.substr(day_size + 1);
        const bool is_time =
            std::string_view("Tt ").find(text[day_size]) != std::string_view::npos &&
            is_shaped(time, shape.substr(day_size + 1)) && time < "24" && time[3] < '6' &&
            (time.size() < 6 || time[6] < '6');
        if (is_time)
            return fmt::format("{}T{}{}", text.substr(0, day_size), time,
                               time.size() < 6 ? ":00" : "");
    }
    return "";
}

std::string day_like(const std::string& no_such_day) {
    const std::string day_first = fmt::format("{}-{}-{}", no_such_day.substr(0, 4),
                                              no_such_day.substr(8), no_such_day.substr(5, 2));
    if (find_iso_date(day_first)) return day_first;
    for (int day = 31; day > 27; --day) {
        const std::string last = fmt::format("{}-{}", no_such_day.substr(0, 7), day);
        if (find_iso_date(last)) return last;
    }
    return "2026-11-22";
}

} // namespace mentor
