// SPDX-License-Identifier: MIT

#include "session/session.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/faces/diagnostic_face.hpp"
#include "report/faces/diff.hpp"
#include "report/faces/json_face.hpp"
#include "report/faces/look.hpp"
#include "report/faces/markdown_face.hpp"
#include "report/faces/template_face.hpp"
#include "report/faces/terminal_face.hpp"
#include "session/programs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

// The folder that a variable of the XDG Base Directory Specification names, or its default below
// HOME.
Folder base_folder(const Host& host, std::string_view variable, std::string_view below_home) {
    // The specification says that a relative path is to be ignored.
    if (auto named = host.variable(variable); named && named->starts_with('/')) return *named;
    return Folder(host.variable("HOME").value_or("/")) / below_home;
}

// A path as people write it in a configuration: "~/" is the home folder.
Folder expand(const Host& host, const std::string& path) {
    if (path == "~" || path.starts_with("~/")) {
        return Folder(host.variable("HOME").value_or("/")) /
               path.substr(std::min<std::size_t>(2, path.size()));
    }
    return path;
}

std::filesystem::path find_config_file(const Host& host) {
    if (auto named = host.variable("MENTOR_CONFIG")) {
        const std::filesystem::path file = *named;
        // Its folder is locked and listed, and so needs a name.
        return file.has_parent_path() ? file : "." / file;
    }
    return base_folder(host, "XDG_CONFIG_HOME", ".config") / "mentor" / "config.toml";
}

Config take(ConfigFile::Reading reading, std::optional<Diagnostic>& fault, bool& knows_journal) {
    fault = std::move(reading.fault);
    knows_journal = reading.knows_journal;
    return std::move(reading.config);
}

std::pair<Folder, std::string> find_journal(const Host& host, const Config& config) {
    if (auto named = host.variable("MENTOR_DIR")) return {expand(host, *named), "MENTOR_DIR"};
    if (!config.journal.empty()) return {expand(host, config.journal), "config.toml"};
    return {base_folder(host, "XDG_DATA_HOME", ".local/share") / "mentor", "default"};
}

Folder find_undo_folder(const Host& host) {
    return base_folder(host, "XDG_STATE_HOME", ".local/state") / "mentor" / "undo";
}

Calendar find_calendar(const Host& host, const Globals& globals, const Config& config) {
    Calendar calendar{host.now().date, config.week_starts};
    if (auto today = host.variable("MENTOR_TODAY")) {
        try {
            calendar.today = parse_date(*today, calendar, Reading::past);
        } catch (const Error& error) {
            // Nobody typed it just now: say where it stands.
            Diagnostic diagnostic = error.diagnostic();
            diagnostic.what = "MENTOR_TODAY: " + diagnostic.what;
            throw Error(error.exit(), diagnostic);
        }
    }
    if (globals.today) calendar.today = parse_date(*globals.today, calendar, Reading::past);
    return calendar;
}

// NO_COLOR (no-color.org), CLICOLOR_FORCE (bixense.com/clicolors) and a dumb terminal, below what
// the command line and the configuration say.
bool wants_colour(const Host& host, const Globals& globals, const Config& config, bool terminal) {
    std::string when = globals.color.value_or(config.color);
    if (when == "always") return true;
    if (when == "never") return false;
    if (!when.empty() && when != "auto") {
        throw Error(Exit::usage, fmt::format("--color can't be '{}'", when),
                    "it is one of: auto, always, never");
    }
    if (host.variable("NO_COLOR")) return false;
    if (auto force = host.variable("CLICOLOR_FORCE"); force && *force != "0") return true;
    return terminal && host.variable("TERM").value_or("dumb") != "dumb";
}

Look look_of(const Session& session, bool terminal) {
    return {.columns = terminal ? session.host.columns() : 0,
            .styled = wants_colour(session.host, session.globals, session.config, terminal)};
}

} // namespace

