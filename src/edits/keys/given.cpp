// SPDX-License-Identifier: MIT

#include "edits/keys/given.hpp"

#include "core/text.hpp"
#include "format/decode.hpp"
#include "session/prompts.hpp"

#include <algorithm>

namespace mentor {
namespace {

std::vector<std::string> choices_of(KeyType type) {
    return type == KeyType::flag ? std::vector<std::string>{"yes", "no"} : known_words(type);
}

KeyChange change_of(const Key& key, std::string_view text, const Session& session) {
    if (trim(text).empty()) return change_to(key, std::nullopt);
    // By the name that a person typed, where the key's own would be told otherwise.
    if (const auto& known = known_words(key.type); !known.empty())
        require_word(fold(text), known, key.option.name);
    return change_to(key, parse_value(key, text, session.calendar, session.host));
}

} // namespace

bool says_something(const Given& given) {
    return std::ranges::any_of(given, [](const auto& each) { return each.second.has_value(); });
}

void declare_key(Declaration& declaration, const Key& key, Given& given) {
    declare_option(declaration, key.option, given[key.name]);
}

Prompt prompt_for(const Key& key, std::string standing) {
    return {std::string(key.question.words), std::move(standing), std::string(key.question.hint),
            choices_of(key.type)};
}

std::optional<std::string> ask(Session& session, const Key& key) {
    const Prompt prompt = prompt_for(key, std::string(key.question.preset));
    if (!prompt.candidates.empty()) return ask_choice(session, prompt);
    return ask_for(session, prompt, [&](const std::string& text) {
        parse_value(key, text, session.calendar, session.host);
        return text;
    });
}

std::optional<std::string> ask_again(Session& session, const Key& key,
                                     const std::string& standing) {
    const Prompt prompt = prompt_for(key, trim(standing));
    if (!prompt.candidates.empty()) {
        const auto chosen = ask_choice(session, prompt);
        return chosen == standing ? std::nullopt : chosen;
    }
    return ask_change(session, prompt, [&](const std::string& text) {
        if (text != "-") parse_value(key, text, session.calendar, session.host);
    });
}

std::vector<KeyChange> changes_of(const Given& given, const Session& session) {
    std::vector<KeyChange> changes;
    for (const Key& key : relationship_keys()) {
        const auto found = given.find(key.name);
        if (found != given.end() && found->second)
            changes.push_back(change_of(key, *found->second, session));
    }
    return changes;
}

} // namespace mentor
