// SPDX-License-Identifier: MIT
#include "format/reader.hpp"

#include "core/dates/date_grammar.hpp"
#include "core/near_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "format/likely_value.hpp"
#include "toml/editing/write_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace mentor {

namespace {

std::string type_of(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a decimal number";
    case toml::node_type::boolean:
        return node.as_boolean()->get() ? "true" : "false";
    case toml::node_type::date:
        return "a date";
    case toml::node_type::time:
        return "a time of day";
    case toml::node_type::date_time:
        return node.as_date_time()->get().is_local() ? "a date with a time"
                                                     : "a date with a time and a UTC offset";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::table:
        return "a table";
    case toml::node_type::none:
        break;
    }
    return "nothing";
}

// A value of the table as a sentence names it: a short text by itself, anything else by its type.
// What is said of a fault goes into mails of cron and reports, where nothing private belongs.
std::string said(const toml::node& node, const toml::table& table) {
    const auto* text = node.as_string();
    const bool may_be_said = text && is_plain(text->get()) && !table["private"].value_or(false);
    return may_be_said ? fmt::format("\"{}\"", text->get()) : type_of(node);
}

TimeOfDay to_time(const toml::time& time) {
    return {time.hour, time.minute, time.second};
}

std::string to_text(const Range& range) {
    if (range.most == std::numeric_limits<int>::max()) {
        return fmt::format("a number from {} up", range.least);
    }
    return fmt::format("a number from {} to {}", range.least, range.most);
}

std::string list_of(const std::vector<std::string>& names) {
    if (names.size() < 2) return join(names, "");
    return join({names.begin(), names.end() - 1}, ", ") + " or " + names.back();
}

std::string write_advice(std::string_view key, std::string_view value) {
    return fmt::format("write: {} = {}", write_key(key), value);
}

} // namespace

Reader::Reader(const toml::table& table, std::string_view label, Findings& findings)
    : table_(table), label_(label), findings_(findings) {
    constexpr std::size_t small = 24;
    if (table.size() > small) return;
    entries_.reserve(table.size());
    for (const auto& [key, value] : table)
        entries_.emplace_back(key.str(), &value);
}

std::string Reader::text(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return {};
    if (const auto* text = node->as_string()) return text->get();
    wrong_type(key, *node, "a text", text_like(*node));
    return {};
}

std::string Reader::program(std::string_view key) {
    std::string words = text(key);
    const auto fault = findings_.thorough ? find_program_fault(words) : std::nullopt;
    if (fault)
        findings_.warn(
            table_.find(key)->first.source().begin, fmt::format("`{}` {}", key, *fault),
            to_type("set it anew, or take it away: mentor config {} \"\"", std::string(key)));
    return words;
}

std::string Reader::line(std::string_view key) {
    std::string text = this->text(key);
    return text.find('\n') == std::string::npos ? text : one_line(text);
}

std::optional<bool> Reader::flag(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    if (const auto* flag = node->as_boolean()) return flag->get();
    wrong_type(key, *node, "true or false", flag_like(*node));
    return std::nullopt;
}

std::optional<int> Reader::number(std::string_view key, const Range& range) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    const auto* number = node->as_integer();
    if (!number) {
        wrong_type(key, *node, "a whole number", number_like(*node, range));
        return std::nullopt;
    }
    if (number->get() < range.least || number->get() > range.most) {
        findings_.fault(
            node->source().begin,
            fmt::format("`{}` is {}, but it takes {}", key, number->get(), to_text(range)),
            write_advice(key, std::to_string(range.example)));
        return std::nullopt;
    }
    return static_cast<int>(number->get());
}

std::optional<Date> Reader::date(std::string_view key) {
    const toml::node* node = find(key);
    return node ? date_of(key, *node) : std::nullopt;
}

