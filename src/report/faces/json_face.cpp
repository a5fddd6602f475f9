// SPDX-License-Identifier: MIT
#include "report/faces/json_face.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

namespace mentor {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Data& data);

Json json_of(const Fields& fields) {
    Json object = Json::object();
    for (const auto& [name, value] : fields)
        object[name] = json_of(value);
    return object;
}

Json json_of(const List& list) {
    Json array = Json::array();
    for (const Data& value : list)
        array.push_back(json_of(value));
    return array;
}

Json json_of(const Data& data) {
    return std::visit(
        [](const auto& value) -> Json {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, List> || std::is_same_v<Value, Fields>) {
                return json_of(value);
            } else {
                return Json(value);
            }
        },
        data.of);
}

// A file may hold bytes that aren't UTF-8; they become U+FFFD, since JSON has no way to say them.
// What could harm a terminal becomes an escape, which means the same: all of it stands in strings.
std::string dumped(const Json& json, int indent) {
    return visible(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

} // namespace

std::string to_json(const Report& report) {
    Json object = Json::object();
    object["schema"] = report.schema;
    object["today"] = to_iso(report.today);
    for (const auto& [name, value] : report.head)
        object[name] = json_of(value);
    Json items = Json::array();
    for (const Fields& item : report.items)
        items.push_back(json_of(item));
    object["items"] = std::move(items);
    return dumped(object, 2) + "\n";
}

std::string to_jsonl(const Report& report, char end) {
    std::string result;
    for (const Fields& item : report.items) {
        result += dumped(json_of(item), -1);
        result += end;
    }
    return result;
}

std::string to_json(const Data& data) {
    return dumped(json_of(data), 2) + "\n";
}

std::string to_compact_json(const Data& data) {
    return dumped(json_of(data), -1);
}

} // namespace mentor
