// SPDX-License-Identifier: MIT
//
// Without quotes a shell hands over a text or a name in pieces, and an option may stand among them:
// what belongs together then, and what is refused since it may not be what was meant.
#pragma once

#include "session/command.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// As CLI11 tells an option from a word: "-3d" is a date and "- a bullet" is text.
bool looks_like_option(std::string_view word);

// What the value of an option, or a last argument, may be made of.
enum class Pieces {
    one,     // a word that is whole
    list,    // words, each by itself
    few,     // a word, most likely, which may be more
    text,    // as many words as there are
    moment,  // a day and perhaps a time: "tue 15:30"
    minutes, // "1 h"
    name,    // of a person
};
Pieces pieces_of(const Parameter& parameter);

// An option that stands between two arguments, or "--".
struct Break {
    std::size_t at;   // how many of the arguments stand before it
    std::string name; // "--todo"
    // Where a shell may have cut off what follows from its value: the value, and what that is.
    std::string value = {};
    Pieces takes = Pieces::one;
};

// The option with this name, without what stands behind "="; null where there is none.
using FindOption = std::function<const Parameter*(const std::string& name)>;

// The options among the words of a command line, up to "--".
std::vector<Break> find_breaks(const std::vector<std::string>& words, const FindOption& find);

// The words behind each value, where the declaration wants to know them.
void note_followers(const std::vector<std::string>& words, const Declaration& declaration);

// Arguments from `begin` on, up to the next option.
std::span<const std::string> up_to_break(std::span<const std::string> arguments,
                                         const std::vector<Break>& breaks, std::size_t begin);

// Throws Error(usage) where the text of the arguments from `begin` on stands on both sides of an
// option, or behind one whose value goes on there: `log ada Coffee --todo Send the draft` would
// promise "Send" and note "Coffee the draft". One word behind it, and none before, is the text:
// quotes around one word can't be seen, and a script that sets them mustn't trip over its data.
void refuse_cut_text(const std::vector<std::string>& arguments, const std::vector<Break>& breaks,
                     std::size_t begin, const Parameter& text);

// Throws Error(usage) for "-" where a text is wanted: it stands for standard input, where that is
// read, and says nothing elsewhere.
void refuse_dash(std::string_view said, const Parameter& parameter);

// How many of the words, from the first on, make up a name of someone; at least one.
using NameLength = std::function<std::size_t(std::span<const std::string>)>;

// Throws Error(usage) for a name behind an option that goes on behind it: `--with grace hopper`
// would be somebody else's Grace, or nobody's Hopper.
void refuse_cut_names(const std::vector<std::string>& arguments, const std::vector<Break>& breaks,
                      const NameLength& name_length);

} // namespace mentor
