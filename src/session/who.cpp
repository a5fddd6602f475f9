// SPDX-License-Identifier: MIT
//
// Who: from what was typed to one relationship, with a choice on a terminal.

#include "core/model/who.hpp"

#include "core/near_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "session/prompts.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

[[noreturn]] void refuse_unknown(std::string_view who, const std::vector<Handle>& handles,
                                 const std::vector<Handle>& near) {
    if (handles.empty()) {
        throw Error(Exit::unknown,
                    fmt::format("there is nobody called '{}': the journal is empty", who),
                    to_type("begin with: mentor add {}", who));
    }
    // People who share a name are told apart by their slugs.
    std::vector<std::string> names;
    for (const Handle& handle : near)
        names.push_back(std::ranges::count(handles, handle.name, &Handle::name) > 1 ? handle.slug
                                                                                    : handle.name);
    throw Error(Exit::unknown, fmt::format("there is nobody called '{}'", who),
                near.empty() ? "everyone: mentor list" : did_you_mean(names));
}

std::vector<std::string> lines_of(const std::vector<Handle>& handles) {
    std::vector<std::string> lines;
    for (const Handle& handle : handles)
        lines.push_back(fmt::format("{} ({})", handle.name, handle.slug));
    return lines;
}

} // namespace

const std::vector<Handle>& View::handles() const {
    if (!setup_.handles) setup_.handles = setup_.journal.handles();
    return *setup_.handles;
}

std::string View::slug_for(std::string_view who) {
    require_journal();
    // An empty variable of a script names nobody, and is no misspelt name either.
    if (trim(who).empty())
        throw Error(Exit::usage, "it isn't said who is meant",
                    "give a name; everyone: mentor list");
    // The slug itself is the common case of a script, and needs no other file.
    const std::string slug = slug_of(who);
    if (!slug.empty() && slug == who && host.exists(setup_.journal.file_of(slug))) return slug;
    const auto& everyone = handles();
    const auto matches = match_who(who, everyone);
    if (matches.empty()) return slug_near(who, everyone);
    if (matches.size() == 1) return matches.front().slug;
    const auto lines = lines_of(matches);
    if (interactive()) {
        const auto choices = choices_of(lines);
        return matches[ask_number(*this, fmt::format("Which '{}'?", who), choices)].slug;
    }
    throw Error(
        Exit::unknown,
        fmt::format("'{}' may be any of {}", who,
                    counted(static_cast<long>(matches.size()), "person", "people")),
        fmt::format("{}\nwrite more of the name, or what stands in brackets", join(lines, "\n")));
}

// What is only near is asked about, and never taken.
std::string View::slug_near(std::string_view who, const std::vector<Handle>& everyone) {
    const auto near = nearest_who(who, everyone);
    if (!interactive() || near.empty()) refuse_unknown(who, everyone, near);
    say(fmt::format("There is nobody called '{}'.", who));
    if (near.size() > 1)
        return near[ask_number(*this, "Whom did you mean?", choices_of(lines_of(near)))].slug;
    if (ask_yes(*this, fmt::format("Did you mean {}?", near.front().name), true))
        return near.front().slug;
    refuse_unknown(who, everyone, {});
}

std::size_t View::name_length(std::span<const std::string> words) const {
    constexpr std::size_t longest = 6;
    // What was quoted, or has no letter, is no further word of a name.
    const auto is_word = [](const std::string& word) {
        return word.find_first_of(" \t\n") == std::string::npos && !slug_of(word).empty();
    };
    const auto end =
        std::ranges::find_if_not(words.first(std::min(words.size(), longest)), is_word);
    const auto most = static_cast<std::size_t>(end - words.begin());
    if (most <= 1 || lacks_journal()) return 1;
    const auto& everyone = handles();
    for (std::size_t count = most; count > 1; --count)
        if (!match_name(join({words.begin(), words.begin() + count}, " "), everyone).empty())
            return count;
    return 1;
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