void declare_globals(Declaration& declaration, Globals& globals) {
    declaration.option(globals.today, "--today", "DATE", "act as if it were this day");
    declaration.option(globals.color, "--color", "WHEN", "auto, always or never");
    declaration.flag(globals.no_pager, "--no-pager", "print long output straight through");
    declaration.flag(globals.no_input, "--no-input", "never ask; a missing answer is an error");
    declaration.flag(globals.dry_run, "--dry-run", "show what would change, and change nothing");
    declaration.flag(globals.yes, "-y,--yes", "answer yes to every confirmation");
    declaration.flag(globals.help, "-h,--help", "explain the command");
    declaration.flag(globals.version, "--version", "print the version");
}

Session::Session(Host& machine, const Globals& options, std::string command)
    : host(machine), globals(options),
      undo_log(machine, find_undo_folder(machine), std::move(command),
               options.dry_run ? Writing::dry : Writing::real),
      config_file(machine, undo_log, find_config_file(machine)),
      config(take(config_file.read(), config_fault, knows_journal)),
      journal(machine, undo_log, find_journal(machine, config).first),
      journal_from(find_journal(machine, config).second),
      calendar(find_calendar(machine, options, config)) {
    wants_colour(host, globals, config, false);
    knows_journal = knows_journal || journal_from == "MENTOR_DIR";
    met_broken_file = config_fault.has_value();
}

bool Session::interactive() const {
    return host.input_is_terminal() && host.output_is_terminal() && !globals.no_input;
}

Look Session::look_of_output() const {
    return look_of(*this, host.output_is_terminal());
}
Look Session::look_of_error() const {
    return look_of(*this, host.error_is_terminal());
}

void Session::read_config_again() {
    auto [read, fault, _] = config_file.read();
    config = std::move(read);
    config_fault = std::move(fault);
    met_broken_file = config_fault.has_value();
}

void Session::require_journal() const {
    if (!knows_journal) {
        throw Error(
            Exit::broken, "the configuration says where the journal is, and can't be read",
            fmt::format("mend {}, or name the journal in MENTOR_DIR", config_file.path().string()));
    }
    if (journal.exists()) return;
    throw Error(Exit::usage, fmt::format("there is no journal at {}", journal.folder().string()),
                "begin with: mentor init");
}

std::vector<Relationship> Session::load(const std::vector<std::string>& slugs) {
    require_journal();
    Contents contents = journal.load(slugs);
    tell_broken(contents.broken);
    return std::move(contents.relationships);
}

void Session::visit(const std::vector<std::string>& slugs, const Journal::Visit& visit) {
    tell_broken(journal.visit(slugs, visit));
}

Date Session::past(std::string_view text) const {
    return parse_date(text, calendar, Reading::past);
}

Date Session::future(std::string_view text) const {
    return parse_date(text, calendar, Reading::future);
}

Date Session::happened(const std::optional<std::string>& text) const {
    if (!text) return today();
    const Date date = past(*text);
    if (date <= today()) return date;
    throw Error(Exit::usage, fmt::format("{} lies ahead", to_words(date)),
                "give a day up to today");
}

void Session::tell(const Diagnostic& diagnostic) {
    host.write_error(to_terminal(diagnostic, look_of_error()));
}

void Session::tell_broken(const std::vector<Diagnostic>& faults) {
    for (const auto& fault : faults)
        tell(fault);
    met_broken_file = met_broken_file || !faults.empty();
}

void Session::say(const Page& message) {
    host.write_error(to_terminal(message, look_of_error()));
}

void Session::say(std::string_view line) {
    say(Page{sentence(std::string(line))});
}

void Session::saved(const std::vector<Change>& changes, const Page& message) {
    if (!globals.dry_run) {
        say(message);
        if (undo_log.fault()) tell(*undo_log.fault());
        return;
    }
    for (const auto& change : changes) {
        const std::string text = diff(change.file.filename().string(), change.before, change.after);
        host.write_output(host.output_is_terminal() ? visible(text) : text);
    }
    say(changes.empty() ? "Nothing would change." : "Nothing was written: this is a dry run.");
}

