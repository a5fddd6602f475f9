// SPDX-License-Identifier: MIT
#include "core/model/who.hpp"

#include "core/ascii.hpp"
#include "core/near_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <span>

namespace mentor {

namespace {

constexpr std::size_t most_guesses = 3;
constexpr std::size_t fewest_letters = 2; // one letter in order would name nearly everyone

// All of ASCII but letters and digits: of "Jean-Luc O'Brien, Dr." neither the signs nor the blanks
// matter.
bool parts_words(char byte) {
    return (byte & 0x80) == 0 && !is_alphanumeric(byte);
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

// What is left of a name where case, accents, signs and blanks don't matter: "jeanlucobriendr".
std::string bare(std::string_view text) {
    return join(words_of(fold(text)), "");
}

// Whether a word of `text` begins with `beginning`, which may itself run over several words.
bool has_word_beginning(std::string_view text, std::string_view beginning) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((at == 0 || parts_words(text[at - 1])) && text.substr(at).starts_with(beginning))
            return true;
    return false;
}

// One past the last word of `name` that `beginning` runs over from `first` on, as "jeanl" does over
// Jean-Luc; nullopt where it begins none there.
std::optional<std::size_t> end_of_run(std::string_view beginning, std::span<const std::string> name,
                                      std::size_t first) {
    for (std::size_t at = first; at < name.size(); ++at) {
        if (std::string_view(name[at]).starts_with(beginning)) return at + 1;
        if (!beginning.starts_with(name[at])) return std::nullopt;
        beginning.remove_prefix(name[at].size());
    }
    return std::nullopt;
}

// Whether each of `beginnings` begins a word of `name`, in order. Where one could begin in several
// places, the run that ends first leaves most to those behind it.
bool begin_words(std::span<const std::string> beginnings, std::span<const std::string> name) {
    std::size_t from = 0;
    for (const std::string& beginning : beginnings) {
        std::optional<std::size_t> end;
        for (std::size_t first = from; first < (end ? *end : name.size()); ++first)
            if (const auto run = end_of_run(beginning, name, first))
                end = std::min(run.value(), end.value_or(*run));
        if (!end) return false;
        from = *end;
    }
    return true;
}

template<typename Thing, typename Fits>
std::vector<Thing> those(const std::vector<Thing>& things, Fits fits) {
    std::vector<Thing> fitting;
    std::ranges::copy_if(things, std::back_inserter(fitting), fits);
    return fitting;
}

std::vector<std::string> names_of(const Handle& handle) {
    std::vector<std::string> names{handle.name};
    names.insert(names.end(), handle.aka.begin(), handle.aka.end());
    return names;
}

std::vector<std::string> calls_of(const Handle& handle) {
    std::vector<std::string> calls = names_of(handle);
    calls.push_back(handle.slug);
    return calls;
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

std::vector<std::string> words_of_name(std::string_view name) {
    return words_of(fold(name));
}

std::vector<Handle> match_name(std::string_view who, const std::vector<Handle>& handles) {
    const std::string wanted = bare(who);
    // Of "Ada.toml" and "ÄDA.toml", which a person may have made, each has a name of its own, and
    // so has " ada.toml".
    std::vector<Handle> found;
    for (const std::string& slug : {std::string(who), trim(who)})
        if (found.empty())
            found = those(handles, [&](const Handle& handle) { return handle.slug == slug; });
    if (found.empty() && !wanted.empty())
        found = those(handles, [&](const Handle& handle) { return bare(handle.slug) == wanted; });
    if (found.empty() && !wanted.empty())
        found = those(handles, [&](const Handle& handle) {
            return std::ranges::any_of(names_of(handle),
                                       [&](const auto& name) { return bare(name) == wanted; });
        });
    return without_copies(found);
}

std::string first_name_of(const Handle& handle) {
    const std::string address = trim(handle.address);
    return address.empty() ? first_name(handle.name) : address;
}

bool may_be_called(const Handle& handle, std::string_view name) {
    const std::string wanted = fold(name);
    return fold(first_name_of(handle)) == wanted || fold(first_name(handle.name)) == wanted ||
           find_folded(name, handle.aka);
}

bool may_go_by_another_word(const Handle& person) {
    return !is_plain_to_type(person.slug) &&
           (!is_typed_exactly(person.slug) || std::ranges::any_of(person.aka, is_plain_to_type));
}

Calls::Calls(const std::vector<Handle>& everyone) {
    for (const Handle& handle : everyone) {
        std::set<std::string> calls;
        for (const std::string& call : calls_of(handle))
            calls.insert(bare(call));
        for (const std::string& call : calls)
            ++people_[call];
    }
}

bool Calls::calls_one(std::string_view call) const {
    const std::string letters = bare(call);
    const auto called = people_.find(letters);
    return !letters.empty() && called != people_.end() && called->second == 1;
}

std::string Calls::to_be_typed(const Handle& person) const {
    if (is_plain_to_type(person.slug)) return "";
    for (const std::string& aka : person.aka)
        if (is_plain_to_type(aka) && calls_one(aka)) return aka;
    // Without the signs that no line holds, a slug that shares its letters with another may be it.
    if (is_typed_exactly(person.slug) || calls_one(person.slug)) return "";
    for (const std::string& name : names_of(person))
        if (is_typed_exactly(name) && calls_one(name)) return name;
    return std::string(nobodys_word);
}

std::vector<Handle> match_who(std::string_view who, const std::vector<Handle>& handles) {
    if (auto found = match_name(who, handles); !found.empty()) return found;
    const std::vector<std::string> beginnings = words_of(fold(who));
    if (beginnings.empty()) return {};
    return without_copies(those(handles, [&](const Handle& handle) {
        return std::ranges::any_of(calls_of(handle), [&](const std::string& call) {
            return begin_words(beginnings, words_of(fold(call)));
        });
    }));
}

bool are_part_of_a_name(std::string_view words, const std::vector<Handle>& handles) {
    const std::string wanted = bare(words);
    return !wanted.empty() && std::ranges::any_of(handles, [&](const Handle& handle) {
        return std::ranges::any_of(names_of(handle), [&](const std::string& name) {
            const std::size_t blank = std::min(name.find(' '), name.size());
            return bare(name.substr(0, blank)) == wanted || bare(name.substr(blank)) == wanted;
        });
    });
}

std::vector<Handle> nearest_who(std::string_view who, const std::vector<Handle>& handles) {
    std::vector<std::string> candidates;
    std::vector<std::vector<std::string>> words; // of the handle at the same position
    for (const Handle& handle : handles) {
        words.emplace_back();
        for (const std::string& call : calls_of(handle)) {
            words.back().push_back(fold(call));
            std::ranges::copy(words_of(fold(call)), std::back_inserter(words.back()));
        }
        std::ranges::copy(words.back(), std::back_inserter(candidates));
    }
    std::vector<Handle> guesses;
    const auto add = [&](const Handle& handle) {
        if (guesses.size() < most_guesses &&
            std::ranges::find(guesses, handle.slug, &Handle::slug) == guesses.end())
            guesses.push_back(handle);
    };
    for (const std::string& near : nearest(trim(who), candidates, candidates.size()))
        for (std::size_t at = 0; at < handles.size(); ++at)
            if (std::ranges::find(words[at], near) != words[at].end()) add(handles[at]);
    const std::string letters = bare(who);
    if (count_code_points(letters) < fewest_letters) return guesses;
    for (const Handle& handle : handles) {
        if (std::ranges::any_of(calls_of(handle), [&](const std::string& call) {
                return has_letters_in_order(call, letters);
            }))
            add(handle);
    }
    return guesses;
}

namespace {

// What is looked for, and whether it stands behind the "^" of a mail.
struct WantedRef {
    std::string text;
    bool is_mark;

    explicit WantedRef(std::string_view ref) : text(fold(trim(ref))), is_mark(text[0] == '^') {
        if (is_mark) text.erase(0, 1);
    }
};

// Words that stand in any sentence, so that one of them alone means nothing.
bool is_filler(std::string_view word) {
    constexpr auto fillers = std::to_array<std::string_view>(
        {"a",  "an",   "and",  "are",  "as", "at", "be",   "but",  "by",  "for", "from", "have",
         "he", "her",  "his",  "i",    "if", "in", "into", "is",   "it",  "its", "me",   "my",
         "no", "not",  "of",   "off",  "on", "or", "our",  "out",  "she", "so",  "that", "the",
         "to", "them", "they", "this", "up", "us", "we",   "with", "you", "your"});
    return std::ranges::find(fillers, word) != fillers.end();
}

// Whether words can tell one thing from others: a whole word that isn't filler, or three letters of
// one.
bool can_tell(const std::vector<std::string>& wanted, std::string_view held) {
    constexpr std::size_t fewest = 3;
    const auto words = words_of(held);
    return std::ranges::any_of(wanted, [&](const std::string& word) {
        return !is_filler(word) &&
               (count_code_points(word) >= fewest || std::ranges::find(words, word) != words.end());
    });
}

} // namespace

std::vector<Item> match_id(std::string_view ref, const std::vector<Item>& items) {
    const WantedRef wanted(ref);
    if (words_of(wanted.text).empty()) return {};
    // Here the mark may be the id of something else.
    if (wanted.is_mark) {
        auto marked =
            those(items, [&](const Item& item) { return fold(item.mark) == wanted.text; });
        if (!marked.empty()) return marked;
    }
    return those(items, [&](const Item& item) { return fold(item.id) == wanted.text; });
}

std::vector<Item> match_ref(std::string_view ref, const std::vector<Item>& items) {
    const WantedRef sought(ref);
    const std::string& wanted = sought.text;
    const std::vector<std::string> wanted_words = words_of(wanted);
    if (wanted_words.empty()) return {};

    const auto by_start = [&](const Item& item) { return fold(item.id).starts_with(wanted); };
    // Else "Send the draft" could never be told from "Send the draft to Grace".
    const auto by_text = [&](const Item& item) {
        return !sought.is_mark && fold(trim(item.words)) == wanted;
    };
    const auto by_words = [&](const Item& item) {
        const std::string held = fold(item.words);
        return !sought.is_mark && can_tell(wanted_words, held) &&
               std::ranges::all_of(wanted_words, [&](const std::string& word) {
                   return has_word_beginning(held, word);
               });
    };
    const auto is_open = [](const Item& item) { return item.open; };
    const std::vector<Item> open = those(items, is_open);
    const std::vector<Item> whole = match_id(ref, items);
    std::vector<Item> found = those(whole, is_open);
    if (found.empty()) found = whole;
    // What begins the id of one may as well be a word of another.
    const bool is_text = std::ranges::any_of(open, by_text);
    if (found.empty())
        found = those(open, [&](const Item& item) {
            return by_start(item) || (is_text ? by_text(item) : by_words(item));
        });
    if (found.empty()) found = those(items, by_start);
    return found;
}

std::string ref_to_type(const std::string& id) {
    const bool names_it = is_in_a_line(id) && !match_ref(id, {Item{id, ""}}).empty();
    return names_it ? id : "REF";
}

} // namespace mentor
