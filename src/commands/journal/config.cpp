// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/keys/keys.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "report/pages/journal/config_report.hpp"
#include "session/offered_words.hpp"
#include "session/programs.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::config {
namespace {

struct Options {
    std::optional<std::string> key;
    std::vector<std::string> value;
    Output output;
};

std::vector<Candidate> offer_keys(View&, const std::string&) {
    std::vector<Candidate> keys;
    for (const Key& key : config_keys())
        if (!key.name.ends_with(".*")) keys.push_back({std::string(key.name), ""});
    return keys;
}

std::vector<Candidate> offer_values(View&, const std::string& key) {
    return candidates_of(words_for(find_key(key, config_keys()).type));
}

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.key, "KEY", "the key, such as within or cadence.mentor")
        .offers(offer_keys);
    declaration.argument(options.value, "VALUE", "its new value; \"\" takes the key away")
        .offers(offer_values);
    declare_output(declaration, options.output);
}

// The value that holds for every key, whether the file says it or not.
std::vector<Setting> settings_of(const Session& session, const Document& document) {
    const Config& config = session.config;
    const Program editor = find_editor(session.host, config);
    const Program pager = find_pager(session.host, config);
    std::vector<Setting> settings{
        {"journal", session.journal.folder().string(), session.journal_from},
        {editor.key, editor.text, editor.from},
        {pager.key, pager.text, pager.from},
        {"color", std::string(to_text(config.color)), ""},
        {"within", to_text(config.within), ""},
        {"cadence.mentor", to_text(config.cadence.mentor), ""},
        {"cadence.mentee", to_text(config.cadence.mentee), ""},
        {"cadence.peer", to_text(config.cadence.peer), ""},
        {"cadence.alumni", to_text(config.cadence.alumni), ""},
    };
    for (const auto& [tag, cadence] : config.cadence.tags) {
        settings.push_back({"cadence.tags." + tag, to_text(cadence), ""});
    }
    settings.push_back({"week_starts", to_text(config.week_starts), ""});
    for (const auto& kind : config.kinds.names()) {
        if (!document.contains({"kinds", kind})) continue;
        settings.push_back(
            {"kinds." + kind, std::string(to_text(config.kinds.class_of(kind))), ""});
    }
    settings.push_back({"me.name", config.me.name, ""});
    settings.push_back({"me.goal", config.me.goal, ""});
    settings.push_back({"me.values", join(config.me.values, ", "), ""});
    settings.push_back({"me.looking_for", join(config.me.looking_for, ", "), ""});
    settings.push_back({"me.obstacles", config.me.obstacles, ""});
    settings.push_back({"sync.message", std::string(to_text(config.sync_message)), ""});
    for (const NamedStyle& named : named_styles())
        settings.push_back({fmt::format("colors.{}", named.name),
                            to_text(config.styles[named.style]), "", named.style});
    for (auto& setting : settings) {
        if (!setting.from.empty()) continue;
        setting.from = document.contains(path_of(setting.key)) ? "config.toml" : "default";
    }
    return settings;
}

Exit write_setting(Session& session, const Key& key, const std::string& text) {
    const auto value = text.empty()
                           ? std::nullopt
                           : std::optional(parse_value(key, text, session.calendar, session.host));
    const auto changes = session.config_file.set(path_of(key.name), value);
    session.saved(changes, {sentence(value ? fmt::format("{} is now {}.", key.name, said(*value))
                                           : fmt::format("{} is back to its default.", key.name))});
    return Exit::done;
}

// `config cadence.mentor=3w` is how `mentor set` writes it.
void refuse_assignment(const std::string& key) {
    const auto equals = key.find('=');
    if (equals == std::string::npos) return;
    throw Error(
        Exit::usage, fmt::format("there is no key '{}' to set", key),
        to_type("write: mentor config {} {}", key.substr(0, equals), key.substr(equals + 1)));
}

bool begins_keys(const std::string& table) {
    return std::ranges::any_of(config_keys(),
                               [&](const auto& key) { return key.name.starts_with(table); });
}

Exit run(Session& session, const Options& options) {
    if (options.key) refuse_assignment(*options.key);
    if (options.key && !options.value.empty()) {
        refuse_output(options.output, "nothing of the configuration is private: leave it out");
        return write_setting(session, find_key(*options.key, config_keys()),
                             trim(join(options.value, " ")));
    }
    auto settings = settings_of(session, session.config_file.document());
    if (options.key) {
        // A table, such as "cadence", stands for all its keys.
        const std::string table = *options.key + ".";
        std::erase_if(settings, [&](const auto& setting) {
            return setting.key != *options.key && !setting.key.starts_with(table);
        });
        if (settings.empty() && !begins_keys(table)) find_key(*options.key, config_keys());
    }
    Report report = config_report(settings, session.today());
    if (settings.empty()) {
        report.page = {sentence("{} isn't set.", *options.key)};
    }
    session.view(options.output).show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "config",
    Chapter::journal,
    "Show the settings, or change one",
    "Each with where it comes from. The file keeps its comments.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::config
