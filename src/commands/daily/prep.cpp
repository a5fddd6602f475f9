// SPDX-License-Identifier: MIT

#include "core/rules/prep.hpp"

#include "commands/commands.hpp"
#include "core/rules/promises/suggestions.hpp"
#include "report/pages/daily/prep_report.hpp"
#include "session/question_bank.hpp"
#include "session/view.hpp"

#include <algorithm>

namespace mentor::commands::prep {
namespace {

constexpr std::size_t most_suggestions = 2;

struct Options {
    std::string who;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
}

Exit run(View& view, const Options& options) {
    const Relationship person = view.read(view.slug_for(options.who));
    Prep page = mentor::prep(person, view.config, view.today());
    QuestionBank bank;
    if (page.questions.empty()) {
        bank = question_bank(view);
        for (const Suggestion& each : suggest_questions(bank, person, view.config, view.today()))
            if (page.suggestions.size() < most_suggestions)
                page.suggestions.push_back(each.question);
    }
    view.show(prep_report(page, view.config, view.today(), view.needs()));
    return Exit::done;
}

} // namespace

const Command command{
    "prep",
    Chapter::daily,
    "The one page before a meeting",
    "In the order in which a conversation goes: last time, what to ask after, thanks and wins, "
    "what\n"
    "came of the advice, promises of both sides, questions, goals, and what to respect. What has\n"
    "nothing to say is left out.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::prep
