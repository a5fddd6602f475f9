// SPDX-License-Identifier: MIT

#include "commands/journal/imports/importing.hpp"

#include "core/imports/foreign_text.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/people/imported.hpp"
#include "report/blocks.hpp"
#include "report/pages/journal/import_report.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

using Rows = std::vector<ImportRow>;

bool are_any(const Rows& rows, ImportState state) {
    return std::ranges::find(rows, state, &ImportRow::state) != rows.end();
}

// Everyone in the file as somebody to be named; by their positions.
std::vector<Handle> handles_of(const Rows& rows) {
    std::vector<Handle> handles;
    for (std::size_t i = 0; i < rows.size(); ++i)
        handles.push_back({std::to_string(i), rows[i].name, {rows[i].slug}});
    return handles;
}

std::size_t find_named(const Rows& rows, const std::string& name, const std::string& file) {
    auto matches = match_who(name, handles_of(rows));
    // Their numbers are nobody's names.
    std::erase_if(matches, [&](const Handle& match) { return match.slug == name; });
    const auto position = [](const Handle& match) { return *find_number(match.slug); };
    // Of one name the first is who it may be: what follows is unclear.
    const auto to_take = std::ranges::find_if(
        matches, [&](const Handle& match) { return rows[position(match)].is_to_take(); });
    const auto more = std::ranges::count_if(
        matches, [&](const Handle& match) { return rows[position(match)].is_to_take(); });
    if (more > 1) {
        std::vector<std::string> names;
        for (const Handle& match : matches)
            names.push_back(match.name);
        throw Error(Exit::unknown, fmt::format("'{}' may be {}", name, join(names, ", ")),
                    "write more of the name that is meant");
    }
    if (to_take != matches.end()) return position(*to_take);
    if (matches.empty())
        throw Error(Exit::unknown, fmt::format("nobody in {} is called '{}'", file, name),
                    "without --only a table shows who is in it");
    return position(matches.front());
}

// Throws where somebody can't be taken over.
void refuse_unclear(const ImportRow& row) {
    if (row.state != ImportState::unclear) return;
    throw Error(Exit::usage, fmt::format("it is unclear who {} is: {}", row.name, row.what),
                "mend the file, or add them by hand: mentor add");
}

std::vector<std::size_t> named(const ImportOptions& options, const Rows& rows) {
    std::vector<std::size_t> chosen;
    for (const std::string& name : options.only) {
        const std::size_t at = find_named(rows, name, name_of_import(options.file));
        refuse_unclear(rows[at]);
        if (rows[at].is_to_take()) chosen.push_back(at);
    }
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

// Those of whom there is something to take over, as the table has them: who is new comes first.
std::vector<std::size_t> to_take(const Rows& rows) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].is_to_take()) positions.push_back(i);
    std::stable_partition(positions.begin(), positions.end(),
                          [&](std::size_t at) { return rows[at].state == ImportState::fresh; });
    return positions;
}

std::vector<std::size_t> ticked(Session& session, const Rows& rows) {
    const auto offered = to_take(rows);
    std::vector<std::string> choices;
    for (const std::size_t at : offered)
        choices.push_back(rows[at].state == ImportState::fresh ? rows[at].name
                                                               : rows[at].name + " (different)");
    std::vector<std::size_t> chosen;
    for (const std::size_t at : ask_several(session, "Which of them shall come in?", choices))
        chosen.push_back(offered[at]);
    return chosen;
}

std::vector<std::size_t> all_new(const Rows& rows) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].state == ImportState::fresh) chosen.push_back(i);
    return chosen;
}

// What stands in the journal is replaced where that is said of each, and never along the way.
void require_leave(Session& session, const ImportOptions& options, const Rows& rows,
                   std::vector<std::size_t>& chosen) {
    std::erase_if(chosen, [&](std::size_t at) {
        const ImportRow& row = rows[at];
        if (row.state != ImportState::different || options.force) return false;
        if (!session.interactive() && !session.globals.yes)
            throw Error(
                Exit::usage,
                fmt::format("{} is in the journal with something else: {}", row.name, row.what),
                "to put what the file says in its place: --force");
        return !session.confirm(fmt::format("Put into {}: {}?", row.name, row.what));
    });
}

// What to type for those who come in by their names.
Page how_to_choose(const ImportOptions& options, std::string_view format, const Rows& rows,
                   YesTakes yes) {
    const auto offered = to_take(rows);
    if (offered.empty()) return {sentence("There is nothing to import.")};
    const std::string command =
        fmt::format("mentor import {} {}", format, shell_word(options.file));
    Page page{
        suggestion("Nothing was written. Each who is to come in is named:",
                   fmt::format("{} --only {}", command, shell_word(rows[offered.front()].name)))};
    if (are_any(rows, ImportState::different))
        page.push_back(sentence("With --force what is different takes the place of what is here."));
    if (yes == YesTakes::all_new && are_any(rows, ImportState::fresh))
        page.push_back(suggestion("For all who are new:", command + " --yes"));
    return page;
}