bool Session::confirm(const std::string& question) {
    if (globals.yes || globals.dry_run) return true;
    if (!interactive()) {
        throw Error(Exit::usage, "this wants a yes, and nobody can be asked", "give it with --yes");
    }
    const std::string answer = fold(host.ask({.question = question + " (yes/no)",
                                              .preset = "no",
                                              .hint = "",
                                              .candidates = {"yes", "no"}}));
    return answer == "y" || answer == "yes";
}

void require_word(std::string_view word, const std::vector<std::string>& known,
                  std::string_view option) {
    if (std::ranges::find(known, word) != known.end()) return;
    throw Error(Exit::usage, fmt::format("{} can't be '{}'", option, word),
                fmt::format("it is one of: {}", join(known, ", ")));
}

void require_words(const std::vector<std::string>& words, const std::vector<std::string>& known,
                   std::string_view option) {
    for (const auto& word : words)
        require_word(word, known, option);
}

bool accepts(const std::vector<std::string>& wanted, std::string_view word) {
    return wanted.empty() || std::ranges::find(wanted, word) != wanted.end();
}

// --- the faces of a report

void declare_output(Declaration& declaration, Output& output) {
    declaration.flag(output.json, "--json", "print one JSON object");
    declaration.flag(output.jsonl, "--jsonl", "print one JSON object a line and item");
    declaration.option(output.format, "--format", "FORMAT",
                       "text, json, jsonl, md, or a template such as '{slug}\\t{name}'");
    declaration.flag(output.count, "--count", "print how many there are, and nothing else");
    declaration.flag(output.null, "-0,--null", "end lines with NUL, for xargs -0");
    declaration.flag(output.is_private, "--private", "with --format md: private entries in full");
}

Relationship for_output(Relationship relationship, const Output& output) {
    if (output.format != "md" || output.is_private) return relationship;
    return without_private_words(std::move(relationship));
}

std::vector<Relationship> for_output(std::vector<Relationship> people, const Output& output) {
    for (Relationship& person : people)
        person = for_output(std::move(person), output);
    return people;
}

namespace {

void show_page(Session& session, const Page& page) {
    const std::string text = to_terminal(page, session.look_of_output());
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (session.host.output_is_terminal() && !session.globals.no_pager &&
        lines >= session.host.rows()) {
        if (session.host.run(words_of(find_pager(session.host, session.config), session.host),
                             text) != 127)
            return;
    }
    session.host.write_output(text);
}

} // namespace

void Session::show(const Report& report, const Output& output) {
    const char end = output.null ? '\0' : '\n';
    const std::string format = output.json    ? "json"
                               : output.jsonl ? "jsonl"
                                              : output.format.value_or("text");
    if (int{output.json} + int{output.jsonl} + int{output.format.has_value()} > 1) {
        throw Error(Exit::usage, "--json, --jsonl and --format exclude each other", "give one");
    }
    if (output.count && (output.json || output.jsonl || output.format)) {
        throw Error(Exit::usage,
                    "--count prints a number, and takes no --json, --jsonl or --format",
                    "give one");
    }
    const bool has_lines =
        output.count || format == "jsonl" || format.find('{') != std::string::npos;
    if (output.null && !has_lines) {
        throw Error(Exit::usage, "-0 ends each item with a NUL, and here an item isn't a line",
                    "give it with --jsonl, --count or a template: --format '{slug}'");
    }
    if (output.count) {
        host.write_output(fmt::format("{}{}", report.items.size(), end));
    } else if (format == "json") {
        host.write_output(to_json(report));
    } else if (format == "jsonl") {
        host.write_output(to_jsonl(report, end));
    } else if (format == "md") {
        host.write_output(to_markdown(report.page));
    } else if (format.find('{') != std::string::npos) {
        const Values values = host.output_is_terminal() ? Values::visible : Values::exact;
        host.write_output(to_template(report, format, end, values));
    } else if (format == "text") {
        show_page(*this, report.page);
    } else {
        throw Error(Exit::usage, fmt::format("there is no format '{}'", format),
                    "it is one of text, json, jsonl, md, or a template such as '{slug}'");
    }
}

} // namespace mentor
