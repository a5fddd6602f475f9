// SPDX-License-Identifier: MIT
//
// What can be said of someone, by an option or in answer to a question: the one table behind `add`
// and `agree`. Knows what each answer fills in, not when it is asked for.
#pragma once

#include "session/session.hpp"
#include "toml/document.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mentor {

struct Answer {
    const char* option;
    const char* value;
    const char* key; // that it fills in, as "agreement.every"
    const char* help;
    const char* question = nullptr; // null: not asked, only an option
    const char* hint = nullptr;
    const char* preset = "";
};

// In the order of the file.
std::span<const Answer> answers();

// The answer that fills in `key`, which is one of the table's.
const Answer& answer_for(std::string_view key);

// What was given for each key: nothing, or a text that may be empty.
using Given = std::map<std::string_view, std::optional<std::string>>;

void declare_answer(Declaration& declaration, const Answer& answer, Given& given);

// Asks on the terminal until the text can be understood; nullopt where the question was skipped.
std::optional<std::string> ask_about(Session& session, const Answer& answer);

// The same where something may stand in the file already: nullopt where it stays.
std::optional<std::string> ask_again_about(Session& session, const Answer& answer,
                                           const std::string& standing);

// The document with the key set to what the text means; without the key for an empty text. Throws
// Error(usage) for a text that the key doesn't take.
Document with_answer(const Document& document, const Answer& answer, std::string_view text,
                     const Calendar& calendar);

} // namespace mentor
