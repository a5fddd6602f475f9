// SPDX-License-Identifier: MIT
#include "toml/toml.hpp"
#include "unit/toml/random_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mentor::random_document {
namespace {

using Kind = Model::Kind;

Model model_of(const toml::node& node);

Model model_of(const toml::time& time) {
    return scalar("time", fmt::format("{}:{}:{}.{}", int{time.hour}, int{time.minute},
                                      int{time.second}, time.nanosecond));
}

Model model_of(const toml::date& date) {
    return scalar("date", fmt::format("{}-{}-{}", int{date.year}, int{date.month}, int{date.day}));
}

Model model_of(const toml::date_time& moment) {
    const std::string offset =
        moment.offset ? fmt::format("offset {}", int{moment.offset->minutes}) : "local";
    return scalar("date-time", fmt::format("{} {} {}", model_of(moment.date).scalar,
                                           model_of(moment.time).scalar, offset));
}

Model model_of(const toml::node& node) {
    Model model;
    if (const toml::table* table = node.as_table()) {
        model.kind = Kind::table;
        for (const auto& [key, field] : *table)
            model.fields.emplace(std::string(key.str()), model_of(field));
        return model;
    }
    if (const toml::array* array = node.as_array()) {
        model.kind = Kind::array;
        for (const toml::node& item : *array)
            model.items.push_back(model_of(item));
        return model;
    }
    if (const auto* text = node.as_string()) return scalar("string", text->get());
    if (const auto* number = node.as_integer())
        return scalar("integer", fmt::format("{}", number->get()));
    if (const auto* number = node.as_floating_point()) return float_scalar(number->get());
    if (const auto* flag = node.as_boolean()) return scalar("boolean", flag->get() ? "yes" : "no");
    if (const auto* date = node.as_date()) return model_of(date->get());
    if (const auto* time = node.as_time()) return model_of(time->get());
    return model_of(node.as_date_time()->get());
}

RandomValue make_string(Dice& dice) {
    static const std::vector<std::string> pieces{"a",
                                                 "ü",
                                                 "\n",
                                                 "\n",
                                                 "\"",
                                                 "\"\"\"",
                                                 "\\",
                                                 "\\n",
                                                 "\r\n",
                                                 "\r",
                                                 "\t",
                                                 " ",
                                                 "'",
                                                 "#",
                                                 "[a]\n",
                                                 "= 1",
                                                 "\x01",
                                                 "\x7f",
                                                 std::string(1, '\0'),
                                                 "\u2028",
                                                 "😀",
                                                 "a long run of plain words, "};
    std::string text;
    for (std::size_t count = dice.below(8); count > 0; --count)
        text += dice.pick(pieces);
    return {Value(text), scalar("string", text)};
}

RandomValue make_number(Dice& dice) {
    if (dice.chance(50)) {
        const auto number = static_cast<std::int64_t>(dice.below(1u << 31)) - (1 << 30);
        return {Value(number), scalar("integer", fmt::format("{}", number))};
    }
    const std::vector<double> numbers{0.0,
                                      -0.0,
                                      1.0,
                                      -1.5,
                                      0.1,
                                      1e300,
                                      1e16,
                                      5e-324,
                                      -std::numeric_limits<double>::infinity(),
                                      std::numeric_limits<double>::quiet_NaN()};
    const double number = dice.pick(numbers);
    return {Value(number), float_scalar(number)};
}

RandomValue make_moment(Dice& dice) {
    const Date date = Date{std::chrono::year{2026} / 3 / 7};
    if (dice.chance(50)) return {Value(date), scalar("date", "2026-3-7")};
    return {Value(Moment{date, TimeOfDay{9, 5, 30}}),
            scalar("date-time", "date 2026-3-7 time 9:5:30.0 local")};
}

} // namespace

Model scalar(std::string type, std::string_view value) {
    Model model;
    model.scalar = std::move(type) + " " + std::string(value);
    return model;
}

Model float_scalar(double value) {
    return scalar("float", std::isnan(value) ? "nan" : fmt::format("{:a}", value));
}

bool Model::says_the_same(const Model& other) const {
    return kind == other.kind && scalar == other.scalar &&
           std::equal(items.begin(), items.end(), other.items.begin(), other.items.end(),
                      [](const Model& one, const Model& two) { return one.says_the_same(two); }) &&
           std::equal(fields.begin(), fields.end(), other.fields.begin(), other.fields.end(),
                      [](const auto& one, const auto& two) {
                          return one.first == two.first && one.second.says_the_same(two.second);
                      });
}

Model model_of(const std::string& text) {
    const toml::table root = toml::parse(std::string_view(text));
    return model_of(static_cast<const toml::node&>(root));
}

RandomValue make_value(Dice& dice, int depth) {
    const std::size_t roll = dice.below(depth < 3 ? 10 : 7);
    if (roll < 1) return {Value(roll == 0), scalar("boolean", "yes")};
    if (roll < 3) return make_number(dice);
    if (roll < 4) return make_moment(dice);
    if (roll < 7) return make_string(dice);
    Model model;
    if (roll == 7) {
        model.kind = Kind::table;
        Table table;
        for (std::size_t count = dice.below(4); count > 0; --count) {
            const std::string key = make_key(dice);
            if (model.fields.count(key) > 0) continue;
            RandomValue field = make_value(dice, depth + 1);
            table.emplace_back(key, std::move(field.value));
            model.fields.emplace(key, std::move(field.model));
        }
        return {Value(std::move(table)), std::move(model)};
    }
    model.kind = Kind::array;
    Array array;
    for (std::size_t count = dice.below(5); count > 0; --count) {
        RandomValue item = make_value(dice, depth + 1);
        array.push_back(std::move(item.value));
        model.items.push_back(std::move(item.model));
    }
    return {Value(std::move(array)), std::move(model)};
}

} // namespace mentor::random_document
