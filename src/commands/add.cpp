// SPDX-License-Identifier: MIT

#include "keys.hpp"
#include "prompts.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/due.hpp"
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
    const char* question = nullptr; // null: not asked, only an option
    const char* hint = nullptr;
    const char* preset = "";
};

// In the order of the file.
constexpr std::array answers{
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
    Answer{"--grace", "LENGTH", "agreement.grace",
           "late only after this much more (default: half)"},
    Answer{"--initiates", "SIDE", "agreement.initiates", "who is expected to reach out: me or them",
           "Who reaches out: me or them?", "usually the mentee, who keeps it going"},
    Answer{"--where", "PLACE", "agreement.where", "where you meet", "Where do you meet?",
           "a café, a call, their office"},
    Answer{"--length", "LENGTH", "agreement.length", "how long a meeting lasts, such as 45m",
           "For how long?", "45m, 1h"},
    Answer{"--confidential", "YESNO", "agreement.confidential",
           "what is said stays between you: yes or no", "Does what is said stay between you?",
           "yes or no: best agreed at the beginning, by both"},
    Answer{"--expectations", "TEXT", "agreement.expectations", "what you expect of each other",
           "What do you expect of each other?",
           "such as: she opens doors, I come prepared and say what became of it"},
    Answer{"--boundaries", "TEXT", "agreement.boundaries", "what is off limits",
           "What is off limits?", "topics, hours, favours that neither of you asks for"},
    Answer{"--review", "LENGTH", "agreement.review", "how often to look at the agreement again"},
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

// The slug of a new file. Throws Error(usage) for a name that can't have one of its own.
std::string new_slug(const Session& session, const std::string& name) {
    const std::string slug = slug_of(name);
    if (slug.empty()) {
        throw Error(Exit::usage,
                    fmt::format("'{}' holds no letter or digit to name a file by", visible(name)),
                    "write the name with at least one of them");
    }
    if (session.host.exists(session.journal.file_of(slug))) {
        throw Error(Exit::usage, fmt::format("there is a relationship called '{}' already", slug),
                    fmt::format("look at it with: mentor show {}", slug));
    }
    return slug;
}

// What two people agree on at the beginning, as opposed to who one of them is.
bool is_agreed(std::string_view key) {
    return key.starts_with("agreement.") || key == "started" || key == "ends";
}

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

std::optional<std::string> ask(Session& session, const Answer& answer) {
    const SettableKey key = find_key(answer.key, relationship_keys());
    const Prompt prompt{answer.question, answer.preset, answer.hint, choices_of(key.type)};
    if (!prompt.candidates.empty()) return ask_choice(session, prompt);
    return ask_for(session, prompt, [&](const std::string& text) {
        parse_value(key, text, session.calendar);
        return text;
    });
}

void ask_for_name(Session& session, Options& options) {
    const Prompt prompt{"Who is it?", "", "their name, as you would write it", {}};
    const auto parse = [&](const std::string& name) {
        new_slug(session, name);
        return name;
    };
    options.name = {ask_needed(session, prompt, "A file needs a name. Ctrl-C leaves.", parse)};
}

void ask_for_birthday(Session& session, Options& options) {
    const Prompt prompt{"When is their birthday?", "", "10 dec, or with the year: 1815-12-10", {}};
    options.birthday = ask_for(session, prompt, [&](const std::string& answer) {
        parse_birthday(answer, session.calendar);
        return answer;
    });
}

// Where a person is there to answer and hasn't said what they are to each other, everything that
// matters at a beginning is asked.
void walk_through(Session& session, Options& options) {
    say_how_to_answer(session);
    if (options.name.empty()) ask_for_name(session, options);
    const auto ask_about = [&](bool agreed) {
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].question == nullptr || options.given[i]) continue;
            if (is_agreed(answers[i].key) == agreed) options.given[i] = ask(session, answers[i]);
        }
    };
    ask_about(false);
    if (!options.birthday) ask_for_birthday(session, options);
    if (given(options, "stage") == "prospect") return;
    session.say(Page{Paragraph{{{"And what the two of you agreed:", Style::quiet}}}});
    ask_about(true);
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

Document document_of(const Session& session, const Options& options, const std::string& name) {
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
    return document;
}

// What the days became that were given, and what follows from the rhythm.
Page answer_to(const Session& session, const Relationship& added) {
    Page page{Paragraph{{{fmt::format("Added {} as your {}: {}.toml", added.name,
                                      to_text(added.role), added.slug)}}}};
    const auto add_day = [&](const char* label, const std::optional<Date>& day) {
        if (day) page.push_back(Fact{label, {{to_words(*day)}}});
    };
    if (added.stage != Stage::active)
        page.push_back(Fact{"stage", {{std::string(to_text(added.stage))}}});
    add_day("began", added.started);
    add_day("ends", added.ends);
    // Reminders of a prospect's birthday wait until you meet; the day is right all the same.
    Relationship met = added;
    met.stage = Stage::active;
    const Date in_a_year = session.today() + Days{366};
    for (const auto& reminder : reminders_of(met, session.config, session.calendar, in_a_year)) {
        if (reminder.kind == ReminderKind::occasion) add_day("next birthday", reminder.on);
    }
    add_day("check-in due", next_check_in(added, session.config, session.today()));
    const std::string next =
        added.stage == Stage::prospect
            ? fmt::format("After you write to them: mentor log {} --kind outreach", added.slug)
            : fmt::format("After you meet: mentor log {}", added.slug);
    page.push_back(Paragraph{{{next, Style::quiet}}});
    return page;
}

Exit run(Session& session, const Options& typed) {
    session.require_journal();
    Options options = typed;
    // Before anything is asked: a name that is taken makes every answer vain.
    if (const auto name = trim(join(options.name, " ")); !name.empty()) new_slug(session, name);
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
    const std::string slug = new_slug(session, name);
    const Document document = document_of(session, options, name);
    const auto changes = session.journal.create(slug, document.text());
    session.saved(changes, answer_to(session, decode_relationship(document, slug)));
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
