// SPDX-License-Identifier: MIT

#include "keys.hpp"

#include "mentor/commands/commands.hpp"
#include "mentor/commands/session.hpp"
#include "mentor/core/text.hpp"
#include "mentor/report/reports.hpp"
#include "mentor/store/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::optional<std::string> key;
    std::vector<std::string> value;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.key, "KEY", "the key, such as within or cadence.mentor");
    declaration.argument(options.value, "VALUE", "its new value; \"\" takes the key away");
    declare_output(declaration, options.output);
}

std::string weekday_word(std::chrono::weekday day) {
    constexpr const char* names[] = {"sunday",   "monday", "tuesday", "wednesday",
                                     "thursday", "friday", "saturday"};
    return names[day.c_encoding()];
}

// The value that holds for every key, whether the file says it or not.
std::vector<Setting> settings_of(const Session& session, const Document& document) {
    const Config& config = session.config;
    std::vector<Setting> settings{
        {"journal", session.journal.folder().string(), session.journal_from},
        {"editor", join(session.editor().words, " "), session.editor().from},
        {"pager", join(session.pager().words, " "), session.pager().from},
        {"color", config.color.empty() ? "auto" : config.color, ""},
        {"within", to_text(config.within), ""},
        {"cadence.mentor", to_text(config.cadence.mentor), ""},
        {"cadence.mentee", to_text(config.cadence.mentee), ""},
        {"cadence.peer", to_text(config.cadence.peer), ""},
        {"cadence.alumni", to_text(config.cadence.alumni), ""},
    };
    for (const auto& [tag, cadence] : config.cadence.tags) {
        settings.push_back({"cadence.tags." + tag, to_text(cadence), ""});
    }
    settings.push_back({"week_starts", weekday_word(config.week_starts), ""});
    for (const auto& kind : config.kinds.names()) {
        if (!document.contains({"kinds", kind})) continue;
        settings.push_back(
            {"kinds." + kind, std::string(to_text(config.kinds.class_of(kind))), ""});
    }
    settings.push_back({"me.name", config.me.name, ""});
    settings.push_back({"me.goal", config.me.goal, ""});
    settings.push_back({"me.values", join(config.me.values, ", "), ""});
    settings.push_back({"me.looking_for", config.me.looking_for, ""});
    for (auto& setting : settings) {
        if (!setting.from.empty()) continue;
        setting.from = document.contains(path_of(setting.key)) ? "config.toml" : "default";
    }
    return settings;
}

void check_value(const SettableKey& key, const Document& document) {
    const auto faults = inspect_config(document);
    const auto fault = std::ranges::find(faults, Severity::error, &Diagnostic::severity);
    if (fault != faults.end()) {
        throw Error(Exit::usage, fmt::format("{} can't be that: {}", key.name, fault->what),
                    fault->advice);
    }
}

Document read_document(const Session& session) {
    return Document::parse(session.host.find_text(session.config_file).value_or(""),
                           session.config_file.filename().string());
}

Exit write_setting(Session& session, const SettableKey& key, const std::string& text) {
    const Folder folder = session.config_file.parent_path();
    if (!session.globals.dry_run) session.host.make_folder(folder);
    const auto lock = session.globals.dry_run ? nullptr : session.host.lock(folder);
    const Document document = read_document(session);
    const Path path = path_of(key.name);
    const Document changed =
        text.empty() ? document.without(path)
                     : document.with_value(path, parse_value(key, text, session.calendar));
    check_value(key, changed);
    const std::string name = session.config_file.filename().string();
    const std::vector<Change> changes{{name, document.text(), changed.text()}};
    if (!session.globals.dry_run) {
        session.host.write({{session.config_file, changed.text()}});
    }
    session.saved(changes,
                  {Paragraph{{{text.empty() ? fmt::format("{} is back to its default.", key.name)
                                            : fmt::format("{} is now {}.", key.name, text)}}}});
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    if (options.key && !options.value.empty()) {
        return write_setting(session, find_key(*options.key, config_keys()),
                             trim(join(options.value, " ")));
    }
    auto settings = settings_of(session, read_document(session));
    if (options.key) {
        const SettableKey key = find_key(*options.key, config_keys());
        std::erase_if(settings, [&](const auto& setting) { return setting.key != key.name; });
    }
    session.show(config_report(settings, session.today()), options.output);
    return Exit::done;
}

} // namespace

const Command config_command{
    "config",
    Chapter::journal,
    "Show the settings, or change one",
    "Each with where it comes from. The file keeps its comments.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
