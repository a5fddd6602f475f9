// SPDX-License-Identifier: MIT
//
// What the commands of `mentor export` have in common: whom, from when on, and where to. A format
// is a command: a file beside this one, and its row in all.inc.
#pragma once

#include "commands/journal/exports/vdir.hpp"
#include "core/model/relationship.hpp"
#include "session/session.hpp"
#include "session/view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor {

struct ExportOptions {
    std::vector<std::string> who;
    std::optional<std::string> file, folder, since;
    bool force = false;
};
void declare_who(Declaration& declaration, ExportOptions& options);
void declare_since(Declaration& declaration, ExportOptions& options, std::string help);
void declare_file(Declaration& declaration, ExportOptions& options);
void declare_folder(Declaration& declaration, ExportOptions& options);

// The first day that is meant.
Date since_of(const View& view, const ExportOptions& options);

// Those who are named, each once; everyone where nobody is.
std::vector<std::string> slugs_to_export(View& view, const ExportOptions& options);

// They as the output may show them: where that isn't private entries, their days are left, by which
// the rhythm and the next check-in are counted.
std::vector<Relationship> people_to_export(View& view, const ExportOptions& options);

// The same without a trace of those entries, for what lists and counts them.
std::vector<Relationship> without_private_entries(const View& view,
                                                  std::vector<Relationship> people);

// Throws Error(usage) where the file is there and --force isn't given.
void refuse_existing(const View& view, const ExportOptions& options);

// Puts the text where it is to go, at once or not at all, and says so; `what` is what it holds, as
// "3 people". A file that holds it already stays as it is. Throws as refuse_existing does.
void deliver(View& view, const ExportOptions& options, const std::string& text,
             const std::string& what);

// Says so where there is nobody to export.
void say_empty(View& view);

// --- for programs that know an item again: calendars and address books

// Everyone, as `view` may show them, with a uid in each file of `slugs` and of those who share an
// entry with them: the first export writes those that are missing. nullopt in a dry run that has
// shown that, and has nothing more to show. Throws Error(broken) where two files have one uid.
std::optional<std::vector<Relationship>> with_uids(Session& session, View& view,
                                                   const ExportOptions& options,
                                                   const std::vector<std::string>& slugs);

// The items as one file or in a folder.
struct ItemsExport {
    VdirContent each;
    std::string whole; // the items in one text
    std::string what;  // "12 events and 3 to-dos"
};
void deliver(Session& session, const ExportOptions& options, const ItemsExport& items);

} // namespace mentor
