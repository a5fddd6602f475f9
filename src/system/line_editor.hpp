// SPDX-License-Identifier: MIT
//
// One line from a person at a terminal, edited like a shell's: libedit where the terminal can move
// its cursor, the terminal's own line where it can't. The only file that includes libedit is its
// source.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

struct history;

namespace mentor {

class LineEditor {
public:
    LineEditor();
    ~LineEditor();

    // The line without its end, after a prompt that may run over several; what was pasted into it
    // may hold newlines and tabs. nullopt for Ctrl-C, for Ctrl-D on an empty line, and for a
    // terminal that is gone. However it ends, the terminal is as it was before.
    std::optional<std::string> read(const std::string& prompt,
                                    const std::vector<std::string>& candidates);

    // Offers the line under the Up key from now on.
    void remember(const std::string& line);

private:
    std::unique_ptr<history, void (*)(history*)> history_;
    bool has_utf8_;
};

} // namespace mentor
