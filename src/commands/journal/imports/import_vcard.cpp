// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/taking_over.hpp"
#include "core/imports/vcard_reader.hpp"

namespace mentor {
namespace {

Exit run(Session& session, const ImportOptions& options) {
    return import_people(session, options, "vcard", parse_vcards, KnownAsText::line_by_line);
}

} // namespace

const Command import_vcard_command{
    "import vcard",
    Chapter::journal,
    "People from an address book",
    "vCard 4 (RFC 6350), 3 (RFC 2426) and 2.1, with any number of cards in a file. First a table "
    "says who is new, the same, different or unclear. On a terminal those who come in are ticked, "
    "elsewhere --only names them; they are prospects, until you say more. Whoever is there already "
    "stays as they are, unless that is said.\n\nNothing is merged silently, and one `mentor undo` "
    "takes all of it back.",
    &invocation_of<ImportOptions, declare, run>,
};

} // namespace mentor
