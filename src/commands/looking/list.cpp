// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/rules/looking/review.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/list_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

struct Options {
    std::optional<std::string> role, stage, tag, type, sort;
};

void declare(Declaration& declaration, Options& options) {
    declaration.option(options.role, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.stage, "--stage", "STAGE", "only people in this stage");
    declaration.option(options.tag, "--tag", "TAG", "only people with this tag");
    declaration.option(options.type, "--type", "TYPE",
                       "only professional, life, peer or a word of yours");
    declaration.option(options.sort, "--sort", "KEY", "name (the default), last, next or added")
        .offers([](View&, const std::string&) {
            return candidates_of({"name", "last", "next", "added"});
        });
}

bool is_wanted(const Relationship& relationship, const Options& options) {
    return (!options.role || to_text(relationship.role) == fold(*options.role)) &&
           (!options.stage || to_text(relationship.stage) == fold(*options.stage)) &&
           (!options.type || fold(relationship.type) == fold(*options.type)) &&
           (!options.tag || std::ranges::any_of(relationship.tags, [&](const auto& tag) {
               return fold(tag) == fold(*options.tag);
           }));
}

// Sorts by a day that may be unknown: those without one come last.
template<class Day>
void sort_by_day(std::vector<Relationship>& people, Day day, bool newest_first) {
    std::ranges::stable_sort(people, [&](const auto& left, const auto& right) {
        const std::optional<Date> a = day(left), b = day(right);
        if (!a || !b) return a.has_value() && !b.has_value();
        return newest_first ? *a > *b : *a < *b;
    });
}

void sort_people(std::vector<Relationship>& people, const std::string& key, const View& view) {
    std::ranges::stable_sort(people, {}, [](const auto& person) { return fold(person.name); });
    if (key == "name") return;
    if (key == "last") {
        sort_by_day(
            people,
            [&](const Relationship& person) -> std::optional<Date> {
                const auto* last = last_meeting(person, view.config.kinds, view.today());
                return last ? std::optional(last->on.date) : std::nullopt;
            },
            true);
    } else if (key == "next") {
        sort_by_day(
            people,
            [&](const Relationship& person) {
                return next_check_in(person, view.config, view.today());
            },
            false);
    } else if (key == "added") {
        sort_by_day(
            people, [](const Relationship& person) { return person.added; }, true);
    } else {
        throw Error(Exit::usage, fmt::format("--sort can't be '{}'", key),
                    "it is one of: name, last, next, added");
    }
}

Exit run(View& view, const Options& options) {
    if (options.role) require_word(*options.role, role_names(), "--role");
    if (options.stage) require_word(*options.stage, stage_names(), "--stage");
    auto people = view.load();
    const auto left_out =
        std::erase_if(people, [&](const auto& person) { return !is_wanted(person, options); });
    sort_people(people, fold(options.sort.value_or("name")), view);
    Report report = list_report(people, view.config, view.today());
    if (people.empty() && left_out > 0) {
        report.page = {sentence("No one fits. Everyone: mentor list")};
    }
    view.show(report);
    return Exit::done;
}

} // namespace

const Command list_command{
    "list", Chapter::looking, "Everyone, a line each", "", &invocation_of<Options, declare, run>,
};

} // namespace mentor
