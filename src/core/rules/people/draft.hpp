// SPDX-License-Identifier: MIT
//
// A message to start from: a template's text with what the file knows filled in, and a visible
// place in brackets for what it doesn't. Pure. Knows no file and no mail program; the words of the
// templates are the commands'.
#pragma once

#include "core/model/config.hpp"
#include "core/model/relationship.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

// What stands for {name} in a template.
struct Placeholder {
    std::string name;
    std::optional<std::string> value; // on one line; nullopt where the file doesn't know it
    std::string gap;                  // "your name": what is then left in brackets. "" for a
                                      // condition, {mentor}, which stands for nothing itself
    std::string source; // the command that makes it known: "mentor config me.name …"
    std::vector<std::string> lines =
        {}; // of what has several: each on one line; the value is nullopt
    bool is_known() const { return value || !lines.empty(); }
};

// Every placeholder, for a message to `to`; those of the other person ({other} …) stand for `other`
// in an introduction. Entries that are private, and what was promised in them, are left out.
std::vector<Placeholder> placeholders_of(const Relationship& to, const Relationship* other,
                                         const Config& config, Date today);

// A place that is still to be filled in.
struct Gap {
    std::string words, source; // the source is "" where only the writer can know
};

struct Draft {
    std::string subject;                 // "" where the template has none
    std::vector<std::string> paragraphs; // a newline within one breaks its line
    std::vector<Gap> gaps;               // in the order of the text, each once
};

// Fills in the template `text`. Lines that follow each other are one paragraph, a backslash at the
// end of a line breaks it there, and a first paragraph that begins with "Subject:" is the subject.
// {name} leaves a gap where the value isn't known; a line with {name?} is left out instead, and so
// is one with {any name}, which stands for nothing itself, and one with a condition that doesn't
// hold. A line with the name of what has several is there for each of them, on lines of their own.
// Brackets in the template are gaps of their own, but for the boxes of marks, [ ] and [x]. {{ and
// }} are braces. Throws Error(broken) with `file`, line and column for a placeholder that doesn't
// exist, listing the known, or for a brace without its other half.
Draft fill_draft(std::string_view text, const std::string& file,
                 const std::vector<Placeholder>& placeholders);

// Whether the template names {other} or one of its kin. Braces that don't match are no names.
bool names_other(std::string_view text);

// "mailto:grace@example.org?subject=…&body=…", as RFC 6068 has it: percent-encoded UTF-8, lines
// ending with CRLF. Without an address, the mail program asks for one.
std::string mailto(const std::vector<std::string>& addresses, const Draft& draft);

} // namespace mentor