std::vector<Date> Reader::dates(std::string_view key) {
    std::vector<Date> dates;
    const toml::node* node = find(key);
    if (!node) return dates;
    const auto* array = node->as_array();
    if (!array) {
        wrong_type(key, *node, "a list of dates", "[2026-11-22]");
        return dates;
    }
    for (const toml::node& element : *array) {
        if (const auto date = date_of(key, element)) dates.push_back(*date);
    }
    return dates;
}

std::optional<Date> Reader::date_of(std::string_view key, const toml::node& node) {
    if (const auto* date = node.as_date()) {
        const auto day = find_date(date->get());
        if (!day) no_such_year(key, node);
        return day;
    }
    const auto* text = node.as_string();
    if (!text) {
        wrong_type(key, node, "a date", date_like(node));
        return std::nullopt;
    }
    const auto date = find_iso_date(text->get());
    if (!date) {
        const bool no_such_day = is_shaped(text->get(), "dddd-dd-dd");
        findings_.fault(node.source().begin,
                        fmt::format("`{}` is {}, but {}", key, said(node, table_),
                                    no_such_day ? "there is no such day" : "it takes a date"),
                        write_advice(key, no_such_day ? day_like(text->get()) : date_like(node)));
    }
    return date;
}

void Reader::no_such_year(std::string_view key, const toml::node& node) {
    findings_.fault(node.source().begin,
                    fmt::format("`{}` lies in the year 0, but years run from 1 to 9999", key),
                    write_advice(key, "2026-11-22"));
}

std::optional<Moment> Reader::moment(std::string_view key) {
    const auto* node = node_at(key);
    const auto* found = node ? node->as_date_time() : nullptr;
    if (const std::string likely = node ? moment_like(*node) : ""; !likely.empty()) {
        find(key);
        findings_.fault(
            node->source().begin,
            fmt::format("`{}` is {}, but an hour stands without quotes", key, said(*node, table_)),
            write_advice(key, likely));
        return std::nullopt;
    }
    if (!found) {
        const auto day = date(key);
        return day ? std::optional<Moment>({*day, std::nullopt}) : std::nullopt;
    }
    find(key);
    const auto day = find_date(found->get().date);
    if (!day) {
        no_such_year(key, *node);
        return std::nullopt;
    }
    const Moment moment{*day, to_time(found->get().time)};
    if (found->get().is_local()) return moment;
    wrong_type(key, *node, "a local time", to_iso(moment));
    return std::nullopt;
}

template<class T>
std::optional<T> Reader::parsed(std::string_view key, std::string_view wanted,
                                std::string_view example, T (*parse)(std::string_view)) {
    const toml::node* node = find(key);
    if (!node) return std::nullopt;
    const auto* text = node->as_string();
    if (!text) {
        wrong_type(key, *node, wanted, example);
        return std::nullopt;
    }
    try {
        return parse(text->get());
    } catch (const Error& error) {
        findings_.fault(node->source().begin, fmt::format("`{}`: {}", key, error.diagnostic().what),
                        error.diagnostic().advice);
        return std::nullopt;
    }
}

std::optional<Duration> Reader::duration(std::string_view key) {
    return parsed<Duration>(key, "a length of time", "\"4w\"", parse_duration);
}

std::optional<Paint> Reader::paint(std::string_view key) {
    return parsed<Paint>(key, "a text", "\"bold red\"", parse_paint);
}

std::optional<DayOfYear> Reader::day_of_year(std::string_view key) {
    const toml::node* node = node_at(key);
    const auto* text = node ? node->as_string() : nullptr;
    if (!text || has_year(text->get())) {
        const auto day = date(key);
        return day ? std::optional(day_of_year_of(*day)) : std::nullopt;
    }
    find(key);
    const auto day = find_day_of_year(text->get());
    if (!day) {
        const bool wants_month = is_month(text->get());
        const std::string like = wants_month ? "12" : day_like(in_leap_year(text->get())).substr(5);
        findings_.fault(node->source().begin,
                        fmt::format("`{}` is {}, but there is no such {}", key, said(*node, table_),
                                    wants_month ? "month" : "day"),
                        write_advice(key, fmt::format("\"{}\"", like)));
    }
    return day;
}

