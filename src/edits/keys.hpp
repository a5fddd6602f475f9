// SPDX-License-Identifier: MIT
//
// Keys that a person sets by name, `agreement.every=4w`: from the words to a path and a typed
// value.
#pragma once

#include "format/decode.hpp"
#include "session/session.hpp"
#include "toml/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The key of that name. Throws Error(usage) with the nearest names.
SettableKey find_key(std::string_view name, const std::vector<SettableKey>& keys);

// "agreement.every" is {"agreement", "every"}.
Path path_of(std::string_view key);

// Throws Error(usage) for a text that the key's type doesn't take.
Value parse_value(const SettableKey& key, std::string_view text, const Calendar& calendar);

// The value as a sentence names it: a date with its weekday, a list with commas.
std::string said(const Value& value);

// "Alice, Bob" is two words.
std::vector<std::string> split_words(std::string_view text);

} // namespace mentor
