// SPDX-License-Identifier: MIT
//
// What somebody looks for in a journal: the texts of a relationship in which it stands. Pure. What
// may not be shown isn't there to be searched.
#pragma once

#include "core/dates/span.hpp"
#include "core/model/kinds.hpp"
#include "core/model/relationship.hpp"
#include "core/terms/search_terms.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What a text belongs to, as `--in` says it. The texts of one thing are searched as one.
enum class Part {
    about, // who they are: the first lines of the file, and how to reach them
    agreement,
    occasion,
    fit, // how a criterion is met
    goal,
    milestone,
    note, // an entry: what was talked about, where, on what topics
    win,
    advice,
    commitment,
    question,
    gift,
    ending,
};
std::string_view to_text(Part part);
std::optional<Part> find_part(std::string_view word);
const std::vector<std::string>& part_names();

struct Search {
    SearchTerms terms;
    std::vector<Part> parts = {};        // empty: all
    std::vector<std::string> kinds = {}; // of entries, as Kinds::covers reads them; empty: all
    std::optional<Span> span = {};       // what has no day lies in none
};

// One text with something in it that was looked for. Its words are those of the relationship, which
// has to outlive it, and its stretches those of its FoundThings.
struct Finding {
    Part part = Part::about;
    std::string_view id;      // of the thing; "" where it has none
    std::optional<Moment> on; // the day that it is of
    std::string_view kind;    // of an entry
    // Where the text stands in the file: the table ("" for the first lines), the position in an
    // array of them, the key, and the position in a list. No position where it isn't known.
    std::string_view table;
    std::optional<std::size_t> position;
    std::string_view key;
    std::optional<std::size_t> element;
    std::string_view text;
    bool is_private = false;
    std::span<const TextRange> found;  // in the text, in its order; none lies in another
    std::span<const TextRange> firsts; // the first of each term that is in it
    bool continues = false;            // the thing that the one before belongs to
};

struct FoundThings {
    std::vector<Finding> all;
    std::vector<TextRange> stretches;
};

// Whether the text of a finding is a key of the file itself, as a criterion of [fit] is.
bool is_key(const Finding& finding);

// The texts of an entry that an outline leaves out (core/model/extent.hpp), by its position in the
// log: the views last as long as the relationship.
struct EntryTexts {
    std::string_view note;
    std::vector<std::string_view> topics;
};
using LookUp = std::function<const EntryTexts&(std::size_t position)>;

// A thing is found where all terms stand in its texts, in whichever. What has a day comes
// newest first, after what has none; otherwise the order is the file's. Throws as
// SearchTerms::find_in.
// `left_out` is there where the relationship is an outline.
FoundThings search(const Relationship& relationship, const Search& search, const Kinds& kinds,
                   const LookUp& left_out = {});

} // namespace mentor
