// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "core/rules/journal/calendar.hpp"
#include "core/text.hpp"
#include "report/faces/exports/calendar_face.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor::commands::export_ics {
namespace {

struct Options {
    ExportOptions common;
    std::optional<std::string> todos;
    bool is_private = false;
};

const std::vector<std::string>& todos_names() {
    static const std::vector<std::string> names{"todos", "events", "none"};
    return names;
}

void declare(Declaration& declaration, Options& options) {
    declare_who(declaration, options.common);
    declaration
        .option(options.todos, "--todos", "HOW",
                "promises, steps and goals as todos (the default), as events, or none")
        .offers([](View&, const std::string&) { return candidates_of(todos_names()); });
    declare_since(declaration, options.common, "without what was over before this day");
    declare_file(declaration, options.common);
    declare_folder(declaration, options.common);
    declaration.flag(options.is_private, "--private", "private entries too");
}

Todos todos_of(const Options& options) {
    const std::string how = fold(options.todos.value_or("todos"));
    require_word(how, todos_names(), "--todos");
    return how == "events" ? Todos::events : how == "none" ? Todos::none : Todos::todos;
}

bool is_of(const CalendarItem& item, const std::vector<std::string>& slugs) {
    return std::ranges::any_of(item.slugs, [&](const std::string& slug) {
        return std::ranges::find(slugs, slug) != slugs.end();
    });
}

// "12 events and 3 to-dos"
std::string count_words(const std::vector<CalendarItem>& items) {
    const auto todos = std::ranges::count(items, CalendarItem::Kind::todo, &CalendarItem::kind);
    const std::string events = counted(std::ssize(items) - todos, "event");
    return todos == 0 ? events : fmt::format("{} and {}", events, counted(todos, "to-do"));
}

Exit run(Session& session, const Options& options) {
    const Todos todos = todos_of(options);
    const Date since = since_of(session, options.common);
    View view = session.view({.is_private = options.is_private, .is_export = true});
    const auto slugs = slugs_to_export(view, options.common);
    const auto everyone = with_uids(session, view, options.common, slugs);
    if (!everyone) return Exit::done;
    auto items = calendar_of(*everyone, session.config, session.today(), todos);
    // Of a private entry the view leaves its day, by which the next check-in is counted.
    if (!options.is_private)
        std::erase_if(items, [](const CalendarItem& item) { return item.is_private; });
    ItemsExport calendar{.each = {.ending = ".ics", .uids = plain_uids(*everyone)}};
    for (CalendarItem& item : items) {
        calendar.each.held.insert(item.name);
        if (item.on && item.on->time) item.on = session.host.to_utc(*item.on);
    }
    std::erase_if(items, [&](const CalendarItem& item) {
        return !is_of(item, slugs) || !reaches(item, since);
    });
    for (const CalendarItem& item : items)
        calendar.each.items.push_back({item.name, to_calendar({item})});
    calendar.whole = to_calendar(items);
    calendar.what = count_words(items);
    deliver(session, options.common, calendar);
    return Exit::done;
}

} // namespace

const Command command{
    "export ics",
    Chapter::journal,
    "Meetings, days and promises, for a calendar",
    "Meetings that were and the next one of each person, the days that they keep, and your "
    "promises, steps and goals as to-dos, which Google and Outlook don't show: --todos events. "
    "Private entries stay out. The first export writes a uid into each file that has none, by "
    "which calendars know it again; the same journal gives the same bytes.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::export_ics
