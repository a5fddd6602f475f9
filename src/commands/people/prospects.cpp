// SPDX-License-Identifier: MIT

#include "core/rules/people/prospects.hpp"

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "report/pages/people/prospects_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace mentor::commands::prospects {
namespace {

struct Options {
    std::vector<std::string> who;
    bool all = false, compare = false;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declaration.flag(options.compare, "--compare",
                     "side by side, by the criteria of me.looking_for");
    declaration.flag(options.all, "--all", "also those who declined, or whom you let go");
}

bool is_prospect(const Relationship& person) {
    return person.stage == Stage::prospect || person.stage == Stage::declined;
}

void refuse_stage(const Relationship& person) {
    throw Error(
        Exit::usage,
        fmt::format("{} is no prospect: the stage is {}", person.name, to_text(person.stage)),
        to_type("what is known of them: mentor show {}", person));
}

Exit run(View& view, const Options& options) {
    const auto wanted = view.slugs_for(options.who);
    // Everyone: any of them may know a prospect.
    const auto people = view.load();
    const auto introduced = introduced_among(acquaintances_of(people));
    std::vector<ProspectLine> lines;
    for (const Relationship& person : people) {
        const bool named = std::ranges::find(wanted, person.slug) != wanted.end();
        if (named && !is_prospect(person)) refuse_stage(person);
        const bool listed = person.stage == Stage::prospect || (options.all && is_prospect(person));
        if (wanted.empty() ? listed : named)
            lines.push_back({prospect_of(person, view.config, view.today()),
                             introducers_of(person, people, introduced)});
    }
    std::ranges::stable_sort(lines, {}, [](const ProspectLine& line) {
        return std::make_tuple(line.prospect.progress, line.prospect.step_on.value_or(Date::max()));
    });
    const auto report = options.compare ? comparison_report : prospects_report;
    view.show(report(lines, view.config.me, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "prospects",
    Chapter::people,
    "Those you hope for: how far each is, and the next step",
    "Who answered comes first, then whom you wait for, whom to write to and whom to find out "
    "about.\n"
    "Above them stands what you look for: me.looking_for, me.goal, me.obstacles and me.values of "
    "the configuration. How a criterion is met: mentor set WHO fit.CRITERION=TEXT, and then "
    "--compare.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::prospects
