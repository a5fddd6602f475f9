// SPDX-License-Identifier: MIT

#include "edits/parked.hpp"

#include "core/text.hpp"
#include "edits/refs.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

bool holds(const std::vector<Answered>& all, std::size_t position) {
    return std::ranges::any_of(
        all, [&](const Answered& each) { return each.question.position == position; });
}

} // namespace

void refuse_answered(const Relationship& relationship, const Item& item) {
    const std::string answer = trim(relationship.questions[item.position].answer);
    if (answer.empty()) return;
    throw Error(Exit::unknown, fmt::format("'{}' has an answer already: {}", item.words, answer),
                fmt::format("to put another in its place: mentor ask {} --answer {}=TEXT --force",
                            relationship.slug, item.id.empty() ? "REF" : item.id));
}

std::vector<Answered> parse_answers(Session& session, const Relationship& relationship,
                                    const std::vector<std::string>& given) {
    std::vector<Answered> answers;
    for (const auto& each : given) {
        auto [ref, text] = parse_ref_text(each, "--answer");
        const Item item =
            item_for(session, ref, items_of(relationship.questions), "question", relationship.name);
        refuse_answered(relationship, item);
        if (holds(answers, item.position)) {
            throw Error(Exit::usage, fmt::format("'{}' is answered twice", item.words),
                        "give --answer once for each question");
        }
        answers.push_back({item, std::move(text)});
    }
    return answers;
}

std::vector<Answered> ask_answers(Session& session, const Relationship& relationship, Date on,
                                  const std::vector<Answered>& given) {
    std::vector<Item> parked = items_of(relationship.questions);
    std::erase_if(parked, [&](const Item& item) {
        const Date added = relationship.questions[item.position].added.value_or(on);
        return !item.open || added > on || holds(given, item.position);
    });
    if (parked.empty()) return {};
    const std::string name = first_name(relationship);
    session.say(Page{sentence(
        fmt::format("What did {} say to this? Enter keeps a question for next time.", name),
        Style::quiet)});
    std::vector<Answered> answers;
    for (Item& item : parked) {
        const Prompt prompt{one_line(item.words),
                            "",
                            fmt::format("what {} said, in a sentence; Enter when you didn't get "
                                        "to it",
                                        name),
                            {}};
        auto answer = ask_for(session, prompt, [](const std::string& text) { return text; });
        if (answer) answers.push_back({std::move(item), std::move(*answer)});
    }
    return answers;
}

Document with_answer(const Record& record, Document document, const Answered& answered, Date on) {
    const auto& questions = record.relationship.questions;
    const auto at = position_of(answered.question, items_of(questions));
    if (questions[at].open()) document = document.with_value({"question", at, "asked"}, on);
    if (answered.text.empty()) return document;
    return document.with_value({"question", at, "answer"}, answered.text);
}

} // namespace mentor
