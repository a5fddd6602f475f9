// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/list_report.hpp"
#include "session/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace mentor::commands::list {
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
void sort_by_day(std::vector<ListLine>& lines, std::optional<Date> ListLine::*day,
                 bool newest_first) {
    std::ranges::stable_sort(lines, [&](const ListLine& left, const ListLine& right) {
        const auto &a = left.*day, &b = right.*day;
        if (!a || !b) return a.has_value() && !b.has_value();
        return newest_first ? *a > *b : *a < *b;
    });
}

void sort_lines(std::vector<ListLine>& lines, const std::string& key) {
    std::ranges::stable_sort(lines, {}, &ListLine::folded_name);
    if (key == "name") return;
    if (key == "last")
        sort_by_day(lines, &ListLine::last_meeting, true);
    else if (key == "next")
        sort_by_day(lines, &ListLine::next_check_in, false);
    else if (key == "added")
        sort_by_day(lines, &ListLine::added, true);
    else
        throw Error(Exit::usage, fmt::format("--sort can't be '{}'", key),
                    "it is one of: name, last, next, added");
}

Exit run(View& view, const Options& options) {
    if (options.role) require_word(*options.role, role_names(), "--role");
    if (options.stage) require_word(*options.stage, stage_names(), "--stage");
    view.require_journal();
    const auto slugs = view.slugs();
    std::vector<std::optional<ListLine>> of_each(slugs.size());
    std::atomic<bool> is_filtered = false;
    view.visit(slugs, Extent::outline, [&](std::size_t position, const Relationship& person) {
        if (is_wanted(person, options))
            of_each[position] = list_line(person, view.config, view.today(), view.needs());
        else
            is_filtered = true;
    });
    std::vector<ListLine> lines;
    for (auto& line : of_each)
        if (line) lines.push_back(*std::move(line));
    sort_lines(lines, fold(options.sort.value_or("name")));
    const bool is_nobody = lines.empty() && is_filtered;
    Report report = list_report(std::move(lines), view.today());
    if (is_nobody) report.page = {sentence("No one fits. Everyone: mentor list")};
    view.show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "list", Chapter::looking, "Everyone, a line each", "", &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::list
