// SPDX-License-Identifier: MIT
//
// What a person gives for the keys of a file: by an option, or in reply to a question. The rows of
// the keys say which options and questions there are; when they are asked is the commands'
// business.
#pragma once

#include "core/model/keys/keys.hpp"
#include "edits/keys/keys.hpp"
#include "session/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What was given for each key, by its name: nothing, or a text, which takes the key away where it
// is "".
using Given = std::map<std::string_view, std::optional<std::string>>;

bool says_something(const Given& given);

template<class Target>
void declare_option(Declaration& declaration, const KeyOption& option, Target& target) {
    if (option.name.empty()) return;
    declaration.option(target, std::string(option.name), std::string(option.value),
                       std::string(option.help));
}
// The key's option, where it has one.
void declare_key(Declaration& declaration, const Key& key, Given& given);

// The key's question; where something stands in the file already, that is in brackets.
Prompt prompt_for(const Key& key, std::string standing);

// Asks on the terminal until the reply can be understood; nullopt where the question was skipped.
std::optional<std::string> ask(Session& session, const Key& key);

// The same where something may stand in the file already: nullopt where it stays.
std::optional<std::string> ask_again(Session& session, const Key& key, const std::string& standing);

// What was given of a person, in the order of the file. Throws Error(usage) for a text that its key
// doesn't take.
std::vector<KeyChange> changes_of(const Given& given, const Session& session);

} // namespace mentor
