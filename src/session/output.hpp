// SPDX-License-Identifier: MIT
//
// The faces that a report can have, as the options name them: JSON, Markdown, a template, a count.
// Knows no terminal and no pager.
#pragma once

#include "core/text.hpp"
#include "report/report.hpp"
#include "session/command.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// The options that a command takes whose report may have any face.
struct Output {
    bool json = false;
    bool jsonl = false;
    std::optional<std::string> format;
    bool count = false;
    bool null = false;
    bool is_private = false;
    bool is_export = false; // leaves the journal, whatever its face

    bool has_format(std::string_view name) const { return format && fold(*format) == name; }
    // Markdown is a face to pass on, and so is an export: it has nothing of what is private, unless
    // --private asks for it.
    bool is_passed_on() const { return (is_export || has_format("md")) && !is_private; }
    // A page, for a person to read.
    bool is_page() const { return !json && !jsonl && !count && (!format || has_format("text")); }
    Needs needs() const {
        const bool shows_page = is_page() || has_format("md");
        return {.data = !shows_page, .page = shows_page};
    }
};
// The formats that a report can have, and after them `own`, one that a command alone has.
std::vector<std::string> formats_with(std::string_view own);
template<const std::string_view& own>
std::vector<Candidate> offer_formats(View&, const std::string&) {
    return candidates_of(formats_with(own));
}
inline constexpr std::string_view no_format = "", mail_format = "mail";

// What a command has of its own there: a format, and what --private means where it adds something.
struct OutputWords {
    std::string_view own_format = no_format;
    Offer formats = offer_formats<no_format>;
    std::string_view is_private = "with --format md: private entries in full";
};
void declare_output(Declaration& declaration, Output& output);
void declare_output(Declaration& declaration, Output& output, const OutputWords& own);
void declare_export(Declaration& declaration, Output& output);

// Throws Error(usage) for options that exclude each other, or a format that there isn't; `own` is
// one that the command alone has.
void require_face(const Output& output, std::string_view own = no_format);

// Of a command that shows and writes, where it writes: each throws Error(usage) for an option that
// nothing would come of. The first leaves --private alone, the last is for that, with `advice`.
void refuse_face(const Output& output);
void refuse_private(const Output& output, std::string_view advice);
void refuse_output(const Output& output, std::string_view advice_on_private);

// The report in any face but a page. `terminal`: what could change the terminal is made visible.
std::string to_face(const Report& report, const Output& output, bool terminal);

} // namespace mentor
