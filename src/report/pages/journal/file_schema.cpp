// SPDX-License-Identifier: MIT
#include "report/pages/journal/file_schema.hpp"

#include "core/dates/duration_pattern.hpp"
#include "core/model/kinds.hpp"
#include "core/model/styles.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace mentor {
namespace {

// Validators see a date as its text. Years run from 1; in leap years February has a day more.
constexpr auto year_pattern = "(?!0000)[0-9]{4}-";
constexpr auto leap_year_pattern =
    "(?!0000)([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-";
constexpr auto day_pattern = "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|"
                             "(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)";

std::string any_date_pattern() {
    return fmt::format("({}{}|{}02-29)", year_pattern, day_pattern, leap_year_pattern);
}

std::string date_pattern() {
    return fmt::format("^{}$", any_date_pattern());
}

std::string moment_pattern() {
    return fmt::format("^{}([Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]+)?)?)?$",
                       any_date_pattern());
}

std::string day_of_year_pattern() {
    return fmt::format("^({}|{}|02-29|(0[1-9]|1[0-2]))$", any_date_pattern(), day_pattern);
}

constexpr auto not_blank = "\\S";

Fields text(const std::string& pattern = "") {
    Fields fields{{"type", "string"}};
    if (!pattern.empty()) fields.emplace_back("pattern", pattern);
    return fields;
}

Fields number(const Shape& shape) {
    Fields fields{{"type", "integer"}, {"minimum", shape.least}};
    if (shape.most < std::numeric_limits<int>::max()) fields.emplace_back("maximum", shape.most);
    return fields;
}

void append(Fields& fields, Fields more) {
    std::ranges::move(more, std::back_inserter(fields));
}

class Writer {
public:
    explicit Writer(const Explain& explain) : explain_(explain) {}

    Fields table(const Shape& shape, std::string_view name) const {
        Fields fields{{"type", "object"}}, properties;
        List required;
        for (const auto& [key, of] : shape.keys) {
            if (key == "*") {
                fields.emplace_back("additionalProperties", value(of, key));
                continue;
            }
            Fields property;
            if (std::string words = explain_(name, key); !words.empty())
                property.emplace_back("description", std::move(words));
            append(property, name == "log" && key == "kind" ? kind() : value(of, path(name, key)));
            properties.emplace_back(key, std::move(property));
            if (of.required) required.emplace_back(key);
        }
        if (!properties.empty()) fields.emplace_back("properties", std::move(properties));
        if (!required.empty()) fields.emplace_back("required", std::move(required));
        return fields;
    }

private:
    static std::string path(std::string_view table, std::string_view key) {
        return table.empty() ? std::string(key) : std::string(table) + "." + std::string(key);
    }

    // Any word, since the configuration adds kinds, but these are there to choose from.
    static Fields kind() {
        return {{"anyOf", List{Fields{{"enum", Kinds().names()}}, text(not_blank)}}};
    }

    Fields value(const Shape& shape, const std::string& name) const {
        switch (shape.type) {
        case Shape::Type::text:
            return text(shape.required ? not_blank : "");
        case Shape::Type::duration:
            return text(duration_pattern());
        case Shape::Type::paint:
            return text(paint_pattern());
        case Shape::Type::flag:
            return {{"type", "boolean"}};
        case Shape::Type::number:
            return number(shape);
        case Shape::Type::date:
            return text(date_pattern());
        case Shape::Type::moment:
            return text(moment_pattern());
        case Shape::Type::day_of_year:
            return text(day_of_year_pattern());
        case Shape::Type::word:
            return {{"enum", shape.words}};
        case Shape::Type::list:
            return {{"type", "array"}, {"items", value(shape.element.front(), name)}};
        case Shape::Type::text_or_list:
            return {{"anyOf", List{Fields{{"type", "string"}},
                                   Fields{{"type", "array"}, {"items", text()}}}}};
        case Shape::Type::table:
            break;
        }
        return table(shape, name);
    }

    const Explain& explain_;
};

} // namespace

Data file_schema(const Shape& shape, std::string_view title, const Explain& explain) {
    Fields schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    append(schema, Writer(explain).table(shape, ""));
    return schema;
}

} // namespace mentor
