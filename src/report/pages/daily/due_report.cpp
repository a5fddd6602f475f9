// SPDX-License-Identifier: MIT
#include "report/pages/daily/due_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

Heading heading_of(DueGroup group) {
    switch (group) {
    case DueGroup::late:
        return {"Late", Style::late};
    case DueGroup::today:
        return {"Today", Style::soon};
    case DueGroup::week:
        return {"This week"};
    case DueGroup::later:
        break;
    }
    return {"Later"};
}

// On the days of a month in which it may be it is due on each.
std::string how_late(const Reminder& reminder) {
    if (!reminder.around.empty()) return reminder.days > 0 ? reminder.around : "this month";
    const Date today = reminder.on - Days{reminder.days};
    if (reminder.days > 0) return near_day(reminder.on, today);
    if (reminder.days == 0) return "today";
    const long days = -reminder.days;
    if (reminder.group == DueGroup::late) return counted(days, "day") + " late";
    return "since " + near_day(reminder.on, today);
}

Row brief_row(const Reminder& reminder) {
    Row row(4); // a list in braces would copy all words twice, for each of what may be thousands
    row[0].push_back({reminder.called, Style::name});
    row[1].push_back({reminder.brief});
    row[2].push_back({how_late(reminder), Style::quiet});
    row[3].push_back({reminder.id, Style::quiet});
    return row;
}

// A reason that others may not read is left out.
bool says_something(const Text& text) {
    return std::ranges::any_of(text, [](const auto& span) { return !span.text.empty(); });
}

// A day ahead is named; what is due by today says in its reason how long it has been.
Row full_row(const Reminder& reminder) {
    Text why{{reminder.why, Style::quiet}};
    if (reminder.days > 0) {
        why.insert(why.begin(),
                   {reminder.around.empty() ? short_day(reminder.on) : reminder.around});
        if (!reminder.why.empty()) why.insert(why.begin() + 1, {", ", Style::quiet});
    }
    if (!reminder.told.empty()) {
        if (says_something(why)) why.push_back({": ", Style::quiet});
        why.push_back({reminder.told, Style::command});
    }
    if (!reminder.otherwise.empty()) {
        why.push_back({says_something(why) ? ", or else: " : "or else: ", Style::quiet});
        why.push_back({reminder.otherwise, Style::command});
    }
    return {{{reminder.name, Style::name}}, with_id(reminder.what, reminder.id), std::move(why)};
}

// Those of one group with what is of one person together, in the order of each one's first.
std::vector<DueLine*> together(std::span<DueLine> lines) {
    std::map<std::pair<DueGroup, std::string_view>, std::size_t> firsts;
    std::vector<std::tuple<DueGroup, std::size_t, DueLine*>> order;
    for (DueLine& line : lines) {
        const auto first = firsts.try_emplace({line.group, line.slug}, firsts.size()).first;
        order.emplace_back(line.group, first->second, &line);
    }
    std::ranges::sort(order);
    std::vector<DueLine*> all;
    for (const auto& next : order)
        all.push_back(std::get<DueLine*>(next));
    return all;
}

Page nothing_due(Date today, Date until, bool has_people) {
    if (!has_people) return {sentence("Nobody is in the journal yet.")};
    const std::string when = until <= today ? "today" : "until " + to_words(until);
    return {sentence("Nothing is due {}.", when)};
}

Grid grid_of(const DuePage& page) {
    Grid grid = plain_grid(page.is_verbose ? 3 : 4);
    grid.folds = page.is_verbose;
    if (!page.is_verbose) grid.columns[1].cuts = true;
    return grid;
}

void add_rows(Page& page, std::span<DueLine> lines, const DuePage& look) {
    const DueLine* before = nullptr;
    for (DueLine* line : together(lines)) {
        const bool begins = !before || line->group != before->group;
        if (begins) {
            page.push_back(heading_of(line->group));
            page.push_back(grid_of(look));
        }
        if (!begins && !look.is_verbose && line->slug == before->slug)
            line->row.front().front().text.clear();
        std::get<Grid>(page.back()).rows.push_back(std::move(line->row));
        before = line;
    }
}

// Of `total` lines, of which the page wants no more than the first ones that are here.
Report report_of_first(std::vector<DueLine> lines, std::size_t total, Date today, Date until,
                       const DuePage& look) {
    Report report = report_of("mentor.due/1", today);
    report.head = {{"until", until}};
    if (look.needs.data)
        for (DueLine& line : lines)
            report.items.push_back(std::move(line.item));
    if (!look.needs.page) return report;
    if (lines.empty()) {
        report.page = nothing_due(today, until, look.has_people);
        return report;
    }
    const std::size_t count = look.most == 0 ? lines.size() : std::min(look.most, lines.size());
    add_rows(report.page, std::span(lines).first(count), look);
    if (total > count) {
        report.page.push_back(Blank{});
        report.page.push_back(suggestion(fmt::format("And {} more:", total - count), "mentor due"));
    }
    return report;
}

} // namespace

const Urgency& urgency_of(const DueLine& line) {
    return line.urgency;
}

DueLine due_line(const Reminder& reminder, const DuePage& look) {
    DueLine line{.urgency = urgency_of(reminder),
                 .group = reminder.group,
                 .slug = reminder.slug,
                 .item = {},
                 .row = {},
                 .called = reminder.called,
                 .hours = reminder.hours,
                 .timezone = reminder.timezone};
    if (look.needs.data) line.item = reminder_fields(reminder);
    if (look.needs.page) line.row = look.is_verbose ? full_row(reminder) : brief_row(reminder);
    return line;
}

void add_hours(Page& page, const std::vector<std::string>& lines) {
    bool is_first = true;
    for (const std::string& line : lines) {
        if (line.empty()) continue;
        if (is_first) page.push_back(Blank{});
        page.push_back(sentence(line, Style::quiet));
        is_first = false;
    }
}

Report due_report(std::vector<DueLine> lines, Date today, Date until, const DuePage& look) {
    const std::size_t total = lines.size();
    return report_of_first(std::move(lines), total, today, until, look);
}

Report due_report(const std::vector<Reminder>& reminders, Date today, Date until,
                  const DuePage& look) {
    const bool are_all_shown = look.needs.data || look.most == 0;
    const std::size_t count =
        are_all_shown ? reminders.size() : std::min(look.most, reminders.size());
    std::vector<DueLine> lines;
    lines.reserve(count);
    for (const Reminder& reminder : std::span(reminders).first(count))
        lines.push_back(due_line(reminder, look));
    return report_of_first(std::move(lines), reminders.size(), today, until, look);
}

} // namespace mentor
