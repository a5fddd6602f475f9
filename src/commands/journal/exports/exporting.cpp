// SPDX-License-Identifier: MIT

#include "commands/journal/exports/exporting.hpp"

#include "core/path_words.hpp"
#include "core/rules/journal/calendar.hpp"
#include "core/text.hpp"
#include "edits/people/uids.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

namespace mentor {
namespace {

// By any of its names, which Linux has as files: what those lead to isn't replaced.
bool is_standard_output(const std::string& file) {
    return file == "-" || file == "/dev/stdout" || file == "/dev/fd/1" || file == "/proc/self/fd/1";
}

bool is_printed(const ExportOptions& options) {
    return !options.file || is_standard_output(*options.file);
}

// Nothing that is there is in its way.
bool is_passed_on(const View& view, const std::string& file) {
    return view.host.find_traits(file).value_or(Traits()).passes_on;
}

// As it is, or, on a terminal, without what could steer it.
void print(View& view, const std::string& text) {
    if (!view.host.output_is_terminal()) {
        view.print(text);
        return;
    }
    std::string lines = text;
    std::erase(lines, '\r');
    view.print(visible(lines));
}

void refuse_twin_uids(const std::vector<Relationship>& people) {
    std::map<std::string, std::string> known;
    for (const Relationship& person : people) {
        if (person.uid.empty()) continue;
        const auto [first, is_new] = known.emplace(person.uid, person.slug);
        if (is_new) continue;
        throw Error(Exit::broken,
                    fmt::format("{}.toml and {}.toml have the same uid, by which other programs "
                                "would take them for one",
                                first->second, person.slug),
                    "to give one of them its own: mentor check --fix");
    }
}

void refuse_empty(const std::optional<std::string>& place, std::string_view option,
                  const char* what) {
    if (place && place->empty())
        throw Error(Exit::usage, fmt::format("{} needs the name of {}", option, what));
}

// Whatever --force says.
void refuse_wrong_place(const View& view, const ExportOptions& options) {
    refuse_empty(options.file, "-o", "a file, or - for standard output");
    refuse_empty(options.folder, "--vdir", "a folder");
    if (is_printed(options)) return;
    const std::filesystem::path file = *options.file;
    if (view.is_own(file))
        throw Error(Exit::usage,
                    fmt::format("{} is a file of mentor's own, of the journal or the configuration",
                                in_line(*options.file)),
                    "name one elsewhere for the export");
    if (view.host.find_traits(file).value_or(Traits()).is_folder)
        throw Error(Exit::usage, fmt::format("{} is a folder", in_line(*options.file)),
                    "name a file in it");
    const Folder folder = view.host.canonical(file.parent_path());
    if (!view.host.find_traits(folder).value_or(Traits()).is_folder)
        throw Error(Exit::system,
                    fmt::format("can't write {}: there is no folder {}", in_line(*options.file),
                                in_line(folder)),
                    "nothing was changed; make the folder, or name another");
}

[[noreturn]] void refuse(const std::string& file) {
    throw Error(Exit::usage, fmt::format("{} is there already", in_line(file)),
                "give another name, or --force to put the export in its place");
}

void refuse_closed(const Host& host, const Folder& folder, const std::string& place) {
    if (host.find_traits(folder).value_or(Traits()).can_be_written) return;
    throw Error(
        Exit::system,
        fmt::format("can't write {}: nothing can be put into {}", in_line(place), in_line(folder)),
        "nothing was changed; see who may write there, or name another folder");
}

// Before a uid is written for it: whether the export can be put there.
void try_file(const View& view, const ExportOptions& options) {
    refuse_existing(view, options);
    if (is_printed(options) || is_passed_on(view, *options.file)) return;
    view.host.find_text(*options.file); // what is there has to be a file
    refuse_closed(view.host, view.host.canonical(*options.file).parent_path(), *options.file);
}

void try_folder(Session& session, const Folder& folder) {
    session.host.list(folder);
    if (!session.globals.dry_run) session.host.make_folder(folder);
    refuse_closed(session.host, session.host.canonical(folder), folder);
}

// A file of a newer format is only read: it gets no uid, and without one isn't exported.
void tell_of_those_without(View& view, const std::vector<Relationship>& people,
                           const std::vector<std::string>& slugs) {
    for (const Relationship& person : people) {
        if (!person.uid.empty() || person.format <= newest_format) continue;
        if (std::ranges::find(slugs, person.slug) == slugs.end()) continue;
        view.tell_broken({.what = fmt::format("this file has format {} and no uid, by which other "
                                              "programs would know it: it isn't exported",
                                              person.format),
                          .advice = "a newer mentor can write one",
                          .file = person.slug + ".toml"});
    }
}

} // namespace

void declare_who(Declaration& declaration, ExportOptions& options) {
    declaration.argument(options.who, "WHO", "only these people");
}

void declare_since(Declaration& declaration, ExportOptions& options, std::string help) {
    declaration.option(options.since, "--since", "DATE", std::move(help));
}

void declare_file(Declaration& declaration, ExportOptions& options) {
    declaration.option(options.file, "-o,--output", "FILE",
                       "into this file, at once or not at all");
    declaration.flag(options.force, "--force", "in the place of a file that is there");
}

void declare_folder(Declaration& declaration, ExportOptions& options) {
    declaration.option(options.folder, "--vdir", "DIR",
                       "a file for each into this folder, as vdirsyncer shares it");
}

Date since_of(const View& view, const ExportOptions& options) {
    return options.since ? view.past(*options.since) : Date::min();
}

std::vector<std::string> slugs_to_export(View& view, const ExportOptions& options) {
    view.require_journal();
    auto slugs = options.who.empty() ? view.slugs() : view.slugs_for(options.who);
    std::ranges::sort(slugs);
    slugs.erase(std::unique(slugs.begin(), slugs.end()), slugs.end());
    return slugs;
}

std::vector<Relationship> people_to_export(View& view, const ExportOptions& options) {
    const auto slugs = slugs_to_export(view, options);
    if (slugs.empty()) {
        say_empty(view);
        return {};
    }
    return view.load(slugs);
}

std::vector<Relationship> without_private_entries(const View& view,
                                                  std::vector<Relationship> people) {
    if (view.output().is_passed_on())
        for (Relationship& person : people)
            std::erase_if(person.log, &LogEntry::is_private);
    return people;
}

void refuse_existing(const View& view, const ExportOptions& options) {
    if (is_printed(options) || options.force || is_passed_on(view, *options.file)) return;
    if (view.host.exists(*options.file)) refuse(*options.file);
}

void deliver(View& view, const ExportOptions& options, const std::string& text,
             const std::string& what) {
    refuse_wrong_place(view, options);
    if (is_printed(options)) {
        print(view, text);
        return;
    }
    const std::string& file = *options.file;
    const bool passes_on = is_passed_on(view, file);
    const FileText before = passes_on ? std::nullopt : view.host.find_text(file);
    if (before == text) {
        view.say(Page{sentence("{} holds {} already.", file, what)});
        return;
    }
    refuse_existing(view, options);
    if (view.globals.dry_run) {
        view.say(Page{sentence("Would write {} to {}.", what, file)});
        return;
    }
    if (passes_on)
        view.pass_on(file, text);
    else
        view.write_out(file, before, text);
    view.say(Page{sentence("Wrote {} to {}.", what, file)});
}

std::optional<std::vector<Relationship>> with_uids(Session& session, View& view,
                                                   const ExportOptions& options,
                                                   const std::vector<std::string>& slugs) {
    refuse_wrong_place(view, options);
    if (options.file && options.folder)
        throw Error(Exit::usage, "-o and --vdir exclude each other", "give one");
    if (slugs.empty()) {
        say_empty(view);
        return std::vector<Relationship>();
    }
    auto people = view.load();
    refuse_twin_uids(people);
    tell_of_those_without(view, people, slugs);
    const auto lacking = without_uid(people, with_sharers(people, slugs));
    if (lacking.empty()) return people;
    if (options.folder)
        try_folder(session, *options.folder);
    else
        try_file(view, options);
    give_uids(session, lacking, people);
    if (session.globals.dry_run) return std::nullopt;
    return people;
}

void deliver(Session& session, const ExportOptions& options, const ItemsExport& items) {
    if (options.folder) {
        // Of a file that can't be read nobody knows what it holds.
        write_vdir(session, *options.folder, items.each, session.met_broken_file());
    } else {
        deliver(static_cast<View&>(session), options, items.whole, items.what);
    }
}

void say_empty(View& view) {
    view.say(
        Page{suggestion("The journal is empty, and so is the export. To begin:", "mentor add")});
}

} // namespace mentor
