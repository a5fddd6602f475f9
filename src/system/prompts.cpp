// SPDX-License-Identifier: MIT
//
// Questions to a person at a terminal.
#include "core/text.hpp"
#include "core/width/wrapping.hpp"
#include "system/keyboard.hpp"
#include "system/line_editor.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <termios.h>
#include <unistd.h>

namespace mentor {

namespace {

// Broken between words where the window is narrow, with room for the cursor behind the last one.
std::string shown(const Prompt& prompt, std::size_t columns) {
    const std::string question = prompt.preset.empty()
                                     ? prompt.question
                                     : fmt::format("{} [{}]", prompt.question, prompt.preset);
    return join(wrap(visible(question), std::max<std::size_t>(columns, 2) - 1), "\n") + " ";
}

std::string hint_of(const Prompt& prompt) {
    if (!prompt.hint.empty()) return prompt.hint;
    return prompt.preset.empty()
               ? "Enter skips this question."
               : "Enter takes what is in brackets; the Right key brings it to the line.";
}

// What the editor may put into the line, which it shows as it is: nothing that steers a terminal.
std::vector<std::string> harmless(std::vector<std::string> candidates) {
    std::erase_if(candidates,
                  [](const auto& candidate) { return visible(candidate) != candidate; });
    return candidates;
}

} // namespace

std::string RealHost::ask(const Prompt& prompt) {
    if (!editor_) editor_ = std::make_unique<LineEditor>();
    for (;;) {
        const LineEditor::Line line = editor_->read(
            {shown(prompt, columns()), harmless(prompt.candidates), harmless(prompt.narrowed),
             one_line(visible(prompt.typed)), one_line(visible(prompt.preset))});
        const bool is_end = line.end == LineEditor::End::at_end && prompt.ends;
        if (line.end != LineEditor::End::entered) {
            if (!is_end) leave(line.signal);
            posix::write_all(STDOUT_FILENO, "\n");
            return prompt.preset;
        }
        const std::string answer = trim(line.text);
        if (answer.empty()) return prompt.preset;
        if (answer != "?") {
            editor_->remember(answer);
            return answer;
        }
        for (const std::string& hint : wrap(visible(hint_of(prompt)), columns()))
            write_output(hint + "\n");
    }
}

void RealHost::leave(int signal) {
    // What is written next begins on a line of its own, where there still is a terminal.
    posix::write_all(STDOUT_FILENO, "\n");
    if (signal != 0) ended_by_ = signal;
    throw Error(Exit::interrupted, "left without saving anything");
}

namespace {

// The terminal hands over each key as it is pressed, and shows none.
class KeyByKey {
public:
    KeyByKey() {
        is_terminal_ = tcgetattr(STDIN_FILENO, &before_) == 0;
        termios now = before_;
        now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        now.c_cc[VMIN] = 1;
        now.c_cc[VTIME] = 0;
        if (is_terminal_) tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
    }
    ~KeyByKey() {
        if (is_terminal_) tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
    }
    KeyByKey(const KeyByKey&) = delete;
    KeyByKey& operator=(const KeyByKey&) = delete;

private:
    termios before_{};
    bool is_terminal_ = false;
};

char key_of(int byte) {
    if (byte == '\n' || byte == '\r') return ' ';
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a')
                                      : static_cast<char>(byte);
}

} // namespace

char RealHost::press(const std::string& question, std::string_view keys) {
    // Before the question shows: a Ctrl-D that answers it at once must not reach the terminal's own
    // editor.
    Keyboard keyboard;
    const KeyByKey mode;
    write_output(join(wrap(visible(question), columns()), "\n") + " ");
    int sequence = 0; // bytes of one that an arrow or a function key sends: ESC [ … and a letter
    for (;;) {
        const Keyboard::Event event = keyboard.read();
        if (event.kind == Keyboard::Event::Kind::end) leave(0);
        if (event.kind == Keyboard::Event::Kind::signal) {
            if (event.value == SIGINT) leave(0);
            if (event.value == SIGTSTP) keyboard.pass_on(event.value);
            if (event.value != SIGTSTP && event.value != SIGWINCH) leave(event.value);
            continue;
        }
        constexpr int control_d = 4;
        if (event.value == control_d) leave(0);
        constexpr int escape = 27;
        if (event.value == escape || sequence > 0) {
            const bool is_last = sequence > 1 && event.value >= '@';
            sequence = event.value == escape ? 1 : is_last ? 0 : sequence + 1;
            continue;
        }
        const char key = key_of(event.value);
        if (keys.find(key) == std::string_view::npos) continue;
        write_output(key == ' ' ? std::string("\n") : std::string{key, '\n'});
        return key;
    }
}

} // namespace mentor
