// SPDX-License-Identifier: MIT

#include "core/rules/looking/stats.hpp"

#include "commands/commands.hpp"
#include "commands/looking/spans.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/stats_report.hpp"
#include "session/view.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mentor::commands::stats {
namespace {

struct Options {
    std::vector<std::string> who, kinds, roles, stages, tags;
    SpanOptions span;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "only these people");
    declare_span(declaration, options.span);
    declaration.option(options.kinds, "--kind", "KIND",
                       "only contacts of this kind, or of this class");
    declaration.option(options.roles, "--role", "ROLE", "only mentor, mentee or peer");
    declaration.option(options.stages, "--stage", "STAGE", "only people in this stage");
    declaration.option(options.tags, "--tag", "TAG", "only people with this tag");
}

void require_contacts(const std::vector<std::string>& words, const Kinds& kinds) {
    kinds.require(words, {});
    const std::vector<std::string> all = kinds.names();
    for (const std::string& word : words)
        if (std::ranges::none_of(all, [&](const std::string& kind) {
                return kinds.covers(word, kind) && kinds.is_contact(kind);
            }))
            throw Error(Exit::usage, fmt::format("'{}' is no contact", word),
                        "contacts are of the classes meeting, touch and outreach");
}

bool is_wanted(const Relationship& person, const Options& options) {
    return accepts(options.roles, to_text(person.role)) &&
           accepts(options.stages, to_text(person.stage)) &&
           (options.tags.empty() || std::ranges::any_of(options.tags, [&](const auto& tag) {
                return find_folded(tag, person.tags).has_value();
            }));
}

// People are counted while they are read, several at once; each at a place of its own.
class Counting {
public:
    Counting(View& view, const Options& options, Counted counted)
        : view_(view), options_(options), counted_(std::move(counted)) {}

    Stats stats() {
        const bool is_of_all = options_.who.empty();
        const auto slugs = is_of_all ? view_.slugs() : view_.slugs_for(options_.who);
        people_.resize(slugs.size());
        if (is_of_all) known_.resize(slugs.size());
        view_.visit(slugs, Extent::whole, [&](std::size_t at, Relationship&& person) {
            if (is_of_all) known_[at] = acquaintance_of(person);
            if (is_wanted(person, options_))
                people_[at] = stats_of(std::move(person), view_.config, view_.calendar, counted_);
        });
        // Who introduced whom, others know as well.
        if (!is_of_all) know_everyone();
        std::vector<PersonStats> people;
        for (auto& one : people_)
            if (one) people.push_back(std::move(*one));
        return sum_up(std::move(people), introduced_among(std::move(known_)), counted_.span,
                      view_.calendar);
    }

private:
    void know_everyone() {
        known_.resize(view_.slugs().size());
        view_.visit_sound([&](std::size_t at, const Relationship& person) {
            known_[at] = acquaintance_of(person);
        });
    }

    View& view_;
    const Options& options_;
    Counted counted_;
    std::vector<std::optional<PersonStats>> people_; // by position
    std::vector<Acquaintance> known_;                // the same
};

Exit run(View& view, const Options& options) {
    view.require_journal();
    require_words(options.roles, role_names(), "--role");
    require_words(options.stages, stage_names(), "--stage");
    require_contacts(options.kinds, view.config.kinds);
    const Span span = span_of(view, options.span);
    Stats stats = Counting(view, options, {span, options.kinds}).stats();
    Report report = stats_report(stats, view.today(), view.needs());
    const bool is_filtered =
        !options.roles.empty() || !options.stages.empty() || !options.tags.empty();
    if (stats.people.empty() && is_filtered && !view.slugs().empty())
        report.page = {sentence("No one fits. Everyone: mentor stats")};
    view.show(report);
    return Exit::done;
}

} // namespace

const Command command{
    "stats",
    Chapter::looking,
    "Figures and charts: contacts a week, hours, rhythm, promises, advice, goals",
    "Of everyone, or of WHO, over the last year. Every figure comes with its bar; --json has them "
    "all, week by week and person by person. What is late or quiet is what due and health say.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::stats
