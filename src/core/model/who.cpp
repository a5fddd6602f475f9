// SPDX-License-Identifier: MIT
#include "core/model/who.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <iterator>

namespace mentor {

namespace {

constexpr std::size_t fewest_letters = 2; // one letter in order would name nearly everyone
constexpr std::size_t most_guesses = 3;

bool parts_words(char byte) {
    constexpr std::string_view marks = " \t-'\".,;:/()[]_";
    return marks.find(byte) != std::string_view::npos;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char byte : text) {
        if (!parts_words(byte)) {
            if (!inside) words.emplace_back();
            words.back() += byte;
        }
        inside = !parts_words(byte);
    }
    return words;
}

// Whether a word of `text` begins with `beginning`, which may itself run over several words.
bool has_word_beginning(std::string_view text, std::string_view beginning) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((at == 0 || parts_words(text[at - 1])) && text.substr(at).starts_with(beginning))
            return true;
    return false;
}

template<typename Thing, typename Fits>
std::vector<Thing> those(const std::vector<Thing>& things, Fits fits) {
    std::vector<Thing> fitting;
    std::ranges::copy_if(things, std::back_inserter(fitting), fits);
    return fitting;
}

// Slug, name and aka, folded.
std::vector<std::string> calls_of(const Handle& handle) {
    std::vector<std::string> calls{fold(handle.slug), fold(trim(handle.name))};
    for (const std::string& aka : handle.aka)
        calls.push_back(fold(trim(aka)));
    return calls;
}

template<typename Fits>
std::vector<Handle> called(const std::vector<Handle>& handles, Fits fits) {
    return those(handles,
                 [&](const Handle& handle) { return std::ranges::any_of(calls_of(handle), fits); });
}

// What a file syncer leaves beside a file that changed on two machines is no second person of that
// name: "ada.sync-conflict-20261122-153000.toml", "ada (conflicted copy).toml".
bool is_copy(const Handle& handle, const Handle& original) {
    const auto is_odd = [](const Handle& other) {
        return other.slug.find_first_of(" .()~") != std::string::npos;
    };
    return is_odd(handle) && !is_odd(original) &&
           (handle.slug.starts_with(original.slug) || fold(handle.name) == fold(original.name));
}

std::vector<Handle> without_copies(const std::vector<Handle>& found) {
    return those(found, [&](const Handle& handle) {
        return std::ranges::none_of(
            found, [&](const Handle& original) { return is_copy(handle, original); });
    });
}

} // namespace

std::vector<Handle> match_who(std::string_view who, const std::vector<Handle>& handles) {
    const std::string wanted = fold(trim(who));
    if (wanted.empty()) return {};

    // Of "Ada.toml" and "ÄDA.toml", which a person may have made, each has a name of its own.
    const auto by_file = [&](const Handle& handle) { return handle.slug == who; };
    const auto by_slug = [&](const Handle& handle) { return fold(handle.slug) == wanted; };
    const auto equals = [&](const std::string& call) { return call == wanted; };
    const auto begins = [&](const std::string& call) { return has_word_beginning(call, wanted); };
    const auto in_order = [&](const std::string& call) {
        return has_letters_in_order(call, wanted);
    };
    std::vector<Handle> found = those(handles, by_file);
    if (found.empty()) found = those(handles, by_slug);
    if (found.empty()) found = called(handles, equals);
    if (found.empty()) found = called(handles, begins);
    if (found.empty() && count_code_points(wanted) >= fewest_letters)
        found = called(handles, in_order);
    return without_copies(found);
}

std::vector<std::string> nearest_who(std::string_view who, const std::vector<Handle>& handles) {
    std::vector<std::string> candidates;
    std::vector<std::vector<std::string>> words; // of the handle at the same position
    for (const Handle& handle : handles) {
        words.push_back(calls_of(handle));
        for (const std::string& call : calls_of(handle))
            std::ranges::copy(words_of(call), std::back_inserter(words.back()));
        std::ranges::copy(words.back(), std::back_inserter(candidates));
    }
    const auto shares_name = [&](const Handle& handle) {
        return std::ranges::count(handles, handle.name, &Handle::name) > 1;
    };
    std::vector<std::string> guesses;
    for (const std::string& near : nearest(trim(who), candidates, candidates.size())) {
        for (std::size_t at = 0; at < handles.size() && guesses.size() < most_guesses; ++at) {
            const Handle& handle = handles[at];
            const std::string& guess = shares_name(handle) ? handle.slug : handle.name;
            if (std::ranges::find(words[at], near) != words[at].end() &&
                std::ranges::find(guesses, guess) == guesses.end())
                guesses.push_back(guess);
        }
    }
    return guesses;
}

std::vector<Item> match_ref(std::string_view ref, const std::vector<Item>& items) {
    const std::string wanted = fold(trim(ref));
    const std::vector<std::string> wanted_words = words_of(wanted);
    if (wanted_words.empty()) return {};

    const auto by_id = [&](const Item& item) { return fold(item.id) == wanted; };
    const auto by_start = [&](const Item& item) { return fold(item.id).starts_with(wanted); };
    // Else "Send the draft" could never be told from "Send the draft to Grace".
    const auto by_text = [&](const Item& item) { return fold(trim(item.words)) == wanted; };
    const auto by_words = [&](const Item& item) {
        const std::string held = fold(item.words);
        return std::ranges::all_of(
            wanted_words, [&](const std::string& word) { return has_word_beginning(held, word); });
    };
    const std::vector<Item> open = those(items, [](const Item& item) { return item.open; });
    std::vector<Item> found = those(open, by_id);
    if (found.empty()) found = those(items, by_id);
    if (found.empty()) found = those(open, by_start);
    if (found.empty()) found = those(open, by_text);
    if (found.empty()) found = those(open, by_words);
    if (found.empty()) found = those(items, by_start);
    return found;
}

} // namespace mentor