void say_columns(Session& session, const FoundPeople& found) {
    if (found.understood.empty()) return;
    std::string words = "Understood: " + join(found.understood, ", ");
    if (!found.ignored.empty()) words += "; not: " + join(found.ignored, ", ");
    session.say(Page{sentence_of_one_line(words + ".")});
}

Page said_of(const std::vector<std::string>& fresh, const std::vector<std::string>& changed) {
    Page page;
    if (!fresh.empty())
        page.push_back(sentence("Imported {} as {}: {}",
                                counted(static_cast<long>(fresh.size()), "person", "people"),
                                fresh.size() == 1 ? "a prospect" : "prospects", join(fresh, ", ")));
    if (!changed.empty()) page.push_back(sentence("Changed: {}", join(changed, ", ")));
    if (!fresh.empty())
        page.push_back(suggestion("To compare them with what you look for:", "mentor prospects"));
    return page;
}

} // namespace

void declare(Declaration& declaration, ImportOptions& options) {
    declaration.argument(options.file, "FILE", "what the other program wrote; - is standard input");
    declaration.option(options.only, "--only", "NAME", "whoever is to come in; may be repeated");
    declaration.flag(options.force, "--force", "in the place of what is different in the journal");
    declare_output(declaration, options.output);
}

std::string name_of_import(const std::string& file) {
    return file == "-" ? "standard input" : visible(file);
}

std::string text_to_import(Session& session, const std::string& file) {
    FileText bytes = file == "-" ? session.host.read_input() : session.host.find_text(file);
    if (!bytes)
        throw Error(Exit::usage, fmt::format("there is no file {}", visible(file)),
                    "give the name of what the other program wrote");
    std::string text = parse_foreign_text(*std::move(bytes), name_of_import(file));
    if (trim(text).empty())
        throw unreadable(name_of_import(file), 0, "it is empty",
                         "have the other program write it again");
    return text;
}

std::optional<std::vector<std::size_t>> choose_rows(Session& session, const ImportOptions& options,
                                                    std::string_view format, const Rows& rows,
                                                    YesTakes yes) {
    std::vector<std::size_t> chosen;
    const bool takes_new = session.globals.yes && yes == YesTakes::all_new && options.only.empty();
    if (!options.only.empty()) {
        if (!options.output.is_page())
            throw Error(Exit::usage, "--only writes, and the table is shown without it",
                        "leave one of them out");
        chosen = named(options, rows);
        if (chosen.empty()) session.say("The journal has all of that already.");
    } else {
        session.view(options.output).show(import_report(rows, session.today()));
        if (!options.output.is_page()) return std::nullopt;
        if (takes_new) {
            chosen = all_new(rows);
            if (chosen.empty()) session.say("Nobody in it is new.");
        } else if (!session.interactive() || to_take(rows).empty()) {
            session.say(how_to_choose(options, format, rows, yes));
            return std::nullopt;
        } else {
            chosen = ticked(session, rows);
        }
    }
    require_leave(session, options, rows, chosen);
    if (!chosen.empty()) return chosen;
    if (options.only.empty() && !takes_new) session.say("Nothing was written.");
    return std::nullopt;
}

Exit exit_of(const Session& session, const ImportOptions& options, const Rows& rows) {
    const bool was_asked_for =
        session.interactive() || !options.only.empty() || !options.output.is_page();
    return was_asked_for || to_take(rows).empty() ? Exit::done : Exit::no;
}

Exit import_people(Session& session, const ImportOptions& options, std::string_view format,
                   FoundPeople found) {
    say_columns(session, found);
    const auto people = compare(std::move(found.people), session.load(), session.handles());
    Rows rows;
    for (const ImportedPerson& person : people)
        rows.push_back(person.row);
    const auto chosen = choose_rows(session, options, format, rows, YesTakes::nobody);
    if (!chosen) return exit_of(session, options, rows);
    std::vector<Journal::WholeText> texts;
    std::vector<std::string> fresh, changed;
    for (const std::size_t at : *chosen) {
        const ImportedPerson& person = people[at];
        const bool is_new = person.row.state == ImportState::fresh;
        if (is_new) {
            const Document document = imported_document(session, person.found);
            texts.push_back({person.row.slug, std::nullopt, document.text()});
        } else {
            const Record record = session.journal.read(person.row.slug);
            texts.push_back({person.row.slug, record.document.text(),
                             with_differences(record, person.differences).text()});
        }
        (is_new ? fresh : changed).push_back(person.row.name);
    }
    const auto changes = session.journal.put(texts);
    session.saved(changes, said_of(fresh, changed));
    return Exit::done;
}

} // namespace mentor