std::vector<std::string> Reader::words(std::string_view key) {
    std::vector<std::string> words;
    const toml::node* node = find(key);
    if (!node) return words;
    const auto* array = node->as_array();
    if (!array) {
        wrong_type(key, *node, "a list of texts", words_like(*node));
        return words;
    }
    words.reserve(array->size());
    for (const toml::node& element : *array) {
        if (const auto* text = element.as_string()) {
            words.push_back(text->get());
        } else {
            findings_.fault(element.source().begin,
                            fmt::format("`{}` holds {}, but it takes texts", key, type_of(element)),
                            fmt::format("write: {}", text_like(element)));
        }
    }
    return words;
}

std::vector<std::string> Reader::words_or_text(std::string_view key) {
    const toml::node* node = find(key);
    if (!node || !node->is_string()) return words(key);
    std::string only = trim(text(key));
    return only.empty() ? std::vector<std::string>() : std::vector{std::move(only)};
}

void Reader::require(std::string_view key, std::string_view example) {
    const toml::node* node = node_at(key);
    if (!node) {
        findings_.fault(table_.source().begin, fmt::format("this {} has no `{}`", label_, key),
                        fmt::format("add a line: {} = {}", key, example));
    } else if (const auto* text = node->as_string(); text && trim(text->get()).empty()) {
        findings_.fault(node->source().begin, fmt::format("`{}` is empty", key),
                        write_advice(key, example));
    }
}

std::vector<std::string> Reader::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, value] : table_)
        keys.emplace_back(key.str());
    return keys;
}

const toml::node* Reader::find(std::string_view key) {
    if (findings_.thorough) asked_.emplace_back(key);
    return node_at(key);
}

const toml::node* Reader::node_at(std::string_view key) const {
    if (entries_.empty()) return table_.get(key);
    const auto found =
        std::ranges::find(entries_, key, [](const auto& entry) { return entry.first; });
    return found == entries_.end() ? nullptr : found->second;
}

const toml::array* Reader::array_of_tables(std::string_view key) {
    const toml::node* node = find(key);
    if (!node) return nullptr;
    const auto* array = node->as_array();
    if (!array) {
        findings_.fault(
            node->source().begin,
            fmt::format("`{}` is {}, but it takes a list of tables", key, type_of(*node)),
            fmt::format("write: [[{}]]", key));
    }
    return array;
}

void Reader::wrong_type(std::string_view key, const toml::node& node, std::string_view wanted,
                        std::string_view example) {
    findings_.fault(node.source().begin,
                    fmt::format("`{}` is {}, but it takes {}", key, type_of(node), wanted),
                    write_advice(key, example));
    findings_.mend_quoted(node, example);
}

void Reader::not_one_of(std::string_view key, const toml::node& node,
                        const std::vector<std::string>& names) {
    const auto* text = node.as_string();
    const auto near = text ? nearest(text->get(), names, 1) : std::vector<std::string>();
    findings_.fault(
        node.source().begin,
        fmt::format("`{}` is {}, but it takes {}", key, said(node, table_), list_of(names)),
        write_advice(key, fmt::format("\"{}\"", near.empty() ? names.front() : near.front())));
    findings_.mend_word(node, names);
}

void Reader::not_a_table(std::string_view key, const toml::node& node) {
    findings_.fault(node.source().begin,
                    fmt::format("`{}` is {}, but it takes a table", key, type_of(node)),
                    fmt::format("write: [{}]", key));
}

void Reader::not_in_tables(std::string_view key, const toml::node& element) {
    findings_.fault(element.source().begin,
                    fmt::format("`{}` holds {}, but it takes tables", key, type_of(element)),
                    fmt::format("write: [[{}]]", key));
}

} // namespace mentor
