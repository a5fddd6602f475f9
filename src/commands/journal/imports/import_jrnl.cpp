// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/taking_over.hpp"
#include "core/imports/jrnl_reader.hpp"
#include "core/shell_words.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace mentor::commands::import_jrnl {
namespace {

struct Options {
    ImportOptions import;
    std::optional<std::string> who, kind, timeformat, tagsymbols;
};

void declare(Declaration& declaration, Options& options) {
    declare(declaration, options.import);
    declaration.option(options.who, "--who", "WHO", "all of it is about one person");
    declaration.option(options.kind, "--kind", "KIND",
                       "what the entries are: note (the default), coffee, call …");
    declaration
        .option(options.timeformat, "--timeformat", "FORMAT",
                "as jrnl's configuration has it, such as '%d/%m/%Y %H:%M'")
        .offers([](View&, const std::string&) {
            return candidates_of({"%F %r", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M"});
        });
    declaration.option(options.tagsymbols, "--tagsymbols", "SIGNS",
                       "as jrnl's configuration has them (default: #@)");
}

// "jrnl --who ada", to be typed again.
std::string typed(const Options& options) {
    std::string words = "jrnl";
    const auto add = [&](const char* name, const std::optional<std::string>& value) {
        if (value) words += fmt::format(" {} {}", name, shell_word(*value));
    };
    add("--who", options.who);
    add("--kind", options.kind);
    add("--timeformat", options.timeformat);
    add("--tagsymbols", options.tagsymbols);
    return words;
}

Exit run(Session& session, const Options& options) {
    session.require_journal();
    const std::string text = text_to_import(session, options.import.file);
    JrnlShape shape;
    shape.timeformat = options.timeformat.value_or("");
    shape.tagsymbols = options.tagsymbols.value_or(shape.tagsymbols);
    FoundEntries found = parse_jrnl(text, name_of_import(options.import.file), shape);
    if (options.who) {
        const std::string slug = session.slug_for(*options.who);
        for (FoundEntry& entry : found.entries)
            entry.names = {slug};
        found.marks_people = true;
    }
    if (options.kind) {
        const std::string kind = session.config.kinds.parse(*options.kind);
        for (FoundEntry& entry : found.entries)
            entry.kind = kind;
    }
    return import_diary(session, options.import, typed(options), std::move(found),
                        YesTakes::all_new,
                        "a tag that is a name of somebody, their aka among them, says whose an "
                        "entry is; and --who WHO makes all of it theirs");
}

} // namespace

const Command command{
    "import jrnl",
    Chapter::journal,
    "Entries of a diary that jrnl keeps",
    "FILE is what the program jrnl keeps as text, of any version, or what it exports as JSON. An "
    "entry belongs to everyone whom it names: by a tag that is their name or its first word "
    "(@ada), "
    "or by their whole name; or to --who, whomever it names. Its text becomes a note, its other "
    "tags topics, and its star the topic 'starred'.\n"
    "\n"
    "First a table says which entries are new, the same, different or unclear. On a terminal those "
    "whose entries come in are ticked, elsewhere --only names them, or --yes takes all that is "
    "new. Nothing is merged silently, a second import adds nothing again, and one `mentor undo` "
    "takes all of it back.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::import_jrnl
