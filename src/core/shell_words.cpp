// SPDX-License-Identifier: MIT
#include "core/shell_words.hpp"

#include "core/ascii.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace mentor {
namespace {

constexpr std::string_view blanks = " \t\n";

bool is_control(char c) {
    return (c & 0xe0) == 0 || c == 0x7f;
}

class ShellWords {
public:
    ShellWords(std::string_view text, std::string_view home) : rest_(text), home_(home) {}

    std::optional<std::vector<std::string>> split() {
        std::vector<std::string> words;
        while (skip_blanks()) {
            words.emplace_back();
            if (!take_word(words.back())) return std::nullopt;
        }
        return words;
    }

private:
    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    // False at the end of the text. A line that goes on in the next one ends no word, and begins
    // none.
    bool skip_blanks() {
        for (;;) {
            if (rest_.starts_with("\\\n"))
                rest_.remove_prefix(2);
            else if (!rest_.empty() && blanks.find(rest_.front()) != std::string_view::npos)
                rest_.remove_prefix(1);
            else
                return !rest_.empty();
        }
    }

    // The three below are false where a quote is never closed.
    bool take_word(std::string& word) {
        if (rest_ == "~" || (rest_.starts_with('~') && ends_tilde(rest_[1]))) {
            take();
            word = home_;
        }
        while (!rest_.empty() && blanks.find(rest_.front()) == std::string_view::npos) {
            const char c = take();
            if (c == '\'' && !take_single_quoted(word)) return false;
            if (c == '"' && !take_double_quoted(word)) return false;
            if (c == '\\') take_escaped(word);
            if (c != '\'' && c != '"' && c != '\\') word += c;
        }
        return true;
    }

    bool take_single_quoted(std::string& word) {
        const auto end = rest_.find('\'');
        if (end == std::string_view::npos) return false;
        word += rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return true;
    }

    bool take_double_quoted(std::string& word) {
        while (!rest_.empty()) {
            const char c = take();
            if (c == '"') return true;
            if (c != '\\') {
                word += c;
            } else if (!rest_.empty() &&
                       std::string_view("$`\"\\\n").find(rest_.front()) != std::string_view::npos) {
                take_escaped(word);
            } else {
                word += c;
            }
        }
        return false;
    }

    // What stands behind a backslash: itself, but nothing of the end of a line.
    void take_escaped(std::string& word) {
        if (rest_.empty())
            word += '\\';
        else if (const char c = take(); c != '\n')
            word += c;
    }

    static bool ends_tilde(char c) { return c == '/' || blanks.find(c) != std::string_view::npos; }

    std::string_view rest_;
    std::string_view home_;
};

} // namespace

std::optional<std::vector<std::string>> find_shell_words(std::string_view text,
                                                         std::string_view home) {
    return ShellWords(text, home).split();
}

bool is_in_a_line(std::string_view text) {
    return text.find_first_of("\n\t") == std::string_view::npos && visible(text) == text;
}

bool is_typed_exactly(std::string_view text) {
    return !text.starts_with('-') && is_in_a_line(text);
}

bool is_plain_to_type(std::string_view text) {
    return is_ascii(text) && shell_word(text) == text;
}

std::optional<std::string_view> find_program_fault(std::string_view words) {
    if (trim(words).empty()) return std::nullopt;
    const auto found = find_shell_words(words, "");
    if (!found) return "has a quote that is never closed";
    if (found->empty() || found->front().empty()) return "names no program";
    return std::nullopt;
}

std::string shell_word(std::string_view text) {
    // Letters of all scripts have bytes above ASCII.
    const auto is_plain = [](char c) {
        return (c & 0x80) != 0 || is_alphanumeric(c) ||
               std::string_view("-_./:@%+,").find(c) != std::string_view::npos;
    };
    // fish has a "%self" of its own.
    const bool begins_plainly = !text.empty() && text.front() != '-' && text.front() != '%';
    if (begins_plainly && std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string word = text.starts_with('-') ? "' " : "'";
    for (const char c : text) {
        // Within quotes fish reads a backslash as an escape, and other shells as itself.
        if (c == '\'' || c == '\\')
            word += std::string("'\\") + c + '\'';
        else
            word += is_control(c) ? ' ' : c;
    }
    return word + "'";
}

} // namespace mentor
