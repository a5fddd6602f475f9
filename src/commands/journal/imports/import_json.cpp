// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "commands/journal/imports/importing.hpp"
#include "core/imports/journal_copy.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mentor::commands::import_json {
namespace {

// A file of the copy beside the journal's.
struct Copied {
    ImportRow row;
    FileText before;
};

bool is_name_of_file(const std::string& slug) {
    constexpr std::size_t longest = 255; // bytes of a name, on every file system in use
    return slug.size() + std::string_view(".toml").size() <= longest && is_slug(slug) &&
           one_line(slug) == slug && without_controls(slug) == slug;
}

// Whose the uid is, of other files than this one.
std::optional<Relationship> find_twin(const std::vector<Relationship>& everyone,
                                      const Relationship& person) {
    const auto twin = std::ranges::find_if(everyone, [&](const Relationship& each) {
        return each.slug != person.slug && !each.uid.empty() && each.uid == person.uid;
    });
    return twin == everyone.end() ? std::nullopt : std::optional(*twin);
}

// Why it can't be taken over; "" where it can.
std::string fault_of(const CopiedFile& file, const std::vector<Relationship>& everyone) {
    if (!is_name_of_file(file.slug))
        return fmt::format("'{}' can't be the name of a file", visible(file.slug));
    try {
        const Relationship person = decode_relationship(file.text, file.slug + ".toml", file.slug);
        if (const auto twin = find_twin(everyone, person))
            return fmt::format("{} ({}) has the same uid", twin->name, twin->slug);
        return "";
    } catch (const Error& error) {
        return fmt::format("{}: {}", place_of(error.diagnostic()), error.diagnostic().what);
    }
}

Copied beside(const Session& session, const CopiedFile& file,
              const std::vector<Relationship>& everyone, std::map<std::string, int>& lines) {
    Copied copied{{"", file.name, ImportState::unclear, fault_of(file, everyone), file.line}, {}};
    if (!copied.row.what.empty()) return copied;
    if (const auto [first, is_first] = lines.emplace(file.slug, file.line); !is_first) {
        copied.row.what = fmt::format("it stands in line {} already", first->second);
        return copied;
    }
    copied.row.slug = file.slug;
    copied.before = session.host.find_text(session.journal.file_of(file.slug));
    copied.row.state = !copied.before                ? ImportState::fresh
                       : *copied.before == file.text ? ImportState::same
                                                     : ImportState::different;
    if (copied.row.state == ImportState::different)
        copied.row.what = fmt::format("another text of {}.toml", file.slug);
    return copied;
}

Exit run(Session& session, const ImportOptions& options) {
    session.require_journal();
    const auto files =
        parse_journal_copy(text_to_import(session, options.file), name_of_import(options.file));
    const auto everyone = session.load();
    std::vector<Copied> copies;
    std::vector<ImportRow> rows;
    std::map<std::string, int> lines;
    for (const CopiedFile& file : files) {
        copies.push_back(beside(session, file, everyone, lines));
        rows.push_back(copies.back().row);
    }
    const auto chosen = choose_rows(session, options, "json", rows, YesTakes::all_new);
    if (!chosen) return exit_of(session, options, rows);
    std::vector<Journal::WholeText> texts;
    std::vector<std::string> names;
    for (const std::size_t at : *chosen) {
        texts.push_back({rows[at].slug, copies[at].before, files[at].text});
        names.push_back(rows[at].slug + ".toml");
    }
    const auto changes = session.journal.put(texts);
    session.saved(changes,
                  {sentence("Imported {}: {}", counted(static_cast<long>(names.size()), "file"),
                            join(names, ", "))});
    return Exit::done;
}

} // namespace

const Command command{
    "import json",
    Chapter::journal,
    "A journal from its copy, to the byte",
    "The copy is what `mentor export json` wrote. First a table says which of its files are new, "
    "the same, different or unclear. On a terminal those that come in are ticked, elsewhere --only "
    "names them, or --yes takes all that are new. A file that is there with another text stays as "
    "it is, unless it is named and --force, or your yes, puts the copy in its place.\n"
    "\n"
    "Nothing is merged silently, and one `mentor undo` takes all of it back.",
    &invocation_of<ImportOptions, declare, run>,
};

} // namespace mentor::commands::import_json
