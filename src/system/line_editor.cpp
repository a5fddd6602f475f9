// SPDX-License-Identifier: MIT
#include "system/line_editor.hpp"

#include "core/text.hpp"
#include "core/width/wrapping.hpp"
#include "system/completion.hpp"
#include "system/edited_line.hpp"
#include "system/keyboard.hpp"

#include <fmt/format.h>
#include <histedit.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cwchar>
#include <cwctype>
#include <langinfo.h>
#include <unistd.h>

namespace mentor {

namespace {

constexpr int remembered_lines = 100;
constexpr auto not_utf8 = static_cast<std::size_t>(-1); // of mbrtowc

// What libedit's callbacks find: one line while it is being typed.
struct Typing {
    std::string prompt;
    const std::vector<std::string>& candidates;
    const std::vector<std::string>& list; // to be narrowed down
    const std::string& preset;
    Keyboard keyboard;
    // What Tab found and the next read shows: only then does the cursor stand where libedit drew
    // it.
    std::vector<std::string> choices;
    int cursor_to_end = 0;                       // code points
    LineEditor::End end = LineEditor::End::left; // where the line isn't entered
    int signal = 0;
};

Typing& typing_of(EditLine* editor) {
    void* data = nullptr;
    el_get(editor, EL_CLIENTDATA, &data);
    return *static_cast<Typing*>(data);
}

char* show_prompt(EditLine* editor) {
    return typing_of(editor).prompt.data();
}

// Of a list to choose from, what the line narrows it down to.
std::vector<std::string> narrowed_list(EditLine* editor) {
    const LineInfo* line = el_line(editor);
    const winsize size = window();
    constexpr std::size_t most = 9;
    const std::string typed(line->buffer, line->lastchar);
    const std::size_t taken = rows_down(typing_of(editor).prompt + typed) + 2;
    if (size.ws_row <= taken) return {};
    return narrowed(typed, typing_of(editor).list, size.ws_col - 1,
                    std::min<std::size_t>(most, size.ws_row - taken));
}

void show_narrowed(EditLine* editor) {
    const auto lines = narrowed_list(editor);
    if (!lines.empty()) write_below(editor, typing_of(editor).prompt, lines);
}

void clear_narrowed(EditLine* editor) {
    if (!narrowed_list(editor).empty()) write_below(editor, typing_of(editor).prompt, {});
}

// Has the terminal mark what is pasted (xterm's "bracketed paste"), so that a line of it is no
// answer and a tab in it no wish for completion. One that can't do that passes over the wish.
void mark_pastes(bool wanted) {
    std::fputs(wanted ? "\x1b[?2004h" : "\x1b[?2004l", stdout);
    std::fflush(stdout);
}

// False where the signal means to leave the question.
bool handle(int signal, EditLine* editor) {
    if (signal == SIGINT) {
        // What is printed next must not land in the middle of a wrapped line.
        redraw(editor, typing_of(editor).prompt, code_points_to_end(editor));
        return false;
    }
    if (signal == SIGWINCH) {
        redraw(editor, typing_of(editor).prompt);
        show_narrowed(editor);
        return true;
    }
    // Those that end the program wait until its answers are kept.
    if (signal != SIGTSTP) {
        typing_of(editor).signal = signal;
        redraw(editor, typing_of(editor).prompt, code_points_to_end(editor));
        return false;
    }
    clear_narrowed(editor);
    mark_pastes(false);
    el_set(editor, EL_PREP_TERM, 0);
    typing_of(editor).keyboard.pass_on(signal);
    el_set(editor, EL_PREP_TERM, 1);
    mark_pastes(true);
    el_set(editor, EL_REFRESH);
    show_narrowed(editor);
    return true;
}

void show_choices(EditLine* editor) {
    Typing& typing = typing_of(editor);
    if (typing.choices.empty()) return;
    const winsize size = window();
    const std::size_t rows = size.ws_row > 4 ? size.ws_row - 3 : 1;
    std::fputs(("\n" + listing(typing.choices, size.ws_col, rows)).c_str(), stdout);
    typing.choices.clear();
    el_cursor(editor, -typing.cursor_to_end);
    el_set(editor, EL_REFRESH);
}

// The next character that is typed; nullopt where the question is left or the input ends.
std::optional<wchar_t> next_character(EditLine* editor) {
    wchar_t character = 0;
    std::mbstate_t state{};
    for (;;) {
        const Keyboard::Event event = typing_of(editor).keyboard.read();
        if (event.kind == Keyboard::Event::Kind::end) return std::nullopt;
        if (event.kind == Keyboard::Event::Kind::signal) {
            if (!handle(event.value, editor)) return std::nullopt;
            continue;
        }
        const char byte = static_cast<char>(event.value);
        std::size_t used = std::mbrtowc(&character, &byte, 1, &state);
        if (used == not_utf8) {
            // What came before is passed over; this byte may begin the next character.
            state = std::mbstate_t{};
            used = std::mbrtowc(&character, &byte, 1, &state);
        }
        if (used <= 1) return character;
        if (used == not_utf8) state = std::mbstate_t{};
    }
}

// libedit's own reader sends a signal on to the whole process group, scripts included: this one
// doesn't.
int read_character(EditLine* editor, wchar_t* character) {
    show_choices(editor);
    show_narrowed(editor);
    const std::optional<wchar_t> next = next_character(editor);
    clear_narrowed(editor);
    if (next) *character = *next;
    return next ? 1 : 0;
}

// Newlines as a file has them, none at the end: Enter is pressed, never pasted. No other control
// characters but tabs.
std::wstring without_controls(const std::wstring& pasted) {
    std::wstring text;
    for (std::size_t i = 0; i < pasted.size(); ++i) {
        const wchar_t character = pasted[i];
        if (character == L'\n' && i > 0 && pasted[i - 1] == L'\r') continue;
        if (character == L'\r')
            text += L'\n';
        else if (character == L'\n' || character == L'\t' || std::iswcntrl(character) == 0)
            text += character;
    }
    text.erase(text.find_last_not_of(L'\n') + 1);
    return text;
}

unsigned char on_paste(EditLine* editor, int) {
    constexpr std::wstring_view end = L"\x1b[201~";
    std::wstring pasted;
    while (!pasted.ends_with(end)) {
        const std::optional<wchar_t> next = next_character(editor);
        if (!next) return CC_EOF;
        pasted += *next;
    }
    pasted.resize(pasted.size() - end.size());
    el_winsertstr(editor, without_controls(pasted).c_str());
    return CC_REFRESH;
}

unsigned char on_tab(EditLine* editor, int) {
    Typing& typing = typing_of(editor);
    const LineInfo* line = el_line(editor);
    const std::string before(line->buffer, line->cursor);
    Completion completion = complete(before, typing.candidates);
    if (completion.text == before && completion.choices.empty()) return CC_REFRESH_BEEP;
    typing.choices = std::move(completion.choices);
    typing.cursor_to_end = code_points_to_end(editor);
    if (completion.text != before) {
        el_deletestr(editor, code_points(before));
        el_insertstr(editor, completion.text.c_str());
    }
    // The list goes below a line that may be wrapped.
    if (!typing.choices.empty()) el_cursor(editor, typing.cursor_to_end);
    return CC_REFRESH;
}

unsigned char on_control_d(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    if (line->buffer == line->lastchar) {
        typing_of(editor).end = LineEditor::End::at_end;
        return CC_EOF;
    }
    if (line->cursor == line->lastchar) return CC_REFRESH_BEEP;
    el_cursor(editor, 1);
    el_deletestr(editor, 1);
    return CC_REFRESH;
}

// As a shell takes what it suggests: on an empty line the Right key brings what is in brackets.
unsigned char on_right(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const std::string& preset = typing_of(editor).preset;
    if (line->buffer == line->lastchar && !preset.empty())
        el_insertstr(editor, preset.c_str());
    else if (line->cursor == line->lastchar)
        return CC_REFRESH_BEEP;
    else
        el_cursor(editor, 1);
    return CC_REFRESH;
}

// Keys that mean nothing here would otherwise leave the end of their sequence in the text.
unsigned char on_no_key(EditLine*, int) {
    return CC_NORM;
}

struct Binding {
    const char* keys;
    const char* command;
};

constexpr Binding bindings[] = {
    {"^I", "mentor-complete"},
    {"\\e[200~", "mentor-paste"},
    {"^D", "mentor-delete-or-leave"},
    {"^W", "ed-delete-prev-word"},
    {"\\e[C", "mentor-right"},
    {"\\eOC", "mentor-right"},
    {"^F", "mentor-right"},
    {"^U", "vi-kill-line-prev"},
    {"^R", "em-inc-search-prev"},
    {"\\e[H", "ed-move-to-beg"},
    {"\\eOH", "ed-move-to-beg"},
    {"\\e[1~", "ed-move-to-beg"},
    {"\\e[7~", "ed-move-to-beg"},
    {"\\e[F", "ed-move-to-end"},
    {"\\eOF", "ed-move-to-end"},
    {"\\e[4~", "ed-move-to-end"},
    {"\\e[8~", "ed-move-to-end"},
    {"\\e[3~", "ed-delete-next-char"},
    {"\\eb", "ed-prev-word"},
    {"\\e[1;5D", "ed-prev-word"},
    {"\\e[1;3D", "ed-prev-word"},
    {"\\e[5D", "ed-prev-word"},
    {"\\eOd", "ed-prev-word"},
    {"\\ef", "em-next-word"},
    {"\\e[1;5C", "em-next-word"},
    {"\\e[1;3C", "em-next-word"},
    {"\\e[5C", "em-next-word"},
    {"\\eOc", "em-next-word"},
    {"\\e[3;5~", "em-delete-next-word"},
    {"\\e[2~", "mentor-nothing"},
    {"\\e[5~", "mentor-nothing"},
    {"\\e[6~", "mentor-nothing"},
    {"\\e[Z", "mentor-nothing"},
};

void configure(EditLine* editor, Typing& typing, ::History* history) {
    el_set(editor, EL_CLIENTDATA, &typing);
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_PROMPT, show_prompt);
    el_set(editor, EL_GETCFN, read_character);
    el_set(editor, EL_HIST, ::history, history);
    el_set(editor, EL_ADDFN, "mentor-complete", "Complete the answer", on_tab);
    el_set(editor, EL_ADDFN, "mentor-delete-or-leave", "Delete, or leave", on_control_d);
    el_set(editor, EL_ADDFN, "mentor-paste", "Insert what is pasted", on_paste);
    el_set(editor, EL_ADDFN, "mentor-right", "Go right, or take what is in brackets", on_right);
    el_set(editor, EL_ADDFN, "mentor-nothing", "Do nothing", on_no_key);
    for (const Binding& binding : bindings)
        el_set(editor, EL_BIND, binding.keys, binding.command, nullptr);
    for (int key = 11; key <= 34;
         ++key) // the function keys, as xterm and the Linux console send them
        el_set(editor, EL_BIND, fmt::format("\\e[{}~", key).c_str(), "mentor-nothing", nullptr);
}

// Whether the terminal can do what editing a line takes: go up, and clear what stands behind.
bool can_move(EditLine* editor) {
    for (const char* capability : {"up", "ce"}) {
        char* sequence = nullptr;
        if (el_get(editor, EL_GETTC, capability, &sequence, nullptr) != 0 || !sequence ||
            !*sequence)
            return false;
    }
    return true;
}

void end_editor(EditLine* editor) {
    // With editing off libedit leaves the terminal alone. Otherwise it would throw away what has
    // been typed ahead.
    el_set(editor, EL_EDITMODE, 0);
    el_end(editor);
}

using Editor = std::unique_ptr<EditLine, void (*)(EditLine*)>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

LineEditor::Line edit_line(EditLine* editor, const std::string& typed) {
    // Before the question shows: a Ctrl-D that answers it at once must not reach the terminal's own
    // editor.
    el_set(editor, EL_PREP_TERM, 1);
    mark_pastes(true);
    if (!typed.empty()) el_push(editor, typed.c_str());
    int count = 0;
    const char* line = el_gets(editor, &count);
    mark_pastes(false);
    const Typing& typing = typing_of(editor);
    if (!line || count <= 0) return {typing.end, "", typing.signal};
    std::string text(line);
    if (text.ends_with('\n')) text.pop_back();
    return {LineEditor::End::entered, std::move(text), 0};
}

// The terminal's own line, with Backspace and no more.
LineEditor::Line plain_line(Typing& typing) {
    using End = LineEditor::End;
    if (!posix::write_all(STDOUT_FILENO, typing.prompt)) return {};
    std::string text;
    for (;;) {
        const Keyboard::Event event = typing.keyboard.read();
        if (event.kind == Keyboard::Event::Kind::signal) {
            if (event.value == SIGINT) return {};
            if (event.value == SIGTSTP) typing.keyboard.pass_on(event.value);
            if (event.value == SIGTSTP || event.value == SIGWINCH) continue;
            return {End::left, "", event.value};
        }
        const bool at_end = event.kind == Keyboard::Event::Kind::end;
        if (at_end && text.empty()) return {End::at_end, "", 0};
        if (at_end || event.value == '\n') return {End::entered, std::move(text), 0};
        text += static_cast<char>(event.value);
    }
}

// Names have accents whatever the locale says. Only the kind of characters changes: numbers and
// messages stay as they are in C.
bool use_utf8() {
    for (const char* locale : {"C.UTF-8", ""})
        if (std::setlocale(LC_CTYPE, locale) && nl_langinfo(CODESET) == std::string_view("UTF-8"))
            return true;
    return false;
}

} // namespace

