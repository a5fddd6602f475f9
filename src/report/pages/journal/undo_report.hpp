// SPDX-License-Identifier: MIT
//
// `mentor undo --list`: what can be taken back, the newest first, and what was.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mentor {

struct UndoFile {
    std::string name, change;      // "made", "changed" or "removed"
    long added = 0, removed = 0;   // lines
    std::string who;               // the person's name; the file's where it isn't about one
    std::vector<std::string> what; // in words, one for each thing that was changed
};
struct UndoLine {
    std::optional<int> number; // from 1, the newest; none for what was taken back
    std::string id;
    Moment at;
    std::string command;
    bool undone = false;
    std::vector<UndoFile> files;
};
Report undo_report(const std::vector<UndoLine>& lines, Date today);

} // namespace mentor
