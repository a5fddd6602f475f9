// SPDX-License-Identifier: MIT
//
// Command lines and the words of a POSIX shell (2.2 Quoting, 2.6.1 Tilde Expansion): splitting what
// somebody wrote, and writing what somebody may type. Runs nothing.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace mentor {

// Quotes, backslashes, and "~/" at the beginning of a word. No variables, patterns, operators or
// commands: all of that is text. None for a blank text; nullopt where a quote is never closed.
// `home` is what "~" stands for.
std::optional<std::vector<std::string>> find_shell_words(std::string_view text,
                                                         std::string_view home);

// What is wrong with such words where they are to start a program, on whatever machine: "has a
// quote that is never closed"; nullopt where nothing is. Blank ones name nothing on purpose.
std::optional<std::string_view> find_program_fault(std::string_view words);

// The text as one word on one line, for any shell to hand on and never to act upon; a plain word
// stays as it is. What has no place in a line becomes a blank, and a hyphen that would begin an
// option stands behind one: neither matters to WHO and REF, which these words are.
std::string shell_word(std::string_view text);

// Whether a line holds all of it and nothing of it is changed there; and whether shell_word() hands
// on exactly that.
bool is_in_a_line(std::string_view text);
bool is_typed_exactly(std::string_view text);

// Whether any keyboard has its letters, and it is one word to a shell without quotes.
bool is_plain_to_type(std::string_view text);

// What a person may type: `format` with each argument as one word.
// to_type("mentor show {}", "x;ls") is "mentor show 'x;ls'".
template<class... Words>
std::string to_type(fmt::format_string<std::conditional_t<true, std::string, Words>...> format,
                    const Words&... words) {
    return fmt::format(format, shell_word(words)...);
}

} // namespace mentor
