// SPDX-License-Identifier: MIT
//
// The keys of a person's file and of the configuration, a row each, in the order of the file: what
// a key takes, what it holds, and the words of its option and its question. Whatever walks the keys
// (options, prompts, `set`, `agree`, JSON, the manual's test) walks these rows; the decoder alone
// reads by itself. Knows nothing of TOML, and not who asks or shows.
#pragma once

#include "core/model/relationship.hpp"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mentor {

enum class KeyType {
    text, // of any number of lines
    line,
    address, // for mail
    hours,   // when messages are welcome, maybe in words
    zone,    // of the IANA database
    number,
    date,       // of bare words, the latest that has been: "fri" is last Friday
    date_ahead, // the next one to come
    moment,     // to come as well
    duration,
    length,
    flag,
    words,
    role,
    stage,
    side,
    goal, // the id of one
    // The configuration's alone:
    program, // the words that start one, as for a shell
    color,
    paint,
    weekday,
    kind_class,
    sync_message,
};

// What a key of this type takes where that is one of a few words, as "mentor"; empty elsewhere.
const std::vector<std::string>& known_words(KeyType type);

// What a key holds, as the file writes it: a length or one of a few words is its text, a date a
// moment without a time. Nothing where the key is absent; an absent text may be "" as well.
using Held = std::variant<std::monostate, bool, int, std::string, std::vector<std::string>, Moment>;

// In words that the key's option takes: "yes", "4w", "2026-11-22", "work, life"; "" for nothing.
std::string text_of(const Held& held);

struct KeyOption {
    std::string_view name, value, help; // "--every", "LENGTH"; help is one line
};
struct KeyQuestion {
    std::string_view words, hint, preset; // what `?` explains, what Enter takes
};

struct Key {
    std::string_view name; // dotted: "agreement.every"
    KeyType type = KeyType::line;
    KeyOption option = {};     // "": none
    KeyQuestion question = {}; // "": not asked
    int talk = 0;              // its place in the talk of `agree`; 0: not talked about
    bool waits = false;        // `add` doesn't ask it: until you know each other better
    bool required = false;     // can't be taken away
    bool fixed = false;        // not for `set`: other commands write it
    bool listed = false;       // short enough for every row of `list`

    std::string_view table() const; // "agreement"; "" for the file's first lines
    std::string_view field() const; // "every"
};

template<class Holder>
struct KeyOf : Key {
    Held (*held)(const Holder& holder);
};

std::span<const KeyOf<Relationship>> relationship_keys(); // without those of its lists of tables
std::span<const KeyOf<Goal>> goal_keys();
// Those of the configuration; "kinds.*" stands for every key of a table in which a person chooses
// them.
std::span<const Key> config_keys();

// The row of a key that is known to be there.
const KeyOf<Relationship>& relationship_key(std::string_view name);
const KeyOf<Goal>& goal_key(std::string_view name);

} // namespace mentor