LineEditor::LineEditor() : history_(history_init(), history_end), has_utf8_(use_utf8()) {
    HistEvent event;
    ::history(history_.get(), &event, H_SETSIZE, remembered_lines);
    ::history(history_.get(), &event, H_SETUNIQUE, 1);
}

LineEditor::~LineEditor() = default;

LineEditor::Line LineEditor::read(const Question& question) {
    const std::string& prompt = question.prompt;
    // libedit draws a prompt of one line alone.
    const std::size_t last_line = prompt.rfind('\n') + 1;
    if (!posix::write_all(STDOUT_FILENO, prompt.substr(0, last_line))) return {};
    Typing typing{
        prompt.substr(last_line), question.candidates, question.narrowed, question.preset, {}, {}};
    // Where it complains of a terminal that it doesn't know.
    const File nowhere(std::fopen("/dev/null", "w"), std::fclose);
    if (!has_utf8_ || !nowhere) return plain_line(typing);
    const Editor editor(el_init("mentor", stdin, stdout, nowhere.get()), end_editor);
    if (!editor || !can_move(editor.get())) return plain_line(typing);
    configure(editor.get(), typing, history_.get());
    return edit_line(editor.get(), question.typed);
}

void LineEditor::remember(const std::string& line) {
    HistEvent event;
    ::history(history_.get(), &event, H_ENTER, line.c_str());
}

} // namespace mentor
