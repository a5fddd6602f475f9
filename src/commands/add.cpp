// SPDX-License-Identifier: MIT

#include "keys.hpp"
#include "prompts.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

// One answer about someone: its option, the key that it fills in, and the question on a terminal.
struct Answer {
    const char* option;
    const char* value;
    const char* key;
    const char* help;
    const char* question; // null: not asked, only an option
    const char* hint;
};

// In the order of the file.
constexpr std::array answers{
    Answer{"--role", "ROLE", "role", "what they are to you: mentor, mentee or peer",
           "What are they to you?", "mentor: they guide you. mentee: you guide them. peer: both."},
    Answer{"--type", "TYPE", "type", "professional, life, peer or a word of your own", nullptr,
           nullptr},
    Answer{"--stage", "STAGE", "stage", "prospect, active (the default), paused …",
           "How far are you?",
           "prospect: not asked yet. active: you meet. alumni: it has ended well."},
    Answer{"--started", "DATE", "started", "when the mentorship began", "When did it begin?",
           "a day, such as today, 3 weeks ago or 12 jan"},
    Answer{"--ends", "DATE", "ends", "when it is to end: mentorships are time-bound",
           "When is it to end?", "mentorships are time-bound: in 6 months, or 31 dec"},
    Answer{"--met", "TEXT", "met", "how you met", "How did you meet?", "RubyConf hallway"},
    Answer{"--through", "NAME", "through", "who introduced you", nullptr, nullptr},
    Answer{"--about", "TEXT", "about", "what you know of their path and work", nullptr, nullptr},
    Answer{"--email", "ADDRESS", "contact.email", "where mail reaches them", nullptr, nullptr},
    Answer{"--phone", "NUMBER", "contact.phone", "where a call reaches them", nullptr, nullptr},
    Answer{"--link", "URL", "contact.link", "a page of theirs", nullptr, nullptr},
    Answer{"--prefers", "CHANNEL", "contact.prefers", "the channel that is easiest for them",
           "Which channel is easiest for them?", "email, phone, chat …"},
    Answer{"--hours", "HOURS", "contact.hours", "when messages are welcome, such as 09:00-17:00",
           "When are messages welcome?", "09:00-17:00, or not on weekends"},
    Answer{"--timezone", "ZONE", "contact.timezone", "such as Europe/London", nullptr, nullptr},
    Answer{"--every", "LENGTH", "agreement.every", "how often you meet, such as 4w",
           "How often do you want to meet?", "2w, 4w, 3mo: without an answer your default holds"},
    Answer{"--grace", "LENGTH", "agreement.grace", "late only after this much more (default: half)",
           nullptr, nullptr},
    Answer{"--initiates", "SIDE", "agreement.initiates", "who is expected to reach out: me or them",
           "Who reaches out: me or them?", "the mentee usually drives: say who of you two"},
    Answer{"--where", "PLACE", "agreement.where", "where you meet", "Where do you meet?",
           "a café, a call, their office"},
    Answer{"--length", "LENGTH", "agreement.length", "how long a meeting lasts, such as 45m",
           "For how long?", "45m, 1h"},
    Answer{"--confidential", "YESNO", "agreement.confidential",
           "what is said stays between you: yes or no", nullptr, nullptr},
    Answer{"--expectations", "TEXT", "agreement.expectations", "what you expect of each other",
           nullptr, nullptr},
    Answer{"--boundaries", "TEXT", "agreement.boundaries", "what is off limits", nullptr, nullptr},
    Answer{"--review", "LENGTH", "agreement.review", "how often to look at the agreement again",
           nullptr, nullptr},
};

struct Options {
    std::vector<std::string> name;
    std::array<std::optional<std::string>, answers.size()> given;
    std::vector<std::string> tags, aka, values;
    std::optional<std::string> birthday;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.name, "NAME", "their name");
    for (std::size_t i = 0; i < answers.size(); ++i) {
        declaration.option(options.given[i], answers[i].option, answers[i].value, answers[i].help);
    }
    declaration.option(options.birthday, "--birthday", "DAY", "such as 10 dec, or 1815-12-10");
    declaration.option(options.tags, "--tag", "TAG", "a word to group people by; may be repeated");
    declaration.option(options.aka, "--aka", "NAME", "another name for them; may be repeated");
    declaration.option(options.values, "--value", "TEXT", "what matters to them; may be repeated");
}

std::optional<std::string>& given(Options& options, std::string_view key) {
    const auto found = std::ranges::find(
        answers, key, [](const auto& answer) { return std::string_view(answer.key); });
    return options.given[static_cast<std::size_t>(found - answers.begin())];
}

