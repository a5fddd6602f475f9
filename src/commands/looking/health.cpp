// SPDX-License-Identifier: MIT

#include "core/rules/looking/health.hpp"

#include "commands/commands.hpp"
#include "core/by_name.hpp"
#include "core/parallel.hpp"
#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/health_report.hpp"
#include "session/view.hpp"

#include <algorithm>

namespace mentor::commands::health {
namespace {

struct Options {
    std::vector<std::string> who;
    std::vector<std::string> signals, standings;
    bool all = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "these people, with all their signals");
    declaration
        .option(options.signals, "--signal", "NAME", "only these: " + join(signal_names(), ", "))
        .offers([](View&, const std::string&) { return candidates_of(signal_names()); });
    declaration
        .option(options.standings, "--standing", "STANDING",
                "only signals that stand so: " + join(standing_names(), ", "))
        .offers([](View&, const std::string&) { return candidates_of(standing_names()); });
    declaration.flag(options.all, "--all", "also people without check-ins");
}

Exit run(View& view, const Options& options) {
    require_words(options.signals, signal_names(), "--signal");
    require_words(options.standings, standing_names(), "--standing");
    auto people = view.load(view.slugs_for(options.who), Extent::outline);
    std::size_t left_out = 0;
    if (options.who.empty() && !options.all)
        left_out = std::erase_if(people, [&](const Relationship& person) {
            return !next_check_in(person, view.config, view.today());
        });
    const bool chosen = !options.signals.empty() || !options.standings.empty();
    std::vector<Health> healths(people.size());
    for_each_index(people.size(), [&](std::size_t i) {
        healths[i] = mentor::health(people[i], view.config, view.today());
        std::erase_if(healths[i].signals, [&](const Signal& signal) {
            return !accepts(options.signals, to_text(signal.kind())) ||
                   !accepts(options.standings, to_text(signal.standing));
        });
    });
    std::erase_if(healths, [](const Health& person) { return person.signals.empty(); });
    sort_by_name(healths,
                 [](const Health& person) { return std::string_view(person.relationship->name); });
    Report report =
        health_report(healths, chosen || !options.who.empty(), view.today(), view.needs());
    if (healths.empty() && chosen && !people.empty()) report.page = {sentence("No signal fits.")};
    if (people.empty() && left_out > 0)
        report.page = {sentence("Nobody has check-ins. Everyone: mentor health --all")};
    view.show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "health",
    Chapter::looking,
    "How the two of you are doing: what the log and the pulse show",
    "Each signal comes with its figures, and where it asks for attention, with one thing to\n"
    "do. Without WHO, what asks for attention with anyone. mentor(1) says how each is judged.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::health
