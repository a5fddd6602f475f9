// SPDX-License-Identifier: MIT

#include "edits/log/parked_questions.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/standing_text.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

bool holds(const std::vector<Answered>& all, std::size_t position) {
    return std::ranges::any_of(
        all, [&](const Answered& each) { return each.question.position() == position; });
}

} // namespace

void refuse_other_answer(const Relationship& relationship, const Answered& answered) {
    const auto& [question, text] = answered;
    refuse_other_text(
        question->answer, text, fmt::format("'{}' has an answer", question->ask),
        to_type("mentor ask {} --answer {}=TEXT", relationship, ref_before_text(question->id)));
}

std::vector<Answered> parse_answers(Session& session, const Seen& seen,
                                    const std::vector<std::string>& given) {
    std::vector<Answered> answers;
    for (const auto& each : given) {
        auto [ref, text] = parse_ref_text(each, "--answer");
        Answered answered{choose<Question>(session, seen, ref), std::move(text)};
        refuse_other_answer(*seen, answered);
        if (holds(answers, answered.question.position())) {
            throw Error(Exit::usage, fmt::format("'{}' is answered twice", answered.question->ask),
                        "give --answer once for each question");
        }
        answers.push_back(std::move(answered));
    }
    return answers;
}

std::vector<Answered> ask_answers(Session& session, const Seen& seen, Date on,
                                  const std::vector<Answered>& given) {
    std::vector<Chosen<Question>> parked;
    for (std::size_t i = 0; i < seen->questions.size(); ++i) {
        const Question& question = seen->questions[i];
        // An answer that stands is a person's, whether a day says when it was asked or not.
        const bool is_answered = !trim(question.answer).empty();
        if (question.open() && !is_answered && question.added.value_or(on) <= on &&
            !holds(given, i))
            parked.emplace_back(seen, i);
    }
    if (parked.empty()) return {};
    const std::string name = called(*seen);
    session.say(Page{sentence(
        fmt::format("What did {} say to this? Enter keeps a question for next time.", name),
        Style::quiet)});
    std::vector<Answered> answers;
    for (Chosen<Question>& question : parked) {
        const About about(session, question.identity());
        const Prompt prompt{one_line(question->ask),
                            "",
                            fmt::format("what {} said, in a sentence; Enter when you didn't get "
                                        "to it",
                                        name),
                            {}};
        auto answer = ask_text(session, prompt);
        if (answer) answers.push_back({std::move(question), std::move(*answer)});
    }
    return answers;
}

Document with_answer(const Record& record, Document document, const Answered& answered, Date on,
                     bool is_private) {
    const auto at = answered.question.position_in(record);
    if (answered.question->open()) document = document.with_value({"question", at, "asked"}, on);
    if (answered.text.empty()) return document;
    document = document.with_value({"question", at, "answer"}, answered.text);
    return is_private ? document.with_value({"question", at, "private"}, true) : document;
}

} // namespace mentor
