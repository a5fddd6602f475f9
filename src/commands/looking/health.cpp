// SPDX-License-Identifier: MIT

#include "core/rules/looking/health.hpp"

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/health_report.hpp"
#include "session/view.hpp"

#include <algorithm>

namespace mentor {
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
    auto people = view.load(view.slugs_for(options.who));
    std::size_t left_out = 0;
    if (options.who.empty() && !options.all)
        left_out = std::erase_if(people, [&](const Relationship& person) {
            return !next_check_in(person, view.config, view.today());
        });
    std::ranges::stable_sort(people, {}, [](const auto& person) { return fold(person.name); });

    const bool chosen = !options.signals.empty() || !options.standings.empty();
    std::vector<Health> healths;
    for (const Relationship& person : people) {
        Health made = health(person, view.config, view.today());
        std::erase_if(made.signals, [&](const Signal& signal) {
            return !accepts(options.signals, to_text(signal.kind())) ||
                   !accepts(options.standings, to_text(signal.standing));
        });
        if (!made.signals.empty()) healths.push_back(std::move(made));
    }
    Report report = health_report(healths, chosen || !options.who.empty(), view.today());
    if (healths.empty() && chosen && !people.empty()) report.page = {sentence("No signal fits.")};
    if (people.empty() && left_out > 0)
        report.page = {sentence("Nobody has check-ins. Everyone: mentor health --all")};
    view.show(report);
    return Exit::done;
}

} // namespace

const Command health_command{
    "health",
    Chapter::looking,
    "How the two of you are doing: what the log and the pulse show",
    "Each signal comes with its figures, and where it asks for attention, with one thing to\n"
    "do. Without WHO, what asks for attention with anyone. mentor(1) says how each is judged.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
