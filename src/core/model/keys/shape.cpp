// SPDX-License-Identifier: MIT
#include "core/model/keys/shape.hpp"

#include <algorithm>

namespace mentor {

const Shape* Shape::find(std::string_view key) const {
    const auto found = std::ranges::find(keys, key, &Key::name);
    return found == keys.end() ? nullptr : &found->shape;
}

} // namespace mentor
