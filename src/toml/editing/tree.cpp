// SPDX-License-Identifier: MIT
#include "toml/editing/tree.hpp"

#include <algorithm>
#include <cmath>

namespace mentor {
namespace {

Found find_step(const toml::node& parent, const Step& step) {
    if (const auto* key = std::get_if<std::string>(&step)) {
        const toml::table* table = parent.as_table();
        if (!table) return {};
        const auto found = table->find(*key);
        if (found == table->end()) return {};
        return {&found->second, &found->first};
    }
    const toml::array* array = parent.as_array();
    const std::size_t index = std::get<std::size_t>(step);
    if (!array || index >= array->size()) return {};
    return {array->get(index), nullptr};
}

toml::node* find_child(toml::node& parent, const Step& step) {
    return const_cast<toml::node*>(find_step(parent, step).node);
}

void push_back(toml::array& array, const Value& value);
void insert_or_assign(toml::table& table, const std::string& key, const Value& value);

toml::date to_toml(Date date) {
    return toml::date{year_of(date), static_cast<unsigned>(month_of(date)),
                      static_cast<unsigned>(day_of_month(date))};
}

using TomlValue = std::variant<bool, std::int64_t, double, std::string, toml::date, toml::date_time,
                               toml::array, toml::table>;

struct ToToml {
    TomlValue operator()(const auto& of) const { return of; }
    TomlValue operator()(const Moment& of) const;
    TomlValue operator()(const Array& of) const;
    TomlValue operator()(const Table& of) const;
};

TomlValue to_toml(const Value& value) {
    return std::visit(ToToml{}, value.of);
}

TomlValue ToToml::operator()(const Moment& of) const {
    if (!of.time) return to_toml(of.date);
    return toml::date_time{to_toml(of.date),
                           toml::time{of.time->hour, of.time->minute, of.time->second}};
}

TomlValue ToToml::operator()(const Array& of) const {
    toml::array array;
    for (const Value& element : of)
        push_back(array, element);
    return array;
}

TomlValue ToToml::operator()(const Table& of) const {
    toml::table table;
    for (const auto& [key, value] : of)
        insert_or_assign(table, key, value);
    return table;
}

void push_back(toml::array& array, const Value& value) {
    std::visit([&](auto&& of) { array.push_back(std::move(of)); }, to_toml(value));
}

void insert_or_assign(toml::table& table, const std::string& key, const Value& value) {
    std::visit([&](auto&& of) { table.insert_or_assign(key, std::move(of)); }, to_toml(value));
}

void replace(toml::array& array, std::size_t index, const Value& value) {
    const auto place = array.cbegin() + static_cast<std::ptrdiff_t>(index);
    std::visit([&](auto&& of) { array.replace(place, std::move(of)); }, to_toml(value));
}

bool same_float(double left, double right) {
    if (std::isnan(left) || std::isnan(right)) return std::isnan(left) && std::isnan(right);
    return left == right && std::signbit(left) == std::signbit(right);
}

bool same_tables(const toml::table& left, const toml::table& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto& one, const auto& other) {
                          return one.first.str() == other.first.str() &&
                                 same(one.second, other.second);
                      });
}

bool same_arrays(const toml::array& left, const toml::array& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
}

} // namespace

Path first_steps(const Path& path, std::size_t count) {
    return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(count)};
}

Found find_path(const toml::table& root, const Path& path) {
    Found found{&root, nullptr};
    for (const Step& step : path) {
        found = find_step(*found.node, step);
        if (!found.node) return {};
    }
    return found;
}

bool set_value(toml::table& root, const Path& path, const Value& value) {
    if (path.empty()) return false;
    toml::node* parent = &root;
    for (auto step = path.begin(); step + 1 != path.end(); ++step) {
        toml::node* child = find_child(*parent, *step);
        if (!child) {
            const auto* key = std::get_if<std::string>(&*step);
            if (!key || !parent->is_table()) return false;
            child = &parent->as_table()->insert_or_assign(*key, toml::table{}).first->second;
        }
        parent = child;
    }
    if (const auto* key = std::get_if<std::string>(&path.back())) {
        if (!parent->is_table()) return false;
        insert_or_assign(*parent->as_table(), *key, value);
        return true;
    }
    const std::size_t index = std::get<std::size_t>(path.back());
    if (!parent->is_array() || index >= parent->as_array()->size()) return false;
    replace(*parent->as_array(), index, value);
    return true;
}

bool append_table(toml::table& root, std::string_view name, const Table& fields) {
    if (!root.contains(name)) root.insert_or_assign(name, toml::array{});
    toml::array* array = root.get(name)->as_array();
    if (array) push_back(*array, fields);
    return array != nullptr;
}

void erase(toml::table& root, const Path& path) {
    toml::node* parent = &root;
    for (auto step = path.begin(); step + 1 != path.end(); ++step)
        parent = find_child(*parent, *step);
    if (const auto* key = std::get_if<std::string>(&path.back())) {
        parent->as_table()->erase(*key);
        return;
    }
    toml::array& array = *parent->as_array();
    const auto index = static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back()));
    array.erase(array.cbegin() + index);
}

bool same(const toml::node& left, const toml::node& right) {
    if (left.type() != right.type()) return false;
    if (const toml::table* table = left.as_table()) return same_tables(*table, *right.as_table());
    if (const toml::array* array = left.as_array()) return same_arrays(*array, *right.as_array());
    if (const auto* number = left.as_floating_point())
        return same_float(number->get(), right.as_floating_point()->get());
    return left.visit([&](const auto& value) {
        using Type = std::remove_cvref_t<decltype(value)>;
        if constexpr (toml::is_value<Type>)
            return value.get() == right.as<typename Type::value_type>()->get();
        return false;
    });
}

Kept kept_elements(const toml::array& before, const toml::array& after) {
    std::vector<std::vector<std::size_t>> most(before.size() + 1,
                                               std::vector<std::size_t>(after.size() + 1, 0));
    for (std::size_t i = before.size(); i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;)
            most[i][j] = same(before[i], after[j]) ? most[i + 1][j + 1] + 1
                                                   : std::max(most[i + 1][j], most[i][j + 1]);
    Kept kept;
    for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
        if (same(before[i], after[j]))
            kept.emplace_back(i++, j++);
        else
            most[i + 1][j] >= most[i][j + 1] ? ++i : ++j;
    }
    return kept;
}

} // namespace mentor
