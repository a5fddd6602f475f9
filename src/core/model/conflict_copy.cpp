// SPDX-License-Identifier: MIT
#include "core/model/conflict_copy.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace mentor {
namespace {

std::optional<std::string> before(std::string_view slug, std::size_t at) {
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    return std::string(slug.substr(0, at));
}

} // namespace

std::optional<std::string> find_original(std::string_view slug) {
    for (const std::string_view mark : {".sync-conflict-", "_conflict-"})
        if (const auto original = before(slug, slug.rfind(mark))) return original;
    if (slug.ends_with(')')) {
        const std::size_t open = slug.rfind(" (");
        if (open == std::string_view::npos) return std::nullopt;
        const std::string_view within = slug.substr(open + 2, slug.size() - open - 3);
        if (find_number(within) || holds_folded(within, "conflict")) return before(slug, open);
        return std::nullopt;
    }
    const std::size_t blank = slug.rfind(' ');
    if (blank == std::string_view::npos || !find_number(slug.substr(blank + 1)))
        return std::nullopt;
    return before(slug, blank);
}

std::optional<std::string> find_original(std::string_view slug,
                                         const std::vector<std::string>& sorted) {
    auto original = find_original(slug);
    return original && std::ranges::binary_search(sorted, *original) ? original : std::nullopt;
}

} // namespace mentor
