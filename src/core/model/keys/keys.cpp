// SPDX-License-Identifier: MIT
#include "core/model/keys/keys.hpp"

#include "core/model/config.hpp"
#include "core/model/kinds.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace mentor {

std::string text_of(const Held& held) {
    if (const auto* flag = std::get_if<bool>(&held)) return *flag ? "yes" : "no";
    if (const auto* number = std::get_if<int>(&held)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&held)) return *text;
    if (const auto* words = std::get_if<std::vector<std::string>>(&held)) return join(*words, ", ");
    if (const auto* moment = std::get_if<Moment>(&held)) return to_iso(*moment);
    return "";
}

const std::vector<std::string>& known_words(KeyType type) {
    static const std::vector<std::string> none;
    switch (type) {
    case KeyType::role:
        return role_names();
    case KeyType::stage:
        return stage_names();
    case KeyType::side:
        return side_names();
    case KeyType::color:
        return color_names();
    case KeyType::weekday:
        return week_start_names();
    case KeyType::kind_class:
        return kind_class_names();
    case KeyType::sync_message:
        return sync_message_names();
    default:
        return none;
    }
}

std::string_view Key::table() const {
    const auto dot = name.find('.');
    return dot == std::string_view::npos ? "" : name.substr(0, dot);
}

std::string_view Key::field() const {
    return name.substr(name.find('.') + 1);
}

const KeyOf<Relationship>& relationship_key(std::string_view name) {
    return *std::ranges::find(relationship_keys(), name, &KeyOf<Relationship>::name);
}

const KeyOf<Goal>& goal_key(std::string_view name) {
    return *std::ranges::find(goal_keys(), name, &KeyOf<Goal>::name);
}

} // namespace mentor
