// SPDX-License-Identifier: MIT
#include "core/model/conflict_copy.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace mentor {
namespace {

std::optional<std::string> before(std::string_view slug, std::size_t at) {
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    return std::string(slug.substr(0, at));
}

// The syncer's word for it, in the language of whoever uses it: "Copie en conflit de", "In Konflikt
// stehende Kopie von", "Copia in conflitto di", "Cópia em conflito de", "競合コピー".
bool tells_of_a_conflict(std::string_view within) {
    constexpr auto words = std::to_array<std::string_view>(
        {"conflict", "conflit", "konflikt", "конфликт", "競合", "冲突", "衝突"});
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return holds_folded(within, word); });
}

} // namespace

std::optional<std::string> find_original(std::string_view slug) {
    for (const std::string_view mark : {".sync-conflict-", "_conflict-"})
        if (const auto original = before(slug, slug.rfind(mark))) return original;
    if (slug.ends_with(')')) {
        const std::size_t open = slug.rfind(" (");
        if (open == std::string_view::npos) return std::nullopt;
        const std::string_view within = slug.substr(open + 2, slug.size() - open - 3);
        if (find_number(within) || tells_of_a_conflict(within)) return before(slug, open);
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
    while (original && !std::ranges::binary_search(sorted, *original))
        original = find_original(*original);
    return original;
}

std::vector<std::string> possible_originals(std::string_view slug,
                                            const std::vector<std::string>& sorted) {
    constexpr std::string_view signs = " -_.";
    std::vector<std::string> found;
    for (auto end = slug.find_first_of(signs); end != std::string_view::npos;
         end = slug.find_first_of(signs, end + 1)) {
        std::string beginning(slug.substr(0, end));
        if (std::ranges::binary_search(sorted, beginning)) found.push_back(std::move(beginning));
    }
    return found;
}

bool are_one_person(const Relationship& copy, const Relationship& original) {
    return !copy.uid.empty() && copy.uid == original.uid && fold(copy.name) == fold(original.name);
}

} // namespace mentor
