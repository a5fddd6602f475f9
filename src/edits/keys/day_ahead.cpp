// SPDX-License-Identifier: MIT

#include "edits/keys/day_ahead.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {

void declare_day_ahead(Declaration& declaration, DayAhead& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.when, "WHEN", "a day, such as thu, 3w or 12 dec");
    declaration.flag(options.clear, "--clear", "take it back");
}

Exit change_day(Session& session, const DayAhead& options, std::string_view command,
                const std::string& key, const std::optional<Moment>& when,
                const std::string& message) {
    if (!options.clear && !when) {
        throw Error(Exit::usage, fmt::format("`mentor {}` needs a day", command),
                    fmt::format("write: mentor {0} {1} 2w\n"
                                "to take one away: mentor {0} {1} --clear",
                                command, shell_word(options.who)));
    }
    if (options.clear && when) {
        throw Error(Exit::usage, "a day and --clear exclude each other", "give one");
    }
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = record.relationship.name;
            return options.clear ? record.document.without({key})
                                 : record.document.with_value({key}, *when);
        });
    session.saved(changes, {sentence(fmt::runtime(message), name)});
    return Exit::done;
}

std::optional<Moment> take_when(Session& session, const DayAhead& options,
                                const std::string& question, WayOut way_out) {
    const auto parse = [&](const std::string& text) {
        const Moment when = parse_moment(text, session.calendar, Reading::future);
        if (when.date >= session.today()) return when;
        throw Error(Exit::usage, fmt::format("{} has passed", to_words(when.date)),
                    "give a day from today on\n" + way_out(options, when.date));
    };
    if (!options.when.empty()) return parse(join(options.when, " "));
    if (options.clear || !session.interactive()) return std::nullopt;
    return ask_for(session, {question, "", "a day, such as thu, 3w or 12 dec", {}}, parse);
}

} // namespace mentor
