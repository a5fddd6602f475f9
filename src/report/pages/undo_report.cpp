// SPDX-License-Identifier: MIT
#include "report/pages/undo_report.hpp"

#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

Fields undo_item(const UndoLine& line) {
    List files;
    for (const UndoFile& file : line.files)
        files.push_back(Fields{{"file", file.name},
                               {"change", file.change},
                               {"added", file.added},
                               {"removed", file.removed}});
    return {{"number", line.number},   {"id", line.id},         {"at", line.at},
            {"command", line.command}, {"undone", line.undone}, {"files", files}};
}

// "Sun 22 Nov, 09:30"; the year where it isn't this one.
std::string when(const Moment& at, Date today) {
    const std::string full = to_words(at);
    if (year_of(at.date) != year_of(today)) return full;
    return short_day(at.date) + full.substr(to_words(at.date).size());
}

// "made", "removed", or the lines as a diff counts them: "+6 -1".
std::string size_of(const UndoFile& file) {
    if (file.change != "changed") return file.change;
    std::string size;
    if (file.added > 0) size = fmt::format("+{}", file.added);
    if (file.removed > 0) size += fmt::format("{}-{}", size.empty() ? "" : " ", file.removed);
    return size;
}

// "ada.toml removed, ada-lovelace.toml made"
Text files_of(const UndoLine& line) {
    Text text;
    for (const UndoFile& file : line.files) {
        text.push_back({text.empty() ? file.name : ", " + file.name});
        text.push_back({" " + size_of(file), Style::quiet});
    }
    return text;
}

Grid grid_of(const std::vector<UndoLine>& lines, bool undone, Date today) {
    Grid grid;
    grid.columns = {{undone ? "" : "No", Align::right}, {"Id"}, {"When"}, {"Command"}, {"Files"}};
    for (const UndoLine& line : lines) {
        if (line.undone != undone) continue;
        grid.rows.push_back({{{line.number ? std::to_string(*line.number) : ""}},
                             {{line.id, Style::quiet}},
                             {{when(line.at, today)}},
                             {{line.command, Style::strong}},
                             files_of(line)});
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