// "MM-DD", or the full date where a year was given.
std::string parse_birthday(std::string_view text, const Calendar& calendar) {
    if (const auto date = find_iso_date(text)) return to_iso(*date);
    const bool has_year =
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > 2;
    const std::string iso = to_iso(parse_date(text, calendar, Reading::past));
    return has_year ? iso : iso.substr(5);
}

// Where a person is there to answer and hasn't said what they are to each other, everything that
// matters at a beginning is asked; Enter skips.
void walk_through(Session& session, Options& options) {
    if (options.name.empty()) {
        options.name = {ask_text(session, "Who is it?", "their name, as you would write it")};
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].question == nullptr || options.given[i]) continue;
        const SettableKey key = find_key(answers[i].key, relationship_keys());
        const bool prospect = given(options, "stage") == "prospect";
        if (prospect &&
            (key.name.starts_with("agreement.") || key.name == "started" || key.name == "ends")) {
            continue;
        }
        Prompt prompt{answers[i].question, "", answers[i].hint, {}};
        if (key.type == KeyType::role) prompt.candidates = role_names();
        if (key.type == KeyType::stage) prompt.candidates = stage_names(), prompt.preset = "active";
        if (key.type == KeyType::role) prompt.preset = "mentor";
        options.given[i] = ask_for(session, prompt, [&](const std::string& answer) {
            parse_value(key, answer, session.calendar);
            return answer;
        });
    }
    if (!options.birthday) {
        options.birthday = ask_for(
            session, {"When is their birthday?", "", "10 dec, or with the year: 1815-12-10", {}},
            [&](const std::string& answer) {
                parse_birthday(answer, session.calendar);
                return answer;
            });
    }
}

Document with_answers(Document document, const Session& session, const Options& options,
                      bool of_tables) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const SettableKey key = find_key(answers[i].key, relationship_keys());
        const bool in_table = key.name.find('.') != std::string::npos;
        if (in_table != of_tables || !options.given[i] || options.given[i]->empty()) continue;
        document = document.with_value(path_of(key.name),
                                       parse_value(key, *options.given[i], session.calendar));
    }
    return document;
}

std::string text_of(const Session& session, const Options& options, const std::string& name) {
    Document document = Document::parse("", slug_of(name) + ".toml");
    document = document.with_value({"format"}, newest_format).with_value({"name"}, name);
    document = with_answers(document, session, options, false);
    if (!options.aka.empty()) document = document.with_value({"aka"}, options.aka);
    if (!options.tags.empty()) document = document.with_value({"tags"}, options.tags);
    if (!options.values.empty()) document = document.with_value({"values"}, options.values);
    document = document.with_value({"added"}, session.today());
    document = with_answers(document, session, options, true);
    if (document.contains({"agreement"})) {
        document = document.with_value({"agreement", "agreed"}, session.today());
    }
    if (options.birthday) {
        document = document.with_appended(
            "occasion",
            {{"what", "birthday"}, {"on", parse_birthday(*options.birthday, session.calendar)}});
    }
    return document.text();
}

Exit run(Session& session, const Options& typed) {
    session.require_journal();
    Options options = typed;
    if (session.interactive() && (options.name.empty() || !given(options, "role"))) {
        walk_through(session, options);
    }
    const std::string name = trim(join(options.name, " "));
    if (name.empty()) {
        throw Error(Exit::usage, "`mentor add` needs a name",
                    "write: mentor add NAME --role mentor");
    }
    if (!given(options, "role")) {
        throw Error(Exit::usage, fmt::format("what is {} to you?", name),
                    "add --role mentor, --role mentee or --role peer");
    }
    if (!given(options, "stage")) given(options, "stage") = "active";
    const std::string slug = slug_of(name);
    if (slug.empty()) {
        throw Error(Exit::usage,
                    fmt::format("'{}' holds no letter or digit to name a file by", visible(name)),
                    "write the name with at least one of them");
    }
    const auto changes = session.journal.create(slug, text_of(session, options, name));
    session.saved(
        changes, {Paragraph{{{fmt::format("Added {} as your {}: {}.toml", name,
                                          fold(*given(options, "role")), slug)}}},
                  Paragraph{{{fmt::format("After you meet: mentor log {}", slug), Style::quiet}}}});
    return Exit::done;
}

} // namespace

const Command add_command{
    "add",
    Chapter::people,
    "Begin a file for someone",
    "On a terminal it walks through who they are and what you agreed, unless --role says enough. "
    "Every "
    "answer is also an option, and can be given later with `mentor set`.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
