// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/taking_over.hpp"
#include "core/imports/friends_reader.hpp"

namespace mentor::commands::import_friends {
namespace {

Exit run(Session& session, const ImportOptions& options) {
    session.require_journal();
    return import_diary(
        session, options, "friends",
        parse_friends(text_to_import(session, options.file), name_of_import(options.file)),
        YesTakes::nobody,
        "friends keeps people below ### Friends: and marks them as **Ada Lovelace**");
}

} // namespace

const Command command{
    "import friends",
    Chapter::journal,
    "People and what you did with them, from friends.md",
    "FILE is what the program friends keeps. Friends come in as prospects, with their nicknames "
    "and tags; activities become meetings and notes become notes, in the file of each whom they "
    "name, with tags as topics and the location.\n"
    "\n"
    "First a table says what is new, the same, different or unclear. On a terminal those who come "
    "in are ticked, elsewhere --only names them; each comes with all that is new of them. Nothing "
    "is merged silently, a second import adds nothing again, and one `mentor undo` takes all of it "
    "back.",
    &invocation_of<ImportOptions, declare, run>,
};

} // namespace mentor::commands::import_friends
