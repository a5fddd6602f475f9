// SPDX-License-Identifier: MIT
//
// From the members of a value to what a key of the file holds: `held<&Relationship::agreement,
// &Agreement::every>` is a function that reads it. For the tables of keys alone.
#pragma once

#include "core/model/keys/keys.hpp"

#include <optional>
#include <string>
#include <type_traits>

namespace mentor {

template<class T>
Held hold(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_same_v<T, Duration>)
        return std::string(to_text(value));
    else if constexpr (std::is_same_v<T, Date>)
        return Moment{value, std::nullopt};
    else
        return value;
}
template<class T>
Held hold(const std::optional<T>& value) {
    return value ? hold(*value) : Held();
}

template<auto member, class Holder>
Held held(const Holder& holder) {
    return hold(holder.*member);
}
template<auto table, auto member, class Holder>
Held held(const Holder& holder) {
    const auto& part = holder.*table;
    if constexpr (requires { part.has_value(); })
        return part ? hold(*part.*member) : Held();
    else
        return hold(part.*member);
}

} // namespace mentor
