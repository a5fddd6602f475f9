// SPDX-License-Identifier: MIT

#include "keys.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> settings;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.settings, "KEY=VALUE",
                         "such as agreement.every=3w; KEY= takes the key away");
}

struct Assignment {
    SettableKey key;
    std::string text; // "" takes the key away
};

Assignment parse_assignment(const std::string& setting) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos) {
        throw Error(Exit::usage, fmt::format("'{}' has no =", setting),
                    "write KEY=VALUE, such as stage=paused; quote a value with spaces");
    }
    const std::string name = trim(setting.substr(0, equals));
    if (name == "name") {
        throw Error(Exit::usage, "the name also names the file", "use: mentor rename WHO NAME");
    }
    return {find_key(name, relationship_keys()), trim(setting.substr(equals + 1))};
}

Exit run(Session& session, const Options& options) {
    if (options.settings.empty()) {
        throw Error(Exit::usage, "`mentor set` needs KEY=VALUE",
                    fmt::format("write: mentor set {} agreement.every=3w", options.who));
    }
    std::vector<Assignment> assignments;
    Grid said{.columns = {{}, {}}, .rows = {}, .indent = 2};
    std::vector<std::optional<Value>> values;
    for (const auto& setting : options.settings) {
        Assignment assignment = parse_assignment(setting);
        values.push_back(
            assignment.text.empty()
                ? std::nullopt
                : std::optional(parse_value(assignment.key, assignment.text, session.calendar)));
        const auto* moment = values.back() ? std::get_if<Moment>(&values.back()->of) : nullptr;
        said.rows.push_back({{{assignment.key.name, Style::name}},
                             {{assignment.text.empty() ? "taken away"
                               : moment                ? to_words(*moment)
                                                       : assignment.text}}});
        assignments.push_back(std::move(assignment));
    }
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = record.relationship.name;
            Document document = record.document;
            for (std::size_t i = 0; i < assignments.size(); ++i) {
                const Path path = path_of(assignments[i].key.name);
                document =
                    values[i] ? document.with_value(path, *values[i]) : document.without(path);
            }
            return document;
        });
    session.saved(changes, {Paragraph{{{fmt::format("{}:", name)}}}, said});
    return Exit::done;
}

} // namespace

const Command set_command{
    "set",
    Chapter::people,
    "Change what the file says of someone, key by key",
    "The keys are those of mentor-relationship(5), with a dot for a table: contact.email. Lists "
    "are "
    "separated by commas.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
