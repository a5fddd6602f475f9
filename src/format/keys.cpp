// SPDX-License-Identifier: MIT
#include "format/decode.hpp"
#include "format/decoding.hpp"

namespace mentor {

const std::vector<SettableKey>& relationship_keys() {
    static const std::vector<SettableKey> keys = {
        {"role", KeyType::role},
        {"type", KeyType::line},
        {"stage", KeyType::stage},
        {"aka", KeyType::words},
        {"started", KeyType::date},
        {"ends", KeyType::date},
        {"met", KeyType::line},
        {"through", KeyType::line},
        {"tags", KeyType::words},
        {"next", KeyType::moment},
        {"snoozed", KeyType::date},
        {"about", KeyType::text},
        {"values", KeyType::words},
        {"contact.email", KeyType::line},
        {"contact.phone", KeyType::line},
        {"contact.link", KeyType::line},
        {"contact.prefers", KeyType::line},
        {"contact.hours", KeyType::line},
        {"contact.timezone", KeyType::line},
        {"agreement.every", KeyType::duration},
        {"agreement.grace", KeyType::duration},
        {"agreement.initiates", KeyType::side},
        {"agreement.where", KeyType::line},
        {"agreement.length", KeyType::length},
        {"agreement.confidential", KeyType::flag},
        {"agreement.honest", KeyType::flag},
        {"agreement.expectations", KeyType::text},
        {"agreement.boundaries", KeyType::text},
        {"agreement.agreed", KeyType::date},
        {"agreement.review", KeyType::duration},
        {"ending.on", KeyType::date},
        {"ending.outcome", KeyType::text},
        {"ending.thanked", KeyType::flag},
        {"ending.keep", KeyType::duration},
    };
    return keys;
}

const std::vector<SettableKey>& config_keys() {
    static const std::vector<SettableKey> keys = {
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
        {"me.looking_for", KeyType::text},
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
