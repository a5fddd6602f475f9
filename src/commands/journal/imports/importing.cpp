// SPDX-License-Identifier: MIT

#include "commands/journal/imports/importing.hpp"

#include "core/imports/foreign_text.hpp"
#include "core/path_words.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/journal/import_report.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace mentor {
namespace {

using Rows = std::vector<ImportRow>;

bool are_any(const Rows& rows, ImportState state) {
    return std::ranges::find(rows, state, &ImportRow::state) != rows.end();
}

// What is to be taken over of somebody, with whatever else is of them.
std::vector<std::size_t> all_of(const Rows& rows, std::size_t somebody) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].is_to_take() && rows[i].slug == rows[somebody].slug) positions.push_back(i);
    return positions;
}

// Those of whom there is something to take over, each once: who is new comes first, each at what is
// new of them.
std::vector<std::size_t> to_take(const Rows& rows) {
    std::vector<std::size_t> positions;
    std::set<std::string> slugs;
    for (const ImportState state : {ImportState::fresh, ImportState::different})
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].state == state && slugs.insert(rows[i].slug).second) positions.push_back(i);
    return positions;
}

// Everyone in the file as somebody to be named, once; by their positions. Of one name the first is
// who it may be: what follows is unclear.
std::vector<Handle> handles_of(const Rows& rows) {
    std::vector<Handle> handles;
    const auto add = [&](std::size_t i) {
        std::vector<std::string> aka = rows[i].aka;
        aka.push_back(rows[i].slug);
        handles.push_back({std::to_string(i), rows[i].name, std::move(aka)});
    };
    const auto offered = to_take(rows);
    std::ranges::for_each(offered, add);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].is_to_take()) add(i);
    return handles;
}

std::size_t find_named(const Rows& rows, const std::string& name, const std::string& file) {
    auto matches = match_who(name, handles_of(rows));
    // Their numbers are nobody's names.
    std::erase_if(matches, [&](const Handle& match) { return match.slug == name; });
    const auto position = [](const Handle& match) { return *find_number(match.slug); };
    std::vector<Handle> wanted;
    std::ranges::copy_if(matches, std::back_inserter(wanted),
                         [&](const Handle& match) { return rows[position(match)].is_to_take(); });
    // What blanks and capitals alone tell apart is told apart by them.
    if (std::ranges::count(wanted, name, &Handle::name) == 1)
        std::erase_if(wanted, [&](const Handle& match) { return match.name != name; });
    if (wanted.size() > 1) {
        std::vector<std::string> names;
        for (const Handle& match : wanted)
            names.push_back(match.name);
        throw Error(Exit::unknown, fmt::format("'{}' may be {}", name, join(names, ", ")),
                    "write more of the name that is meant");
    }
    if (!wanted.empty()) return position(wanted.front());
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
        std::ranges::copy(all_of(rows, at), std::back_inserter(chosen));
    }
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    return chosen;
}

std::vector<std::size_t> ticked(Session& session, const Rows& rows) {
    const auto offered = to_take(rows);
    std::vector<std::string> choices;
    for (const std::size_t at : offered)
        choices.push_back(rows[at].state == ImportState::fresh ? rows[at].name
                                                               : rows[at].name + " (different)");
    std::vector<std::size_t> chosen;
    for (const std::size_t at :
         ask_several(session, "Which of them shall come in?", choices_of(choices)))
        std::ranges::copy(all_of(rows, offered[at]), std::back_inserter(chosen));
    return chosen;
}

std::vector<std::size_t> all_new(const Rows& rows) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].state == ImportState::fresh) chosen.push_back(i);
    return chosen;
}

// What stands in the journal is replaced where that is said of each, and never along the way. Where
// nobody can be asked it stays, and what is new of the same person comes in.
void require_leave(Session& session, const ImportOptions& options, const Rows& rows,
                   std::vector<std::size_t>& chosen) {
    std::set<std::string> with_news;
    for (const std::size_t at : chosen)
        if (rows[at].state == ImportState::fresh) with_news.insert(rows[at].slug);
    long stay = 0;
    std::erase_if(chosen, [&](std::size_t at) {
        const ImportRow& row = rows[at];
        if (row.state != ImportState::different || options.force) return false;
        if (session.interactive() || session.globals.yes)
            return !session.confirm(fmt::format("Put into {}: {}?", row.name, row.what));
        if (!with_news.contains(row.slug))
            throw Error(
                Exit::usage,
                fmt::format("{} is in the journal with something else: {}", row.name, row.what),
                "to put what the file says in its place: --force");
        ++stay;
        return true;
    });
    if (stay > 0)
        session.say(fmt::format("{} different here and {} so; --force would change that.",
                                counted(stay, "entry is", "entries are"),
                                stay == 1 ? "stays" : "stay"));
}

// What to type for those who come in by their names.
Page how_to_choose(const ImportOptions& options, std::string_view format, const Rows& rows,
                   YesTakes yes) {
    const auto offered = to_take(rows);
    if (offered.empty()) return {sentence("There is nothing to import.")};
    const std::string command =
        fmt::format("mentor import {} {}", format,
                    options.file == "-" ? "-" : path_to_type(options.file).value_or("FILE"));
    Page page{
        suggestion("Nothing was written. Each who is to come in is named:",
                   fmt::format("{} --only {}", command, shell_word(rows[offered.front()].name)))};
    if (are_any(rows, ImportState::different))
        page.push_back(sentence("With --force what is different takes the place of what is here."));
    if (yes == YesTakes::all_new && are_any(rows, ImportState::fresh))
        page.push_back(suggestion("For all who are new:", command + " --yes"));
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

std::string text_to_import(Session& session, const std::string& file, KnownAsText known) {
    FileText bytes = file == "-" ? session.host.read_input() : session.host.find_text(file);
    if (!bytes)
        throw Error(Exit::usage, fmt::format("there is no file {}", visible(file)),
                    "give the name of what the other program wrote");
    std::string text = known == KnownAsText::as_a_whole
                           ? parse_foreign_text(*std::move(bytes), name_of_import(file))
                           : without_mark(*std::move(bytes));
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
    const bool may_write =
        !options.only.empty() || (options.output.is_page() && (takes_new || session.interactive()));
    if (may_write)
        refuse_private(options.output,
                       "of an entry, once it is in: mentor amend WHO REF --private yes");
    if (!options.only.empty()) {
        if (!options.output.is_page())
            throw Error(Exit::usage, "--only writes, and the table is shown without it",
                        "leave one of them out");
        refuse_face(options.output);
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

} // namespace mentor
