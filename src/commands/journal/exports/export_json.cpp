// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "core/text.hpp"
#include "report/faces/json_face.hpp"
#include "report/pages/journal/export_report.hpp"
#include "session/view.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor::commands::export_json {
namespace {

struct Options {
    ExportOptions common;
    bool is_public = false;
};

void declare(Declaration& declaration, Options& options) {
    declare_who(declaration, options.common);
    declaration.flag(options.is_public, "--public", "without what is private");
    declare_file(declaration, options.common);
}

// Each with its whole text, from which the journal can be made again.
std::vector<WholeFile> load(View& view, const std::vector<std::string>& slugs) {
    std::vector<std::optional<WholeFile>> found(slugs.size());
    view.visit_wanted(
        slugs, Extent::whole, [](std::string_view) { return true; },
        [&](std::size_t position, Relationship&& person, const ReadText& read) {
            found[position] = WholeFile{std::move(person), std::string(read.text)};
        });
    std::vector<WholeFile> files;
    for (auto& file : found)
        if (file) files.push_back(*std::move(file));
    return files;
}

void leave_private_out(WholeFile& file) {
    file.relationship = without_private_words(std::move(file.relationship));
    std::erase_if(file.relationship.log, [](const LogEntry& entry) { return entry.is_private; });
    file.text.clear();
}

Exit run(View& view, const Options& options) {
    const auto slugs = slugs_to_export(view, options.common);
    if (slugs.empty()) say_empty(view);
    auto files = load(view, slugs);
    if (options.is_public)
        std::ranges::for_each(files, leave_private_out);
    else if (std::ranges::any_of(
                 files, [](const WholeFile& file) { return has_private_words(file.relationship); }))
        view.say("What is private is in it as well; to leave that out: --public");
    deliver(view, options.common, to_json(export_report(files, view.today())),
            counted(static_cast<long>(files.size()), "person", "people"));
    return Exit::done;
}

} // namespace

const Command command{
    "export json",
    Chapter::journal,
    "Everything, for a program or to keep: nothing is lost",
    "Each person as `mentor show --json` has them, and the whole text of the file. What is private "
    "is in it, unless --public leaves it out.",
    &invocation_of<Options, declare, run, Faces::page>,
};

} // namespace mentor::commands::export_json
