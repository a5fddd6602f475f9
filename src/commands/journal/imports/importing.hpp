// SPDX-License-Identifier: MIT
//
// What the commands of `mentor import` have in common: their options, the table of what is found,
// and who of it is ticked or named. A format is a command: a file beside this one, and its row in
// all.inc.
#pragma once

#include "core/rules/journal/imports.hpp"
#include "session/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct ImportOptions {
    std::string file;
    std::vector<std::string> only;
    bool force = false;
    Output output;
};
void declare(Declaration& declaration, ImportOptions& options);

// Cards may part a character between two lines, and name another character set for one of them.
enum class KnownAsText { as_a_whole, line_by_line };

// The text of the file, or of standard input for "-". Throws Error(usage) where there is no such
// file, Error(broken) where it isn't text, which its reader says
// where that is known line by line.
std::string text_to_import(Session& session, const std::string& file,
                           KnownAsText known = KnownAsText::as_a_whole);
// For messages: the file's name, or what "-" is.
std::string name_of_import(const std::string& file);

// Whether --yes stands for everyone who is new: of a copy, whose people you chose once.
enum class YesTakes { nobody, all_new };

// Shows the table and finds what is to be taken over: all rows of those who are ticked on a
// terminal, or named by --only; what is there with something else only where that is said as well.
// Positions in their order; nullopt where it ends here, which was said. `format` is what is typed
// after `mentor import`, with the format's own options.
std::optional<std::vector<std::size_t>> choose_rows(Session& session, const ImportOptions& options,
                                                    std::string_view format,
                                                    const std::vector<ImportRow>& rows,
                                                    YesTakes yes);

// What follows from choose_rows having ended it: nothing to take over, or nobody named.
Exit exit_of(const Session& session, const ImportOptions& options,
             const std::vector<ImportRow>& rows);

} // namespace mentor
