// SPDX-License-Identifier: MIT
//
// Who and which: from what was typed to one relationship or one item, with a choice on a terminal.

#include "core/model/who.hpp"

#include "core/text.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <charconv>

namespace mentor {
namespace {

// Asks until one of the numbered choices is named. An empty answer leaves.
std::size_t choose(Session& session, const std::string& question,
                   const std::vector<std::string>& choices) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
        session.say(fmt::format("{:>4}  {}", i + 1, choices[i]));
    }
    for (;;) {
        const std::string answer =
            session.host.ask({.question = question,
                              .preset = "",
                              .hint = "type the number of one of them, or nothing to leave",
                              .candidates = {}});
        if (answer.empty()) throw Error(Exit::interrupted, "nobody was chosen");
        std::size_t number = 0;
        const auto [end, fault] =
            std::from_chars(answer.data(), answer.data() + answer.size(), number);
        if (fault == std::errc() && end == answer.data() + answer.size() && number >= 1 &&
            number <= choices.size()) {
            return number - 1;
        }
        session.say(fmt::format("Type a number from 1 to {}.", choices.size()));
    }
}

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

std::string Session::slug_for(std::string_view who) {
    require_journal();
    // An empty variable of a script names nobody, and is no misspelt name either.
    if (trim(who).empty())
        throw Error(Exit::usage, "it isn't said who is meant",
                    "give a name; everyone: mentor list");
    // The slug itself is the common case of a script, and needs no other file.
    const std::string slug = slug_of(who);
    if (!slug.empty() && slug == who && host.exists(journal.file_of(slug))) return slug;
    const auto handles = journal.handles();
    const auto matches = match_who(who, handles);
    if (matches.empty()) refuse_unknown(who, handles);
    if (matches.size() == 1) return matches.front().slug;
    std::vector<std::string> choices;
    for (const auto& handle : matches) {
        choices.push_back(fmt::format("{} ({})", handle.name, handle.slug));
    }
    if (interactive()) {
        return matches[choose(*this, fmt::format("Which '{}'?", who), choices)].slug;
    }
    throw Error(
        Exit::unknown,
        fmt::format("'{}' may be any of {}", who,
                    counted(static_cast<long>(matches.size()), "person", "people")),
        fmt::format("{}\nwrite more of the name, or what stands in brackets", join(choices, "\n")));
}

std::vector<std::string> Session::slugs_for(const std::vector<std::string>& who) {
    std::vector<std::string> slugs;
    for (const auto& one : who) {
        std::string slug = slug_for(one);
        if (std::find(slugs.begin(), slugs.end(), slug) == slugs.end()) {
            slugs.push_back(std::move(slug));
        }
    }
    return slugs;
}

Item item_for(Session& session, std::string_view ref, const std::vector<Item>& items,
              std::string_view noun, std::string_view name) {
    const auto matches = match_ref(ref, items);
    if (matches.size() == 1) return matches.front();
    std::vector<std::string> choices;
    for (const auto& item : matches.empty() ? items : matches) {
        if (!item.open && matches.empty()) continue;
        choices.push_back(item.id.empty() ? item.words
                                          : fmt::format("{}  {}", item.id, item.words));
    }
    if (matches.empty()) {
        const bool is_named = !trim(ref).empty();
        throw Error(is_named ? Exit::unknown : Exit::usage,
                    is_named ? fmt::format("{} has no {} '{}'", name, noun, ref)
                             : fmt::format("it isn't said which {} is meant", noun),
                    choices.empty() ? fmt::format("there is no open {} with {}", noun, name)
                                    : fmt::format("open:\n{}", join(choices, "\n")));
    }
    if (session.interactive()) {
        return matches[choose(session, fmt::format("Which {}?", noun), choices)];
    }
    throw Error(Exit::unknown,
                fmt::format("'{}' may be any of {} with {}", ref,
                            counted(static_cast<long>(matches.size()), noun), name),
                fmt::format("{}\nuse the id", join(choices, "\n")));
}

std::size_t position_of(const Item& item, const std::vector<Item>& items) {
    for (const auto& other : items) {
        if (item.id.empty() ? other.words == item.words : other.id == item.id)
            return other.position;
    }
    throw Error(Exit::unknown, fmt::format("'{}' was changed by other hands just now", item.words),
                "nothing was written; look again and repeat");
}

} // namespace mentor
