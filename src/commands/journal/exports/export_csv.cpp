// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/exports/exporting.hpp"
#include "core/text.hpp"
#include "report/faces/exports/csv_face.hpp"
#include "report/pages/journal/export_report.hpp"
#include "session/view.hpp"

#include <optional>
#include <string>

namespace mentor::commands::export_csv {
namespace {

struct Options {
    ExportOptions common;
    std::optional<std::string> table;
};

void declare(Declaration& declaration, Options& options) {
    declare_who(declaration, options.common);
    declaration
        .option(options.table, "--table", "TABLE",
                "log (the default), people, commitment, goal …: a row for each of these")
        .offers([](View&, const std::string&) { return candidates_of(export_table_names()); });
    declare_since(declaration, options.common, "of the log only entries from this day on");
    declare_file(declaration, options.common);
}

Exit run(View& view, const Options& options) {
    const std::string table = fold(options.table.value_or("log"));
    require_word(table, export_table_names(), "--table");
    const Date since = since_of(view, options.common);
    const auto people = without_private_entries(view, people_to_export(view, options.common));
    const Report report = table_report(table, people, since, view.today());
    deliver(view, options.common, to_csv(report),
            counted(static_cast<long>(report.items.size()), "row"));
    return Exit::done;
}

} // namespace

const Command command{
    "export csv",
    Chapter::journal,
    "Rows for a spreadsheet: what happened, or people, promises …",
    "A line of names, and a row for each entry, without the private ones. A text that a "
    "spreadsheet would take for a formula begins with an apostrophe.",
    &invocation_of<Options, declare, run, Faces::for_others>,
};

} // namespace mentor::commands::export_csv
