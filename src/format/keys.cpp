// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "format/decoding.hpp"

namespace mentor {

std::span<const Key> config_keys() {
    static constexpr Key keys[] = {
        {"journal", KeyType::line},
        {"editor", KeyType::line},
        {"pager", KeyType::line},
        {"color", KeyType::color},
        {"within", KeyType::duration},
        {"week_starts", KeyType::weekday},
        {"cadence.mentor", KeyType::duration},
        {"cadence.mentee", KeyType::duration},
        {"cadence.peer", KeyType::duration},
        {"cadence.alumni", KeyType::duration},
        {"cadence.tags.*", KeyType::duration},
        {"kinds.*", KeyType::kind_class},
        {"me.name", KeyType::line},
        {"me.goal", KeyType::text},
        {"me.values", KeyType::words},
        {"me.looking_for", KeyType::words},
        {"me.obstacles", KeyType::text},
    };
    return keys;
}

const std::vector<std::string>& words_for(KeyType type) {
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
        return weekday_names();
    case KeyType::kind_class:
        return kind_class_names();
    default:
        return none;
    }
}

} // namespace mentor
