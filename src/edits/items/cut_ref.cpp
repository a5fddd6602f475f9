// SPDX-License-Identifier: MIT

#include "edits/items/cut_ref.hpp"

#include "core/text.hpp"
#include "edits/items/refs.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

// Something that can be named, and what tells it from others.
struct Known {
    std::string id, words, marks;
    std::vector<std::string> split; // its words, folded
    bool is_entry = false;
};

template<class Thing>
void add(std::vector<Known>& all, const Relationship& person) {
    for (const Thing& thing : person.*kept<Thing>.all) {
        const std::string& words = thing.*kept<Thing>.words;
        const std::string days = marks_of(thing);
        all.push_back({thing.id, words,
                       std::string(kept<Thing>.noun) + (days.empty() ? "" : ", " + days),
                       words_of_name(words), std::is_same_v<Thing, LogEntry>});
    }
}

std::vector<Known> all_of(const Relationship& person) {
    std::vector<Known> all;
    for_each_kind([&]<class Thing>(Kind<Thing>) { add<Thing>(all, person); });
    return all;
}

bool has_blank(std::string_view word) {
    return word.find_first_of(" \t\n\r") != std::string_view::npos;
}

// REF and some of the words behind it.
struct Typed {
    std::string ref, behind;
    std::vector<std::string> split = words_of_name(ref + " " + behind);
};

// A word that was typed twice has to stand there twice.
bool holds_all(const Known& known, const Typed& typed) {
    return std::ranges::all_of(typed.split, [&](const std::string& beginning) {
        return std::ranges::count_if(known.split, [&](const std::string& word) {
                   return word.starts_with(beginning);
               }) >= std::ranges::count(typed.split, beginning);
    });
}

bool holds_in_order(const Known& known, const Typed& typed) {
    auto from = known.split.begin();
    for (const std::string& beginning : typed.split) {
        from = std::find_if(from, known.split.end(),
                            [&](const std::string& word) { return word.starts_with(beginning); });
        if (from == known.split.end()) return false;
        ++from;
    }
    return true;
}

// What comes behind the REF has to tell by itself: "to" and "the" go on with any sentence.
bool can_tell(const Known& known, const Typed& typed) {
    return !match_ref(typed.behind, {Item{"", known.words}}).empty();
}

// Words that name something, and what they name.
struct Cut {
    std::string words;
    std::vector<Known> found;
};

class CutRef {
public:
    CutRef(std::string_view ref, const std::vector<Item>& named) : ref_(trim(ref)) {
        is_id_ = std::ranges::any_of(named,
                                     [&](const Item& item) { return fold(item.id) == fold(ref_); });
        if (named.size() == 1) meant_ = named.front();
    }

    // As many of the words as go on naming some of `all`.
    Cut find(const std::vector<std::string>& behind, std::vector<Known> all) const {
        Cut cut;
        std::string some;
        for (const std::string& word : behind) {
            if (has_blank(word) || all.empty()) break;
            some += (some.empty() ? "" : " ") + word;
            const Typed typed{ref_, some};
            std::erase_if(all, [&](const Known& known) { return !holds_all(known, typed); });
            std::vector<Known> more;
            std::ranges::copy_if(all, std::back_inserter(more),
                                 [&](const Known& known) { return goes_on(known, typed); });
            if (!more.empty()) cut = {ref_ + " " + some, std::move(more)};
        }
        return cut;
    }

private:
    bool is_meant(const Known& known) const {
        return known.id == meant_.id && first_line(known.words) == first_line(meant_.words);
    }

    // What is said of a thing may well speak of it again, in other words of its own; and a note
    // holds many words, so that only those in its order are a REF.
    bool goes_on(const Known& known, const Typed& typed) const {
        const bool is_whole = known.split == typed.split;
        if (is_id_) return is_whole && !is_meant(known);
        if (is_whole) return true;
        if (!can_tell(known, typed)) return false;
        return is_meant(known) || known.is_entry ? holds_in_order(known, typed) : true;
    }

    std::string ref_;
    bool is_id_;
    Item meant_; // without words where several are, or none
};

} // namespace

void refuse_cut_ref(std::string_view ref, const std::vector<std::string>& behind,
                    const std::vector<Item>& named, const Relationship& person) {
    constexpr std::size_t most_shown = 5;
    const std::string word = trim(ref);
    if (behind.empty() || word.empty() || word.starts_with('^') || has_blank(word)) return;
    const auto [words, found] = CutRef(word, named).find(behind, all_of(person));
    if (found.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < std::min(found.size(), most_shown); ++i)
        list += fmt::format("{}{}{} ({})\n", found[i].id, found[i].id.empty() ? "" : "  ",
                            first_line(found[i].words), found[i].marks);
    if (found.size() > most_shown) list += "…\n";
    throw Error(
        Exit::usage,
        fmt::format("'{}' may be words that name it, and only one word can be the REF", words),
        list + "put in quotes what names it, and what is said of it; or give its id");
}

} // namespace mentor
