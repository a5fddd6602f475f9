// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/log/parked.hpp"
#include "report/blocks.hpp"
#include "report/pages/promises/questions_report.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> text;
    std::optional<std::string> answer;
    bool all = false, force = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.text, "TEXT",
                         "the question; without one the questions are listed");
    declaration.option(options.answer, "--answer", "REF=TEXT", "what they said to this question");
    declaration.flag(options.force, "--force", "put TEXT in the place of an answer");
    declaration.flag(options.all, "--all", "list the answered ones too");
    declare_output(declaration, options.output);
}

Exit list_questions(View view, const Options& options) {
    const Relationship person = view.read(view.slug_for(options.who));
    view.show(questions_report(person, options.all, view.today()));
    return Exit::done;
}

// Words need no quotes: the answer goes on where the shell cut it off.
RefText given_answer(const std::string& answer, const std::string& text) {
    RefText given = parse_ref_text(answer, "--answer");
    given.text = trim(given.text + " " + text);
    return given;
}

Exit answer(Session& session, const Options& options, const std::string& text) {
    const RefText given = given_answer(*options.answer, text);
    const Seen seen(session, options.who);
    Answered answered{choose<Question>(session, seen, given.ref), given.text};
    if (!options.force) refuse_other_answer(answered);
    if (given.text.empty() && options.text.empty() && session.interactive()) {
        const Prompt prompt{fmt::format("What did {} say?", first_name(*seen)),
                            "",
                            "in a sentence or two; Enter when there is nothing to keep",
                            {}};
        answered.text = ask_text(session, prompt).value_or("");
    }
    const auto changes = session.journal.update(seen->slug, [&](const Record& record) {
        return with_answer(record, record.document, answered, session.today());
    });
    session.saved(changes, {sentence("Asked: {}", answered.question->ask)});
    return Exit::done;
}

Exit park(Session& session, const Options& options, const std::string& text) {
    std::string name;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            name = first_name(record.relationship);
            return record.document.with_appended(
                "question", {{"id", make_id(session.host, ids_of(record.relationship))},
                             {"ask", text},
                             {"added", session.today()}});
        });
    session.saved(changes, {sentence("To ask {} next time: {}", name, text)});
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    const std::string text = trim(join(options.text, " "));
    if (options.answer) return answer(session, options, text);
    if (options.force)
        throw Error(Exit::usage, "--force is for an answer", "name its question with --answer");
    if (options.text.empty()) return list_questions(session.view(options.output), options);
    // An empty variable of a script asked for nothing, and nothing is what it would get.
    if (text.empty()) {
        throw Error(Exit::usage, "the question is empty",
                    to_type("write it out; those parked: mentor ask {}", options.who));
    }
    return park(session, options, text);
}

} // namespace

const Command ask_command{
    "ask",
    Chapter::promises,
    "Park a question for the next meeting, or list those parked",
    "After you asked it: mentor ask WHO --answer REF=TEXT, with what they said.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
