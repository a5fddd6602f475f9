// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/looking/spans.hpp"
#include "report/pages/looking/history_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::history {
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

std::vector<std::string> kinds_of(const std::vector<LogEntry>& log) {
    std::vector<std::string> kinds;
    for (const LogEntry& entry : log)
        kinds.push_back(entry.kind);
    return kinds;
}

Exit run(View& view, const Options& options) {
    const Relationship person = view.read(view.slug_for(options.who));
    view.config.kinds.require(options.kinds, kinds_of(person.log));
    const Span span = span_between(view, options.since, options.until);
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
    view.show(history_report(person, entries, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "history",
    Chapter::looking,
    "What happened with one person, newest first",
    "",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::history
