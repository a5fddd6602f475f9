// SPDX-License-Identifier: MIT
#include "report/pages/journal/undo_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

Fields undo_item(const UndoLine& line) {
    List files;
    for (const UndoFile& file : line.files)
        files.push_back(Fields{{"file", file.name},
                               {"change", file.change},
                               {"added", file.added},
                               {"removed", file.removed},
                               {"who", file.who},
                               {"what", file.what}});
    return {{"number", line.number},   {"id", line.id},         {"at", line.at},
            {"command", line.command}, {"undone", line.undone}, {"files", files}};
}

// "Sun 22 Nov, 09:30"; the year where it isn't this one.
std::string when(const Moment& at, Date today) {
    const std::string full = to_words(at);
    if (year_of(at.date) != year_of(today)) return full;
    return short_day(at.date) + full.substr(to_words(at.date).size());
}

// "Ada Lovelace, Grace"; what became of each where they aren't the same: "Ada King made, Ada
// Lovelace removed". Of a `sync` or an import "12 people".
Text who_of(const UndoLine& line) {
    constexpr std::size_t most = 4;
    if (line.files.size() > most) {
        const auto count = static_cast<long>(line.files.size());
        const bool are_people = std::ranges::all_of(
            line.files, [](const UndoFile& file) { return file.who != file.name; });
        return {{are_people ? counted(count, "person", "people") : counted(count, "file"),
                 Style::name}};
    }
    Text text;
    for (const UndoFile& file : line.files) {
        text.push_back({text.empty() ? file.who : ", " + file.who, Style::name});
        if (file.change != "changed") text.push_back({" " + file.change, Style::quiet});
    }
    return text;
}

// What was changed in the first file, and what more in the others; the JSON has all of it.
std::string what_of(const UndoLine& line) {
    std::vector<std::string> all;
    for (const UndoFile& file : line.files)
        for (const std::string& what : file.what)
            if (std::ranges::find(all, what) == all.end()) all.push_back(what);
    constexpr std::size_t most = 4;
    if (all.size() <= most) return join(all, "; ");
    const std::size_t rest = all.size() - most + 1;
    all.resize(most - 1);
    return fmt::format("{}; and {} more", join(all, "; "), rest);
}

Grid grid_of(const std::vector<UndoLine>& lines, bool undone, Date today) {
    Grid grid;
    grid.columns = {
        {undone ? "" : "No", Align::right}, {"Id"}, {"When"}, {"Command"}, {"Who"}, {"What"}};
    grid.columns.back().cuts = true;
    for (const UndoLine& line : lines) {
        if (line.undone != undone) continue;
        grid.rows.push_back({{{line.number ? std::to_string(*line.number) : ""}},
                             {{line.id, Style::quiet}},
                             {{when(line.at, today)}},
                             {{line.command, Style::strong}},
                             who_of(line),
                             {{what_of(line)}}});
    }
    return grid;
}

} // namespace

Report undo_report(const std::vector<UndoLine>& lines, Date today) {
    Report report = report_of("mentor.undo/1", today);
    for (const UndoLine& line : lines)
        report.items.push_back(undo_item(line));
    if (Grid done = grid_of(lines, false, today); !done.rows.empty()) {
        report.page.push_back(std::move(done));
    } else {
        report.page.push_back(sentence("Nothing that can be taken back."));
    }
    if (Grid undone = grid_of(lines, true, today); !undone.rows.empty()) {
        report.page.push_back(Heading{"Taken back"});
        report.page.push_back(std::move(undone));
    }
    return report;
}

} // namespace mentor
