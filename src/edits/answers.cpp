// SPDX-License-Identifier: MIT

#include "edits/answers.hpp"

#include "core/text.hpp"
#include "edits/keys.hpp"
#include "session/prompts.hpp"

#include <algorithm>
#include <array>

namespace mentor {
namespace {

constexpr std::array table{
    Answer{"--role", "ROLE", "role", "what they are to you: mentor, mentee or peer",
           "What are they to you: mentor, mentee or peer?",
           "mentor: they guide you. mentee: you guide them. peer: both.", "mentor"},
    Answer{"--type", "TYPE", "type", "professional, life, peer or a word of your own"},
    Answer{"--stage", "STAGE", "stage", "prospect, active (the default), paused …",
           "Where do things stand: prospect, active …?",
           "prospect: you would like to. active: you meet. paused: not now. winding-down: it is "
           "coming to its end. alumni: it ended well. declined: it wasn't to be.",
           "active"},
    Answer{"--started", "DATE", "started", "when the mentorship began", "When did it begin?",
           "a day, such as today, 3 weeks ago or 12 jan"},
    Answer{"--ends", "DATE", "ends", "when it is to end: mentorships are time-bound",
           "When is it to end?", "mentorships are time-bound: in 6 months, or 31 dec"},
    Answer{"--met", "TEXT", "met", "how you met", "How did you meet?",
           "a word or a sentence: it helps to remember"},
    Answer{"--through", "NAME", "through", "who introduced you"},
    Answer{"--about", "TEXT", "about", "what you know of their path and work"},
    Answer{"--email", "ADDRESS", "contact.email", "where mail reaches them"},
    Answer{"--phone", "NUMBER", "contact.phone", "where a call reaches them"},
    Answer{"--link", "URL", "contact.link", "a page of theirs"},
    Answer{"--prefers", "CHANNEL", "contact.prefers", "the channel that is easiest for them",
           "Which channel is easiest for them?", "email, phone, chat …"},
    Answer{"--hours", "HOURS", "contact.hours", "when messages are welcome, such as 09:00-17:00",
           "When are messages welcome?", "09:00-17:00, or not on weekends"},
    Answer{"--timezone", "ZONE", "contact.timezone", "such as Europe/London"},
    Answer{"--every", "LENGTH", "agreement.every", "how often you meet, such as 4w",
           "How often do you meet?",
           "2w, 4w, 3mo or monthly: without an answer your default holds"},
    Answer{"--grace", "LENGTH", "agreement.grace", "late only after this much more (default: half)",
           "How much later is still fine?", "1w, 2w: without an answer, half of the time between"},
    Answer{"--initiates", "SIDE", "agreement.initiates", "who is expected to reach out: me or them",
           "Who reaches out: me or them?", "usually the mentee, who keeps it going"},
    Answer{"--where", "PLACE", "agreement.where", "where you meet", "Where do you meet?",
           "a café, a call, their office"},
    Answer{"--length", "LENGTH", "agreement.length", "how long a meeting lasts, such as 45m",
           "For how long?", "45m, 1h"},
    Answer{"--confidential", "YESNO", "agreement.confidential",
           "what is said stays between you: yes or no", "Does what is said stay between you?",
           "yes or no: best agreed at the beginning, by both"},
    Answer{"--honest", "YESNO", "agreement.honest",
           "you tell each other what is hard to hear: yes or no",
           "Do you tell each other what is hard to hear?",
           "yes or no: honest words from someone who wishes you well are rare"},
    Answer{"--expectations", "TEXT", "agreement.expectations", "what you expect of each other",
           "What do you expect of each other?",
           "such as: she opens doors, I come prepared and say what became of it"},
    Answer{"--boundaries", "TEXT", "agreement.boundaries", "what is off limits",
           "What is off limits?", "topics, hours, favours that neither of you asks for"},
    Answer{"--review", "LENGTH", "agreement.review", "how often to look at the agreement again",
           "When do you look at it again?", "3mo, 6mo: `mentor due` reminds you"},
};

std::vector<std::string> choices_of(KeyType type) {
    switch (type) {
    case KeyType::role:
        return role_names();
    case KeyType::stage:
        return stage_names();
    case KeyType::side:
        return {"me", "them"};
    case KeyType::flag:
        return {"yes", "no"};
    default:
        return {};
    }
}

} // namespace

std::span<const Answer> answers() {
    return table;
}

const Answer& answer_for(std::string_view key) {
    return *std::ranges::find(table, key,
                              [](const Answer& answer) { return std::string_view(answer.key); });
}

void declare_answer(Declaration& declaration, const Answer& answer, Given& given) {
    declaration.option(given[answer.key], answer.option, answer.value, answer.help);
}

std::optional<std::string> ask_about(Session& session, const Answer& answer) {
    const SettableKey key = find_key(answer.key, relationship_keys());
    const Prompt prompt{answer.question, answer.preset, answer.hint, choices_of(key.type)};
    if (!prompt.candidates.empty()) return ask_choice(session, prompt);
    return ask_for(session, prompt, [&](const std::string& text) {
        parse_value(key, text, session.calendar);
        return text;
    });
}

std::optional<std::string> ask_again_about(Session& session, const Answer& answer,
                                           const std::string& standing) {
    const SettableKey key = find_key(answer.key, relationship_keys());
    const Prompt prompt{answer.question, trim(standing), answer.hint, choices_of(key.type)};
    if (!prompt.candidates.empty()) {
        const auto chosen = ask_choice(session, prompt);
        return chosen == standing ? std::nullopt : chosen;
    }
    return ask_change(session, prompt, [&](const std::string& text) {
        if (text != "-") parse_value(key, text, session.calendar);
    });
}

Document with_answer(const Document& document, const Answer& answer, std::string_view text,
                     const Calendar& calendar) {
    const SettableKey key = find_key(answer.key, relationship_keys());
    const Path path = path_of(key.name);
    // By the name that a person typed, where the key's own would be told otherwise.
    if (const auto& known = words_for(key.type); !text.empty() && !known.empty())
        require_word(fold(text), known, answer.option);
    return text.empty() ? document.without(path)
                        : document.with_value(path, parse_value(key, text, calendar));
}

} // namespace mentor
