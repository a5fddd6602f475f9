// SPDX-License-Identifier: MIT
#include "core/model/shape.hpp"

#include <algorithm>

namespace mentor {

const Shape* Shape::find(std::string_view key) const {
    const auto found = std::ranges::find(
        keys, key, [](const auto& entry) -> const std::string& { return entry.first; });
    return found == keys.end() ? nullptr : &found->second;
}

} // namespace mentor
