// SPDX-License-Identifier: MIT

#include "session/setup.hpp"

#include "core/text.hpp"
#include "session/view.hpp"

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

JournalPlace find_journal(const Host& host, const Globals& globals, const Config& config) {
    if (globals.journal) return {*globals.journal, "MENTOR_DIR"};
    if (auto named = host.variable("MENTOR_DIR")) return {expand(host, *named), "MENTOR_DIR"};
    if (!config.journal.empty()) return {expand(host, config.journal), "config.toml"};
    return {base_folder(host, "XDG_DATA_HOME", ".local/share") / "mentor", "default"};
}

Folder find_state_folder(const Host& host) {
    return base_folder(host, "XDG_STATE_HOME", ".local/state") / "mentor";
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

} // namespace

void declare_globals(Declaration& declaration, Globals& globals) {
    declaration.option(globals.today, "--today", "DATE", "act as if it were this day");
    declaration.option(globals.color, "--color", "WHEN", "auto, always or never")
        .offers([](View&, const std::string&) { return candidates_of(color_names()); });
    declaration.flag(globals.no_pager, "--no-pager", "print long output straight through");
    declaration.flag(globals.no_input, "--no-input", "never ask; a missing answer is an error");
    declaration.flag(globals.dry_run, "--dry-run", "show what would change, and change nothing");
    declaration.flag(globals.yes, "-y,--yes", "answer yes to every confirmation");
    declaration.flag(globals.resume, "--resume", "go on with the answers that were kept");
    declaration.flag(globals.help, "-h,--help", "explain the command");
    declaration.flag(globals.version, "-V,--version", "print the version");
}

Setup::Setup(Host& machine, const Globals& options, std::string command, UndoLog::Tell tell)
    : host(machine), globals(options),
      kept_answers(machine, find_state_folder(machine) / "answers"),
      undo_log(machine, find_state_folder(machine) / "undo", std::move(command),
               options.dry_run ? Writing::dry : Writing::real, std::move(tell)),
      config_file(machine, undo_log, find_config_file(machine)),
      config(take(config_file.read(), config_fault, knows_journal)),
      place(find_journal(machine, options, config)), journal(machine, undo_log, place.folder),
      calendar(find_calendar(machine, options, config)) {
    wants_color(host, globals, config, false);
    knows_journal = knows_journal || place.from == "MENTOR_DIR";
}

void Setup::read_config_again() {
    ConfigFile::Reading reading = config_file.read();
    config = std::move(reading.config);
    config_fault = std::move(reading.fault);
}

namespace {

bool is_dumb(const Host& host) {
    return host.variable("TERM").value_or("dumb") == "dumb";
}

} // namespace

// NO_COLOR (no-color.org), CLICOLOR_FORCE (bixense.com/clicolors) and a dumb terminal, below what
// the command line and the configuration say.
bool wants_color(const Host& host, const Globals& globals, const Config& config, bool terminal) {
    const auto color = globals.color ? find_color(fold(*globals.color)) : config.color;
    if (!color) {
        throw Error(Exit::usage, fmt::format("--color can't be '{}'", *globals.color),
                    fmt::format("it is one of: {}", join(color_names(), ", ")));
    }
    if (*color != Color::when_seen) return *color == Color::always;
    if (host.variable("NO_COLOR")) return false;
    if (auto force = host.variable("CLICOLOR_FORCE"); force && *force != "0") return true;
    return terminal && !is_dumb(host);
}

// As terminals have come to say it: "truecolor", and "24bit" in some.
bool has_exact_colors(const Host& host) {
    const std::string depth = fold(host.variable("COLORTERM").value_or(""));
    return depth == "truecolor" || depth == "24bit";
}

// The first of these that is set is the one that counts (POSIX, 8.2).
bool has_blocks(const Host& host) {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (const auto locale = host.variable(name))
            return !is_dumb(host) && (fold(*locale).find("utf-8") != std::string::npos ||
                                      fold(*locale).find("utf8") != std::string::npos);
    return false;
}

} // namespace mentor
