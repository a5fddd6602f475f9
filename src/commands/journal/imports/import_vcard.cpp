// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/taking_over.hpp"
#include "core/imports/vcard_reader.hpp"
#include "core/path_words.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

namespace mentor::commands::import_vcard {
namespace {

// What vdirsyncer shares has a file for each card.
void refuse_folder(const Host& host, const std::string& file) {
    if (file == "-" || !host.find_traits(file).value_or(Traits()).is_folder) return;
    throw Error(Exit::system,
                fmt::format("can't read {}: it is a folder, not a file", name_of_import(file)),
                fmt::format("for all the cards in it: cat {}/*.vcf | mentor import vcard -",
                            path_to_type(file).value_or("FOLDER")));
}

Exit run(Session& session, const ImportOptions& options) {
    refuse_folder(session.host, options.file);
    return import_people(session, options, "vcard", parse_vcards, KnownAsText::line_by_line);
}

} // namespace

const Command command{
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

} // namespace mentor::commands::import_vcard
