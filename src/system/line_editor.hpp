// SPDX-License-Identifier: MIT
//
// One line from a person at a terminal, edited like a shell's: libedit where the terminal can move
// its cursor, the terminal's own line where it can't.
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

    // How a line came to its end.
    enum class End {
        entered,
        at_end, // Ctrl-D on an empty line
        left,   // Ctrl-C, a terminal that is gone, or a signal that ends the program
    };
    struct Line {
        End end = End::left;
        std::string text; // without its end
        int signal = 0;   // the one that ends the program; 0 for none
    };

    struct Question {
        std::string prompt; // may run over several lines
        std::vector<std::string> candidates;
        std::vector<std::string> narrowed; // a list, of which what holds the line shows below it
        std::string typed;                 // what stands on the line already
        std::string preset;                // what the Right key brings to an empty line
    };

    // What was pasted into the line may hold newlines and tabs. However it ends, the terminal is as
    // it was before.
    Line read(const Question& question);

    // Offers the line under the Up key from now on.
    void remember(const std::string& line);

private:
    std::unique_ptr<history, void (*)(history*)> history_;
    bool has_utf8_;
};

} // namespace mentor
