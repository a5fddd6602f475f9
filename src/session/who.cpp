// SPDX-License-Identifier: MIT
//
// Who: from what was typed to one relationship, with a choice on a terminal.

#include "core/model/who.hpp"

#include "core/text.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

[[noreturn]] void refuse_unknown(std::string_view who, const std::vector<Handle>& handles) {
    if (handles.empty()) {
        throw Error(Exit::unknown,
                    fmt::format("there is nobody called '{}': the journal is empty", who),
                    fmt::format("begin with: mentor add {}", who));
    }
    const auto near = nearest_who(who, handles);
    throw Error(Exit::unknown, fmt::format("there is nobody called '{}'", who),
                near.empty() ? "everyone: mentor list"
                             : fmt::format("did you mean {}?", join(near, " or ")));
}

} // namespace

std::string View::slug_for(std::string_view who) {
    require_journal();
    // An empty variable of a script names nobody, and is no misspelt name either.
    if (trim(who).empty())
        throw Error(Exit::usage, "it isn't said who is meant",
                    "give a name; everyone: mentor list");
    // The slug itself is the common case of a script, and needs no other file.
    const std::string slug = slug_of(who);
    if (!slug.empty() && slug == who && host.exists(setup_.journal.file_of(slug))) return slug;
    const auto everyone = handles();
    const auto matches = match_who(who, everyone);
    if (matches.empty()) refuse_unknown(who, everyone);
    if (matches.size() == 1) return matches.front().slug;
    std::vector<std::string> choices;
    for (const auto& handle : matches) {
        choices.push_back(fmt::format("{} ({})", handle.name, handle.slug));
    }
    if (interactive()) {
        return matches[ask_number(*this, fmt::format("Which '{}'?", who), choices)].slug;
    }
    throw Error(
        Exit::unknown,
        fmt::format("'{}' may be any of {}", who,
                    counted(static_cast<long>(matches.size()), "person", "people")),
        fmt::format("{}\nwrite more of the name, or what stands in brackets", join(choices, "\n")));
}

std::vector<std::string> View::slugs_for(const std::vector<std::string>& who) {
    std::vector<std::string> slugs;
    for (const auto& one : who) {
        std::string slug = slug_for(one);
        if (std::find(slugs.begin(), slugs.end(), slug) == slugs.end()) {
            slugs.push_back(std::move(slug));
        }
    }
    return slugs;
}

} // namespace mentor
