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

bool holds(const std::vector<Handle>& handles, const std::string& slug) {
    return std::ranges::find(handles, slug, &Handle::slug) != handles.end();
}

// A figure is the end of a name, and never that of a file: "log ada 2 hours" isn't about ada-2.
bool may_end_with(const Handle& handle, const std::string& word) {
    if (word.find_first_not_of("0123456789") != std::string::npos) return true;
    const auto ends = [&](const std::string& name) { return trim(name).ends_with(word); };
    return ends(handle.name) || std::ranges::any_of(handle.aka, ends);
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
    if (!interactive()) return slug_named(who);
    // Whoever is asked may take their time: one word means one person until they are done, and in
    // a run that goes on.
    const KeptAnswers& answers = setup_.kept_answers;
    if (const auto meant = answers.find_meant(who)) return meant->slug;
    const auto then = answers.find_meant_then(who);
    std::string slug = then ? slug_again(*then) : slug_named(who);
    mean(who, slug);
    return slug;
}

void View::mean(std::string_view who, const std::string& slug) {
    const auto person = setup_.journal.find_handle_of(slug);
    if (!person) return;
    setup_.journal.mean(slug, person->uid);
    setup_.kept_answers.mean({std::string(who), slug, person->name, person->uid});
}

std::optional<std::string> View::find_again(const std::string& slug) const {
    const auto then = setup_.kept_answers.find_meant_then(slug);
    if (!then)
        return host.exists(setup_.journal.file_of(slug)) ? std::optional(slug) : std::nullopt;
    const auto person = mentor::find_again(*then, handles());
    return person ? std::optional(person->slug) : std::nullopt;
}

std::string View::slug_named(std::string_view who) {
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

std::string View::slug_again(const Meant& meant) {
    const auto matches = match_who(meant.word, handles());
    const std::string then = fmt::format("{} ({})", meant.name, meant.slug);
    if (const auto person = mentor::find_again(meant, handles())) {
        if (matches.empty() || holds(matches, person->slug)) return person->slug;
        say(fmt::format("'{}' was {} when you left, and is {} now.", meant.word, then,
                        join(lines_of(matches), " or ")));
        if (ask_yes(*this, fmt::format("Go on with {}?", person->name), true)) return person->slug;
    } else {
        say(fmt::format("'{}' was {} when you left, who isn't there any more.", meant.word, then));
        if (matches.size() == 1 &&
            ask_yes(*this, fmt::format("Is it about {} now?", lines_of(matches).front()), false))
            return matches.front().slug;
    }
    throw Error(Exit::unknown, fmt::format("the answers that were kept are about {}", then),
                "for somebody else begin anew, without --resume");
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
    // What was quoted, or has neither letter nor figure, is no further word of a name.
    const auto is_word = [](const std::string& word) {
        return word.find_first_of(" \t\n") == std::string::npos && !slug_of(word).empty();
    };
    const auto end =
        std::ranges::find_if_not(words.first(std::min(words.size(), longest)), is_word);
    const auto most = static_cast<std::size_t>(end - words.begin());
    const auto first = [&](std::size_t count) {
        return join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, " ");
    };
    for (std::size_t count = most; count > 0; --count)
        if (setup_.kept_answers.find_meant_then(first(count))) return count;
    if (most <= 1 || lacks_journal()) return 1;
    const auto& everyone = handles();
    for (std::size_t count = most; count > 1; --count)
        if (std::ranges::any_of(match_name(first(count), everyone), [&](const Handle& handle) {
                return may_end_with(handle, words[count - 1]);
            }))
            return count;
    // A part of a name is one only of whom no single word of it names.
    const auto exact = std::ranges::find_if(words.first(most), [&](const std::string& word) {
        return !match_name(word, everyone).empty();
    });
    for (auto count = static_cast<std::size_t>(exact - words.begin()); count > 1; --count)
        if (are_part_of_a_name(first(count), everyone)) return count;
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
