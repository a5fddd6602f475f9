// SPDX-License-Identifier: MIT
//
// The faces of a report: terminal text, Markdown, JSON, JSON Lines and templates. From values to
// text; nothing here asks the terminal or the environment.
#pragma once

#include "report/report.hpp"

#include "mentor/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// How a page is to look. Whatever it is, what a person reads holds no control characters and no
// bidirectional overrides but as escapes: a pipe often ends in a pager, a mail or a terminal.
struct Look {
    std::size_t columns = 0; // wrap at this width; 0: never (a pipe)
    bool styled = false;     // ANSI colour and weight
};

std::string to_terminal(const Page& page, const Look& look);
std::string to_markdown(const Page& page);
std::string to_json(const Report& report); // one object, indented by two, ending with a newline
std::string to_jsonl(const Report& report, char end = '\n'); // one item a line

// "{slug}\t{days}": each item through the template. Fields in braces, dotted for nested ones
// ("{agreement.every}"), "{{" and "}}" for braces, backslash escapes n, t, r, 0, e and \\. Lists
// are joined with ", ", null is empty. Values are as they are, for programs; a `visible` one is
// harmless on a terminal. Throws Error(usage) for an unknown field, listing the known ones.
enum class Values { exact, visible };
std::string to_template(const Report& report, std::string_view format, char end = '\n',
                        Values values = Values::exact);

// One run in its style, for messages beside a page.
std::string styled(std::string_view text, Style style, bool on);

// A diagnostic for a terminal or a pipe: core's to_text, wrapped and with colour as `look` says.
std::string to_terminal(const Diagnostic& diagnostic, const Look& look);

// A unified diff, three lines of context; "" where nothing differs. nullopt stands for no file.
std::string diff(std::string_view file, const std::optional<std::string>& before,
                 const std::optional<std::string>& after);

// How many lines such a diff has of either side.
struct LineCount {
    long added = 0, removed = 0;
};
LineCount diff_size(const std::optional<std::string>& before,
                    const std::optional<std::string>& after);

} // namespace mentor
