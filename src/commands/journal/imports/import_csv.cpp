// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/taking_over.hpp"
#include "core/imports/address_table.hpp"

namespace mentor::commands::import_csv {
namespace {

Exit run(Session& session, const ImportOptions& options) {
    return import_people(session, options, "csv", parse_address_table);
}

} // namespace

const Command command{
    "import csv",
    Chapter::journal,
    "People from a table: Google, LinkedIn, Outlook, a spreadsheet",
    "The columns are known by their names, with comma, semicolon or tab between them; which were "
    "understood is said. First a table says who is new, the same, different or unclear. On a "
    "terminal those who come in are ticked, elsewhere --only names them; they are prospects, until "
    "you say more.\n\nNothing is merged silently, and one `mentor undo` takes all of it back.",
    &invocation_of<ImportOptions, declare, run>,
};

} // namespace mentor::commands::import_csv
