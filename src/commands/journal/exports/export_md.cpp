// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "core/text.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/pages/journal/export_report.hpp"
#include "session/view.hpp"

namespace mentor::commands::export_md {
namespace {

void declare(Declaration& declaration, ExportOptions& options) {
    declare_who(declaration, options);
    declare_since(declaration, options, "only entries from this day on");
    declare_file(declaration, options);
}

Exit run(View& view, const ExportOptions& options) {
    const Date since = since_of(view, options);
    const auto people = people_to_export(view, options);
    deliver(view, options,
            to_markdown(export_page(people, {since, !view.output().is_passed_on()}, view.config,
                                    view.today())),
            counted(static_cast<long>(people.size()), "person", "people"));
    return Exit::done;
}

} // namespace

const Command command{
    "export md",
    Chapter::journal,
    "A document to read or print: each person, and all that happened",
    "What `mentor show` says of each, and every entry, newest first, without the private ones.",
    &invocation_of<ExportOptions, declare, run, Faces::for_others>,
};

} // namespace mentor::commands::export_md
