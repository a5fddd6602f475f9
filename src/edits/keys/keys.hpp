// SPDX-License-Identifier: MIT
//
// Keys that a person sets, by name (`agreement.every=4w`), option or answer: from the words to a
// path and a typed value, and from there into the document. Knows the rows of the keys, and nothing
// of a terminal.
#pragma once

#include "core/dates/date_grammar.hpp"
#include "core/model/keys/keys.hpp"
#include "machine/host.hpp"
#include "report/report.hpp"
#include "toml/document.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// Those of a person's file that `set` takes.
std::span<const Key> settable_keys();

// The key of that name. Where its row says "kinds.*", it bears `name`.
// Throws Error(usage) with the nearest names.
Key find_key(std::string_view name, std::span<const Key> keys);

// "agreement.every" is {"agreement", "every"}.
Path path_of(std::string_view key);

// Throws Error(usage) for a text that the key's type doesn't take, or a zone that the machine
// doesn't know. An id of a goal is taken as it is.
Value parse_value(const Key& key, std::string_view text, const Calendar& calendar,
                  const Host& host);

// "yes", "no", "true" …; throws Error(usage) for another word.
bool parse_flag(std::string_view text);

// The value as a sentence names it: a date with its weekday, a list with commas.
std::string said(const Value& value);

// "Alice, Bob" is two words.
std::vector<std::string> split_words(std::string_view text);

// A key's new value, or none to take it away.
struct KeyChange {
    Key key;
    std::optional<Value> value;
    std::string words; // as a sentence names it: "Tue 1 Dec 2026", "taken away"
};
KeyChange change_to(const Key& key, std::optional<Value> value);

// With the keys of the table at `table` changed; {} is the file's first lines.
Document with_changes(Document document, const Path& table, const std::vector<KeyChange>& changes);

// "due  Tue 1 Dec 2026": a row a key, and a row a line of its words.
void add_changes(Grid& grid, const std::vector<KeyChange>& changes);

} // namespace mentor
