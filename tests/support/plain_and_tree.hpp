// SPDX-License-Identifier: MIT
//
// Whether a text in the plain dialect was read as toml++ reads it: the same statements, each with
// the same value, and no others.
#pragma once

#include "toml/plain/plain.hpp"
#include "toml/toml.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace mentor {

inline bool is_same(const Moment& plain, const toml::date& date) {
    return year_of(plain.date) == date.year && month_of(plain.date) == date.month &&
           day_of_month(plain.date) == date.day;
}

inline bool is_same(const PlainValue& plain, const toml::node& node);

inline bool is_same(std::span<const PlainStatement> plain, const toml::table& table) {
    return plain.size() == table.size() &&
           std::ranges::all_of(plain, [&](const PlainStatement& statement) {
               const toml::node* node = table.get(statement.key);
               return node && is_same(statement.value, *node);
           });
}

inline bool is_same(const std::vector<PlainValue>& plain, const toml::array& array) {
    return std::ranges::equal(plain, array, [](const PlainValue& value, const toml::node& node) {
        return is_same(value, node);
    });
}

inline bool is_same(const PlainValue& plain, const toml::node& node) {
    switch (plain.kind) {
    case PlainValue::Kind::text:
        return node.is_string() && node.as_string()->get() == to_text(plain);
    case PlainValue::Kind::number:
        return node.is_integer() && node.as_integer()->get() == to_number(plain);
    case PlainValue::Kind::flag:
        return node.is_boolean() && node.as_boolean()->get() == to_flag(plain);
    case PlainValue::Kind::date:
        return node.is_date() && is_same(to_moment(plain), node.as_date()->get());
    case PlainValue::Kind::moment: {
        if (!node.is_date_time() || !node.as_date_time()->get().is_local()) return false;
        const auto& [date, time, offset] = node.as_date_time()->get();
        const Moment moment = to_moment(plain);
        return is_same(moment, date) && moment.time->hour == time.hour &&
               moment.time->minute == time.minute && moment.time->second == time.second &&
               time.nanosecond == 0;
    }
    case PlainValue::Kind::list:
        return node.is_array() && is_same(elements_of(plain), *node.as_array());
    case PlainValue::Kind::table:
        return node.is_table() && is_same(entries_of(plain), *node.as_table());
    }
    return false;
}

inline bool is_same(const PlainText& plain, const toml::table& root) {
    std::map<std::string_view, std::size_t> elements;
    std::size_t names = 0;
    for (const PlainSection& section : plain.sections) {
        const std::span statements =
            std::span(plain.statements).subspan(section.begin, section.end - section.begin);
        const bool is_root = &section == &plain.sections.front();
        if (is_root) {
            names += statements.size();
            for (const PlainStatement& statement : statements)
                if (const auto* node = root.get(statement.key);
                    !node || !is_same(statement.value, *node))
                    return false;
            continue;
        }
        const toml::node* node = root.get(section.name);
        const std::size_t element = section.is_element ? elements[section.name]++ : 0;
        if (element == 0) ++names;
        if (node && section.is_element)
            node = node->is_array() ? node->as_array()->get(element) : nullptr;
        if (!node || !node->is_table() || !is_same(statements, *node->as_table())) return false;
    }
    for (const auto& [name, count] : elements)
        if (root.get(name)->as_array()->size() != count) return false;
    return names == root.size();
}

} // namespace mentor
