// SPDX-License-Identifier: MIT

#include "edits/keys/keys.hpp"

#include "core/near_words.hpp"
#include "core/rules/people/message_hours.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/zones.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

namespace mentor {
namespace {

bool names(const Key& key, std::string_view name) {
    if (!key.name.ends_with(".*")) return key.name == name;
    const auto beginning = key.name.substr(0, key.name.size() - 1);
    return name.starts_with(beginning) && name.size() > beginning.size();
}

// A bare number counts minutes, and is stored so that a reader sees it.
std::string with_unit(std::string_view length) {
    const int minutes = parse_minutes(length);
    const std::string text = trim(length);
    const bool bare = text.find_first_not_of("0123456789") == std::string::npos;
    return bare ? fmt::format("{}m", minutes) : text;
}

std::string parse_program(std::string_view text) {
    if (const auto fault = find_program_fault(text))
        throw Error(Exit::usage, fmt::format("`{}` {}", text, *fault),
                    "write it as for a shell: a program and its words, such as less -R");
    return one_line(text);
}

std::string one_of(const Key& key, std::string_view text) {
    const auto& known = known_words(key.type);
    if (const auto word = find_folded(text, known)) return *word;
    throw Error(Exit::usage, fmt::format("`{}` can't be '{}'", key.name, text),
                fmt::format("it is one of: {}", join(known, ", ")));
}

// A row's name is a literal; one that a person made lives as long.
std::string_view lasting(std::string_view name) {
    static std::set<std::string, std::less<>> names;
    return *names.emplace(name).first;
}

std::string_view last_part(std::string_view name) {
    return name.substr(name.rfind('.') + 1);
}

std::string advice_for(std::string_view name, const std::vector<std::string>& known) {
    std::vector<std::string> inside, alike;
    for (const auto& key : known) {
        if (key.starts_with(fmt::format("{}.", name))) inside.push_back(key);
        if (last_part(key) == last_part(name)) alike.push_back(key);
    }
    if (!inside.empty()) return one_line("its keys are: " + join(inside, ", "));
    const auto near = alike.empty() ? nearest(name, known) : alike;
    if (!near.empty()) return did_you_mean(near);
    return one_line("the keys are: " + join(known, ", "));
}

// No more is asked of it than that it isn't something else: "none", or the first half of one.
std::string parse_address(std::string_view text) {
    const std::string address = one_line(text);
    const auto at = address.rfind('@');
    if (at != std::string::npos && at > 0 && at + 1 < address.size()) return address;
    throw Error(Exit::usage, fmt::format("'{}' is no address for mail", address),
                "write it like name@example.org");
}

// In words or as times, which then have to be some.
std::string parse_hours(std::string_view text) {
    if (const auto time = find_impossible_time(text))
        throw Error(Exit::usage, fmt::format("no day has the time {}", *time),
                    "write the hours like '09:00-17:00', or in words");
    return one_line(text);
}

std::string parse_zone(std::string_view text, const Host& host) {
    const std::string zone = trim(one_line(text));
    if (const auto fault = find_zone_fault(host, zone)) throw Error(Exit::usage, *fault);
    return zone;
}

} // namespace

std::span<const Key> settable_keys() {
    static const std::vector<Key> keys = [] {
        std::vector<Key> settable;
        for (const Key& key : relationship_keys())
            if (!key.fixed) settable.push_back(key);
        settable.push_back({.name = "fit.*", .type = KeyType::text});
        return settable;
    }();
    return keys;
}

Key find_key(std::string_view name, std::span<const Key> keys) {
    std::vector<std::string> known;
    for (Key key : keys) {
        if (names(key, name)) {
            if (key.name.ends_with(".*")) key.name = lasting(name);
            return key;
        }
        known.emplace_back(key.name);
    }
    throw Error(Exit::usage, fmt::format("there is no key '{}' to set", name),
                advice_for(name, known));
}

Path path_of(std::string_view key) {
    // A criterion is in a person's own words, which may hold dots.
    constexpr std::string_view fit = "fit.";
    if (key.starts_with(fit)) return {"fit", std::string(key.substr(fit.size()))};
    Path path;
    while (!key.empty()) {
        const auto dot = std::min(key.find('.'), key.size());
        path.emplace_back(std::string(key.substr(0, dot)));
        key.remove_prefix(std::min(dot + 1, key.size()));
    }
    return path;
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        if (std::string word = trim(text.substr(0, comma)); !word.empty()) {
            words.push_back(std::move(word));
        }
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return words;
}

bool parse_flag(std::string_view text) {
    const std::string word = fold(text);
    if (word == "true" || word == "yes" || word == "y") return true;
    if (word == "false" || word == "no" || word == "n") return false;
    throw Error(Exit::usage, fmt::format("'{}' is neither yes nor no", text), "write yes or no");
}

Value parse_value(const Key& key, std::string_view text, const Calendar& calendar,
                  const Host& host) {
    switch (key.type) {
    case KeyType::date:
        return parse_date(text, calendar, Reading::past);
    case KeyType::date_ahead:
        return parse_day_ahead(text, calendar);
    case KeyType::moment:
        return parse_moment_ahead(text, calendar);
    case KeyType::duration:
        return to_text(parse_duration(text));
    case KeyType::length:
        return with_unit(text);
    case KeyType::flag:
        return parse_flag(text);
    case KeyType::words:
        return split_words(one_line(text));
    case KeyType::role:
    case KeyType::stage:
    case KeyType::side:
    case KeyType::color:
    case KeyType::weekday:
    case KeyType::kind_class:
    case KeyType::sync_message:
        return one_of(key, text);
    case KeyType::paint:
        return to_text(parse_paint(text));
    case KeyType::line:
        return one_line(text);
    case KeyType::address:
        return parse_address(text);
    case KeyType::hours:
        return parse_hours(text);
    case KeyType::zone:
        return parse_zone(text, host);
    case KeyType::program:
        return parse_program(text);
    case KeyType::text:
    case KeyType::goal:
    case KeyType::number:
        break;
    }
    return text;
}

std::string said(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value.of)) return *flag ? "yes" : "no";
    if (const auto* moment = std::get_if<Moment>(&value.of)) return to_words(*moment);
    if (const auto* text = std::get_if<std::string>(&value.of)) return *text;
    std::vector<std::string> parts;
    if (const auto* array = std::get_if<Array>(&value.of)) {
        for (const Value& part : *array)
            parts.push_back(said(part));
    }
    return join(parts, ", ");
}

KeyChange change_to(const Key& key, std::optional<Value> value) {
    std::string words = value ? said(*value) : "taken away";
    return {key, std::move(value), std::move(words)};
}

Document with_changes(Document document, const Path& table, const std::vector<KeyChange>& changes) {
    for (const KeyChange& change : changes) {
        Path path = table;
        std::ranges::copy(path_of(change.key.name), std::back_inserter(path));
        document = change.value ? document.with_value(path, *change.value) : document.without(path);
    }
    return document;
}

void add_changes(Grid& grid, const std::vector<KeyChange>& changes) {
    for (const KeyChange& change : changes) {
        std::string label(change.key.name);
        for (const auto& line : split_lines(change.words)) {
            grid.rows.push_back(row(label, line));
            label.clear();
        }
    }
}

} // namespace mentor
