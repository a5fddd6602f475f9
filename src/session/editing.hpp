// SPDX-License-Identifier: MIT
//
// A text in the user's editor: a private copy that is removed again, or kept where something went
// wrong.
#pragma once

#include "session/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace mentor {

class EditedFile {
public:
    // The copy's name ends with `ending`, so that an editor knows its language. Throws Error(usage)
    // where the words for the editor can't be understood.
    EditedFile(Session& session, std::string ending, std::string text);

    // Runs the editor on the copy, again where it was run before, and gives what it saved. Throws
    // Error(system) where the editor can't be run or fails; the copy is kept, and named, where it
    // had changed.
    std::string edit();

    // Whether what can't be used is to be opened again; if so, what is wrong with it stands above
    // it as comments until the editor is left. Where nobody can be asked it isn't; who leaves the
    // question is told where the copy is.
    bool ask_again(const std::vector<Diagnostic>& faults);

    // The copy is as it was, and nobody reads and closes a text within a second: the editor may be
    // open still, in a window of its own.
    bool came_back_at_once() const { return at_once_; }

    // Leaves the copy where it is.
    std::filesystem::path keep() const { return file_; }
    void discard();

private:
    Ended run_editor();
    std::string take_text();
    std::string leave_unchanged(const std::string& text);

    Session& session_;
    std::vector<std::string> editor_;
    bool is_default_; // nobody named one
    std::string text_;
    std::filesystem::path file_;
    bool at_once_ = false;
    std::vector<std::string> notes_; // the comments above the copy, line by line
};

} // namespace mentor
