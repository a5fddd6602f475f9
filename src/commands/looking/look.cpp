// SPDX-License-Identifier: MIT
//
// The commands that only look at people: `list`, `show`, `history`.

#include "commands/commands.hpp"
#include "core/rules/due.hpp"
#include "core/rules/review.hpp"
#include "core/text.hpp"
#include "report/pages/reports.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// --- list

struct ListOptions {
    std::optional<std::string> role, stage, tag, type, sort;
    Output output;
};

void declare_list(Declaration& declaration, ListOptions& options) {
    declaration.option(options.role, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.stage, "--stage", "STAGE", "only people in this stage");
    declaration.option(options.tag, "--tag", "TAG", "only people with this tag");
    declaration.option(options.type, "--type", "TYPE",
                       "only professional, life, peer or a word of yours");
    declaration.option(options.sort, "--sort", "KEY", "name (the default), last, next or added");
    declare_output(declaration, options.output);
}

bool is_wanted(const Relationship& relationship, const ListOptions& options) {
    return (!options.role || to_text(relationship.role) == *options.role) &&
           (!options.stage || to_text(relationship.stage) == *options.stage) &&
           (!options.type || fold(relationship.type) == fold(*options.type)) &&
           (!options.tag || std::ranges::any_of(relationship.tags, [&](const auto& tag) {
               return fold(tag) == fold(*options.tag);
           }));
}

// Sorts by a day that may be unknown: those without one come last.
template<class Day>
void sort_by_day(std::vector<Relationship>& people, Day day, bool newest_first) {
    std::ranges::stable_sort(people, [&](const auto& left, const auto& right) {
        const std::optional<Date> a = day(left), b = day(right);
        if (!a || !b) return a.has_value() && !b.has_value();
        return newest_first ? *a > *b : *a < *b;
    });
}

void sort_people(std::vector<Relationship>& people, const std::string& key,
                 const Session& session) {
    std::ranges::stable_sort(people, {}, [](const auto& person) { return fold(person.name); });
    if (key == "name") return;
    if (key == "last") {
        sort_by_day(
            people,
            [&](const Relationship& person) -> std::optional<Date> {
                const auto* last = last_meeting(person, session.config.kinds, session.today());
                return last ? std::optional(last->on.date) : std::nullopt;
            },
            true);
    } else if (key == "next") {
        sort_by_day(
            people,
            [&](const Relationship& person) {
                return next_check_in(person, session.config, session.today());
            },
            false);
    } else if (key == "added") {
        sort_by_day(
            people, [](const Relationship& person) { return person.added; }, true);
    } else {
        throw Error(Exit::usage, fmt::format("--sort can't be '{}'", key),
                    "it is one of: name, last, next, added");
    }
}

Exit run_list(Session& session, const ListOptions& options) {
    if (options.role) require_word(*options.role, role_names(), "--role");
    if (options.stage) require_word(*options.stage, stage_names(), "--stage");
    auto people = session.load();
    const auto left_out =
        std::erase_if(people, [&](const auto& person) { return !is_wanted(person, options); });
    sort_people(people, options.sort.value_or("name"), session);
    Report report = list_report(people, session.config, session.today());
    if (people.empty() && left_out > 0) {
        report.page = {Paragraph{{{"No one fits. Everyone: mentor list"}}}};
    }
    session.show(report, options.output);
    return Exit::done;
}

// --- show

struct ShowOptions {
    std::string who;
    Output output;
};

void declare_show(Declaration& declaration, ShowOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declare_output(declaration, options.output);
}

Exit run_show(Session& session, const ShowOptions& options) {
    const Relationship person = for_output(
        session.journal.read(session.slug_for(options.who)).relationship, options.output);
    session.show(show_report(person, session.config, session.today()), options.output);
    return Exit::done;
}

// --- history

struct HistoryOptions {
    std::string who;
    std::vector<std::string> kinds;
    std::optional<std::string> since, until;
    Output output;
};

void declare_history(Declaration& declaration, HistoryOptions& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.option(options.kinds, "--kind", "KIND",
                       "only entries of this kind, or of this class");
    declaration.option(options.since, "--since", "DATE", "only entries from this day on");
    declaration.option(options.until, "--until", "DATE", "only entries up to this day");
    declare_output(declaration, options.output);
}

// A kind is known to the configuration, or this file has it; a class of kinds goes for a kind.
void require_kinds(const std::vector<std::string>& wanted, const std::vector<LogEntry>& log,
                   const Kinds& kinds) {
    for (const auto& word : wanted) {
        const auto names = kinds.names();
        const bool known = std::ranges::any_of(names, [&](const std::string& kind) {
            return kind == word || to_text(kinds.class_of(kind)) == word;
        });
        if (known || std::ranges::find(log, word, &LogEntry::kind) != log.end()) continue;
        const auto near = nearest(word, names);
        throw Error(Exit::usage, fmt::format("--kind can't be '{}'", word),
                    near.empty() ? fmt::format("it is one of: {}", join(names, ", "))
                                 : fmt::format("did you mean {}?", join(near, " or ")));
    }
}

Exit run_history(Session& session, const HistoryOptions& options) {
    const Relationship person = for_output(
        session.journal.read(session.slug_for(options.who)).relationship, options.output);
    require_kinds(options.kinds, person.log, session.config.kinds);
    const Span span{options.since ? session.past(*options.since) : Date::min(),
                    options.until ? session.past(*options.until) : Date::max()};
    const auto& log = person.log;
    const auto order = by_day(person);
    std::vector<const LogEntry*> entries;
    for (auto position = order.rbegin(); position != order.rend(); ++position) {
        const LogEntry& entry = log[*position];
        const auto kind_class = to_text(session.config.kinds.class_of(entry.kind));
        const bool kind =
            options.kinds.empty() || std::ranges::any_of(options.kinds, [&](const auto& wanted) {
                return wanted == entry.kind || wanted == kind_class;
            });
        if (kind && span.contains(entry.on.date)) entries.push_back(&entry);
    }
    session.show(history_report(person, entries, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command list_command{
    "list",
    Chapter::looking,
    "Everyone, a line each",
    "",
    &invocation_of<ListOptions, declare_list, run_list>,
};

const Command show_command{
    "show",
    Chapter::looking,
    "All that is known of one person",
    "",
    &invocation_of<ShowOptions, declare_show, run_show>,
};

const Command history_command{
    "history",
    Chapter::looking,
    "What happened with one person, newest first",
    "",
    &invocation_of<HistoryOptions, declare_history, run_history>,
};

} // namespace mentor
