// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/near_words.hpp"
#include "core/rules/looking/review.hpp"
#include "core/text.hpp"
#include "report/pages/looking/history_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> kinds;
    std::optional<std::string> since, until;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.option(options.kinds, "--kind", "KIND",
                       "only entries of this kind, or of this class");
    declaration.option(options.since, "--since", "DATE", "only entries from this day on");
    declaration.option(options.until, "--until", "DATE", "only entries up to this day");
}

// A kind is known to the configuration, or this file has it; a class of kinds goes for a kind.
void require_kinds(const std::vector<std::string>& wanted, const std::vector<LogEntry>& log,
                   const Kinds& kinds) {
    for (const auto& word : wanted) {
        const auto names = kinds.names();
        const bool known = std::ranges::any_of(names, [&](const std::string& kind) {
            return fold(kind) == fold(word) || to_text(kinds.class_of(kind)) == fold(word);
        });
        const bool used = std::ranges::any_of(
            log, [&](const LogEntry& entry) { return fold(entry.kind) == fold(word); });
        if (known || used || kinds.find(word)) continue;
        const auto near = nearest(word, names);
        throw Error(Exit::usage, fmt::format("--kind can't be '{}'", word),
                    near.empty() ? fmt::format("it is one of: {}", join(names, ", "))
                                 : fmt::format("did you mean {}?", join(near, " or ")));
    }
}

Exit run(View& view, const Options& options) {
    const Relationship person = view.read(view.slug_for(options.who));
    require_kinds(options.kinds, person.log, view.config.kinds);
    const Span span{options.since ? view.past(*options.since) : Date::min(),
                    options.until ? view.past(*options.until) : Date::max()};
    const auto& log = person.log;
    const auto order = by_day(person);
    std::vector<const LogEntry*> entries;
    for (auto position = order.rbegin(); position != order.rend(); ++position) {
        const LogEntry& entry = log[*position];
        const bool kind =
            options.kinds.empty() || std::ranges::any_of(options.kinds, [&](const auto& wanted) {
                return view.config.kinds.covers(wanted, entry.kind);
            });
        if (kind && span.contains(entry.on.date)) entries.push_back(&entry);
    }
    view.show(history_report(person, entries, view.today()));
    return Exit::done;
}

} // namespace

const Command history_command{
    "history",
    Chapter::looking,
    "What happened with one person, newest first",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
