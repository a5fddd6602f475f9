// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/keys/day_of_year.hpp"
#include "edits/keys/given.hpp"
#include "edits/people/newcomer.hpp"
#include "format/decode.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <map>

namespace mentor::commands::add {
namespace {

struct Options {
    std::vector<std::string> name;
    Given given;
    std::map<std::string_view, std::vector<std::string>> lists; // by their key: tags, aka …
    std::optional<std::string> birthday;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.name, "NAME", "their name");
    for (const Key& key : relationship_keys())
        if (key.type != KeyType::words) declare_key(declaration, key, options.given);
    declaration.option(options.birthday, "--birthday", "DAY",
                       "such as 10 dec, 1815-12-10 or december");
    for (const Key& key : relationship_keys())
        if (key.type == KeyType::words)
            declare_option(declaration, key.option, options.lists[key.name]);
}

// What two people agree on at the beginning, as opposed to who one of them is.
bool is_agreed(const Key& key) {
    return key.table() == "agreement" || key.name == "started" || key.name == "ends";
}

std::string name_of(const Options& options) {
    return trim(one_line(join(options.name, " ")));
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
    const Prompt prompt{"When is their birthday?",
                        "",
                        "10 dec, with the year 1815-12-10, or the month alone: december",
                        {}};
    options.birthday = ask_for(session, prompt, [&](const std::string& answer) {
        parse_day_of_year(answer, session.calendar);
        return answer;
    });
}

// Their role, or that they are somebody whom you hope for.
void ask_what_they_are(Session& session, Options& options) {
    const Prompt prompt{"What are they to you: mentor, mentee, peer or prospect?",
                        "mentor",
                        "mentor: you learn from them. mentee: they learn from you. peer: both. "
                        "prospect: a mentor whom you hope for",
                        {"mentor", "mentee", "peer", "prospect"}};
    const std::string answer = ask_choice(session, prompt).value_or(prompt.preset);
    const bool is_prospect = answer == "prospect";
    options.given["role"] = is_prospect ? "mentor" : answer;
    if (is_prospect && !options.given["stage"]) options.given["stage"] = "prospect";
}

void ask_agreement(Session& session, Options& options) {
    for (const Key& key : relationship_keys()) {
        if (!is_agreed(key) || key.question.words.empty() || key.waits) continue;
        if (auto& given = options.given[key.name]; !given) given = mentor::ask(session, key);
    }
    if (!options.birthday) ask_for_birthday(session, options);
}

// What a mentee wants to learn, they want to learn from you.
void ask_list(Session& session, Options& options, Key key) {
    auto& given = options.lists[key.name];
    if (!given.empty()) return;
    if (key.name == "learn" && options.given["role"] == "mentee")
        key.question.words = "What do they want to learn from you?";
    given = split_words(mentor::ask(session, key).value_or(""));
}

// Where a person is there to answer and hasn't said what they are to each other: the little that
// everyone needs, and the agreement as an offer.
void walk_through(Session& session, Options& options) {
    if (!session.is_step) say_how_to_answer(session);
    if (options.name.empty()) ask_for_name(session, options);
    if (!options.given["role"]) ask_what_they_are(session, options);
    for (const Key& key : relationship_keys()) {
        if (is_agreed(key) || key.question.words.empty() || key.waits || key.name == "role")
            continue;
        if (key.type == KeyType::words)
            ask_list(session, options, key);
        else if (auto& given = options.given[key.name]; !given)
            given = mentor::ask(session, key);
    }
    if (options.given["stage"] == "prospect") return;
    const std::string when =
        ask_choice(session, {"Talk about what the two of you agreed: now or later?",
                             "later",
                             "how often you meet, where, what stays between you, and more; later "
                             "it is mentor agree",
                             {"now", "later"}})
            .value_or("later");
    if (when == "now") ask_agreement(session, options);
}

Exit run(Session& session, const Options& typed) {
    session.require_journal();
    Options options = typed;
    // Before anything is asked: a name that is taken, or what an option can't be, makes every
    // answer vain.
    if (const auto name = name_of(options); !name.empty()) new_slug(session, name);
    changes_of(options.given, session);
    if (session.interactive() && (options.name.empty() || !options.given["role"])) {
        walk_through(session, options);
    }
    const std::string name = name_of(options);
    if (name.empty()) {
        throw Error(Exit::usage, "`mentor add` needs a name",
                    "write: mentor add NAME --role mentor");
    }
    if (trim(options.given["role"].value_or("")).empty()) {
        throw Error(Exit::usage, fmt::format("what is {} to you?", name),
                    "add --role mentor, --role mentee or --role peer");
    }
    if (!options.given["stage"]) options.given["stage"] = "active";
    const std::string slug = new_slug(session, name);
    const Document document =
        document_of(session, {name, options.given, options.lists, options.birthday});
    const Page near = word_on_near(session, name);
    const auto changes = session.journal.create(slug, document.text());
    Relationship added = decode_relationship(document, slug);
    session.journal.note_names(added);
    Page reply = reply_to_added(session, added);
    reply.insert(reply.end(), near.begin(), near.end());
    session.saved(changes, reply);
    return Exit::done;
}

} // namespace

const Command command{
    "add",
    Chapter::people,
    "Begin a file for someone",
    "On a terminal it asks for the little that everyone needs, and offers to talk about what you "
    "agreed, unless --role says enough. "
    "Every answer is also an option, and can be given later with `mentor set`, a birthday with "
    "`mentor occasion`.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::add
