// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/standing_text.hpp"
#include "edits/keys/keys.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/offered_words.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor::commands::set {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> settings;
    bool force = false;
};

// "stage=", and the words that may follow.
std::vector<Candidate> offer_settings(View&, const std::string&) {
    std::vector<Candidate> settings;
    for (const Key& key : settable_keys()) {
        if (key.name.ends_with(".*")) continue;
        settings.push_back({fmt::format("{}=", key.name), std::string(key.option.help)});
        for (const std::string& word : words_for(key.type))
            settings.push_back({fmt::format("{}={}", key.name, word), ""});
    }
    return settings;
}

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration
        .argument(options.settings, "KEY=VALUE",
                  "such as agreement.every=3w; KEY= takes the key away")
        .offers(offer_settings);
    declaration.flag(options.force, "--force", "put a text in the place of an outcome");
}

KeyChange parse_assignment(const std::string& setting, const Session& session) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos) {
        throw Error(Exit::usage, fmt::format("'{}' has no =", setting),
                    "write KEY=VALUE, such as stage=paused; quote a value with spaces");
    }
    const std::string name = trim(setting.substr(0, equals));
    if (name == "name") {
        throw Error(Exit::usage, "the name also names the file", "use: mentor rename WHO NAME");
    }
    if (name == "uid") {
        throw Error(Exit::usage, "the uid never changes: calendars and address books know it",
                    "two files with one uid: mentor check --fix");
    }
    if (name == "birthday") {
        throw Error(Exit::usage, "a birthday is one of the days that they keep",
                    "use: mentor occasion WHO birthday DAY");
    }
    const Key key = find_key(name, settable_keys());
    const std::string text = trim(setting.substr(equals + 1));
    if (text == "-") // which takes an answer away at a prompt, and is no value
        throw Error(Exit::usage, "'-' has no words",
                    key.required ? "write some" : to_type("to take it away: {}=", key.name));
    if (!text.empty())
        return change_to(key, parse_value(key, text, session.calendar, session.host));
    if (key.required) {
        throw Error(Exit::usage, fmt::format("`{}` can't be taken away", key.name),
                    fmt::format("it is one of: {}", join(known_words(key.type), ", ")));
    }
    return change_to(key, std::nullopt);
}

// One key and its value, from the person at the terminal.
std::vector<KeyChange> ask_assignment(Session& session) {
    Prompt prompt{"Which key?", "", "such as agreement.every; Tab lists them", {}};
    for (const Key& key : settable_keys())
        if (!key.name.ends_with(".*")) prompt.candidates.emplace_back(key.name);
    const std::string name =
        ask_needed(session, prompt, "Type a key; Tab lists them.", [](const std::string& answer) {
            return std::string(find_key(answer, settable_keys()).name);
        });
    const Prompt value{
        fmt::format("What is {} to be?", name), "", "its new value; Enter takes the key away", {}};
    return {ask_for(session, value, [&](const std::string& answer) {
                return parse_assignment(name + "=" + answer, session);
            }).value_or(parse_assignment(name + "=", session))};
}

std::vector<KeyChange> take_assignments(Session& session, const Options& options) {
    if (options.settings.empty() && session.interactive()) return ask_assignment(session);
    if (options.settings.empty()) {
        throw Error(Exit::usage, "`mentor set` needs KEY=VALUE",
                    to_type("write: mentor set {} agreement.every=3w", options.who));
    }
    std::vector<KeyChange> assignments;
    for (const auto& setting : options.settings) {
        KeyChange assignment = parse_assignment(setting, session);
        for (const auto& earlier : assignments) {
            if (earlier.key.name != assignment.key.name) continue;
            throw Error(Exit::usage, fmt::format("`{}` is given twice", earlier.key.name),
                        "give it once");
        }
        assignments.push_back(std::move(assignment));
    }
    return assignments;
}

void refuse_other_outcome(const Relationship& relationship,
                          const std::vector<KeyChange>& assignments) {
    for (const auto& [key, value, words] : assignments)
        if (key.name == "ending.outcome" && relationship.ending)
            refuse_other_text(
                relationship.ending->outcome, value ? words : "",
                fmt::format("your mentorship with {} has an outcome", relationship.name),
                to_type("mentor set {} ending.outcome=TEXT", relationship));
}

Exit run(Session& session, const Options& options) {
    const auto assignments = take_assignments(session, options);
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = record.relationship.name;
            if (!options.force) refuse_other_outcome(record.relationship, assignments);
            return with_changes(record.document, {}, assignments);
        });
    Grid report = plain_grid();
    for (const auto& [key, value, words] : assignments)
        report.rows.push_back(row(std::string(key.name), words, Style::name));
    session.saved(changes, {sentence("{}:", name), report});
    return Exit::done;
}

} // namespace

const Command command{
    "set",
    Chapter::people,
    "Change what the file says of someone, key by key",
    "The keys are those of mentor-relationship(5), with a dot for a table: contact.email. Lists "
    "are separated by commas. It takes all that `add` asks, but for the name, which `mentor "
    "rename` "
    "changes, and a birthday, which is `mentor occasion`.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::set
