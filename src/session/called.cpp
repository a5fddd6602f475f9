// SPDX-License-Identifier: MIT

#include "session/called.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {

std::string called(const View& view, const Relationship& person) {
    std::string name = first_name(person);
    const bool is_shared = std::ranges::any_of(view.handles(), [&](const Handle& other) {
        return other.slug != person.slug && fold(first_name(other.name)) == fold(name);
    });
    return is_shared ? one_line(person.name) : name;
}

} // namespace mentor
