// SPDX-License-Identifier: MIT
#include "toml/editing/write_value.hpp"
#include "toml/layout.hpp"
#include "toml/parsing/parse_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

// With the number of values that toml++ lets nest, trees stay shallow enough for its recursion and
// ours.
constexpr std::size_t most_key_parts = 32;

// The cheap test: a key stays on one line, and each of its parts but the last has a dot behind it.
// It goes from dot to dot, which are rare, and not from line to line.
bool may_have_deep_key(std::string_view text) {
    std::array<std::size_t, most_key_parts> last_dots{};
    std::size_t dots = 0;
    for (auto at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        last_dots[dots++ % most_key_parts] = at;
        const std::size_t oldest = last_dots[dots % most_key_parts];
        if (dots >= most_key_parts && line_end(text, oldest) > at) return true;
    }
    return false;
}

std::size_t skip_part(std::string_view text, std::size_t at) {
    if (text[at] == '"' || text[at] == '\'') return skip_string(text, at);
    while (at < text.size() && is_bare_key(text.substr(at, 1)))
        ++at;
    return at;
}

// Where the first key of too many parts has its first part too many.
std::optional<std::size_t> find_deep_key(std::string_view text) {
    std::size_t parts = 0;
    bool behind_dot = false;
    for (std::size_t at = 0; at < text.size();) {
        const char character = text[at];
        if (character == '"' || character == '\'' || is_bare_key(text.substr(at, 1))) {
            parts = behind_dot ? parts + 1 : 1;
            if (parts > most_key_parts) return at;
            at = skip_part(text, at);
            behind_dot = false;
        } else {
            behind_dot =
                character == '.' || (behind_dot && (character == ' ' || character == '\t'));
            at = character == '#' ? line_end(text, at) : at + 1;
        }
    }
    return std::nullopt;
}

} // namespace

void refuse_deep_keys(std::string_view text, const std::string& file) {
    if (!may_have_deep_key(text)) return;
    const std::optional<std::size_t> deep = find_deep_key(text);
    if (!deep) return;
    const Position place = position_of(text, *deep);
    throw Error(Exit::broken, {fmt::format("this key has more than {} parts", most_key_parts),
                               "shorten it", file, place.line, place.column});
}

} // namespace mentor
