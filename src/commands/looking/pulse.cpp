// SPDX-License-Identifier: MIT

#include "core/rules/looking/pulse.hpp"

#include "commands/commands.hpp"
#include "core/text.hpp"
#include "edits/log/writing.hpp"
#include "report/blocks.hpp"
#include "report/pages/looking/pulse_page.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::pulse {
namespace {

struct Options {
    std::string who;
    std::array<std::optional<std::string>, score_names.size()> scores;
    std::optional<std::string> note, on;
    bool is_private = false;
};

// What is asked about one score. It speaks of both of you, except where who gives and who takes
// differs with the role; then it stands for a mentor, a mentee and a peer.
struct ScoreQuestion {
    const char* mentor;
    const char* mentee;
    const char* peer;
    const char* hint; // what a low and a high score look like
    const char* help; // of the option
};

constexpr std::array<ScoreQuestion, score_names.size()> questions{{
    {"Respect: do you respect each other?", nullptr, nullptr,
     "1: one of you is talked down to; 5: you take each other seriously, also when you disagree",
     "you respect each other: 1 (hardly) to 5 (fully), with words or without"},
    {"Exchange: do you both give, and both get?", nullptr, nullptr,
     "1: it goes one way; 5: each of you takes something home, every time",
     "you both give, and both get"},
    {"Expectations: is it clear what you expect of each other?", nullptr, nullptr,
     "1: you guess; 5: you said it, and it still holds", "you know what to expect of each other"},
    {"Values: do you care about the same things?", nullptr, nullptr,
     "1: what matters to one of you hardly counts for the other; 5: it needs no explaining",
     "the same things matter to you"},
    {"Connection: do you like being together?", nullptr, nullptr,
     "1: it is work; 5: you would meet without a reason", "you like being together"},
    {"Altruism: does {} wish you well, without keeping count?",
     "Altruism: do you want the best for {}, whatever you get from it?",
     "Altruism: do you and {} wish each other well, without keeping count?",
     "1: somebody is after something; 5: it is about the person", "you wish each other well"},
    {"Listening: does {} listen, and do you?", "Listening: do you listen to {} more than you talk?",
     "Listening: do you and {} listen to each other?",
     "1: you wait for your turn; 5: you hear what isn't said", "you listen to each other"},
}};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    for (std::size_t i = 0; i < score_names.size(); ++i)
        declaration.option(options.scores[i], fmt::format("--{}", score_names[i]), "1-5",
                           questions[i].help);
    declaration.option(options.note, "--note", "TEXT", "what there is to add");
    declaration.option(options.on, "--on", "DATE", "the day that it is about (default: today)");
    declaration.flag(options.is_private, "--private",
                     "keep it out of Markdown, drafts and notices");
}

struct Answer {
    int score = 0;
    std::string words;
};

// "4 she remembers everything"
Answer parse_answer(std::string_view text) {
    const std::string given = trim(text);
    const bool digit = !given.empty() && given.front() >= '1' && given.front() <= '5';
    const bool alone =
        given.size() == 1 || std::string_view(" ,;:").find(given[1]) != std::string_view::npos;
    if (!digit || !alone) {
        throw Error(Exit::usage, fmt::format("a score of '{}' isn't possible", given),
                    "it is a whole number from 1 (hardly) to 5 (fully); words may follow it");
    }
    const auto words = std::min(given.find_first_not_of(" ,;:", 1), given.size());
    return {given.front() - '0', given.substr(words)};
}

std::string question_of(const ScoreQuestion& question, const Relationship& relationship) {
    const char* words = relationship.role == Role::mentee ? question.mentee
                        : relationship.role == Role::peer ? question.peer
                                                          : question.mentor;
    return fmt::format(fmt::runtime(words ? words : question.mentor), called(relationship));
}

using Answers = std::array<std::optional<Answer>, score_names.size()>;

Answers ask_for_answers(Session& session, const Relationship& relationship) {
    session.say(Page{sentence("From 1 (hardly) to 5 (fully); words may follow the number. Enter "
                              "skips one, Ctrl-C leaves with nothing written.",
                              Style::quiet)});
    Answers answers;
    for (std::size_t i = 0; i < questions.size(); ++i)
        answers[i] =
            ask_for(session, {question_of(questions[i], relationship), "", questions[i].hint, {}},
                    [](const std::string& text) { return parse_answer(text); });
    return answers;
}

// A line for every score that came with words, and what else there was to say.
std::string note_of(const Answers& answers, const std::string& rest) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i] && !answers[i]->words.empty())
            lines.push_back(fmt::format("{}: {}", score_names[i], answers[i]->words));
    if (!trim(rest).empty()) lines.push_back(trim(rest));
    return join(lines, "\n");
}

LogDraft draft_of(const Answers& answers, const Options& options, Date on) {
    LogDraft draft;
    draft.on = {on, std::nullopt};
    draft.kind = "pulse";
    draft.is_private = options.is_private;
    draft.said.note = note_of(answers, options.note.value_or(""));
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (answers[i]) draft.scores.emplace_back(score_names[i], answers[i]->score);
    return draft;
}

Page write_pulse(Session& session, const std::string& slug, const LogDraft& draft,
                 std::vector<Change>& changes) {
    Page answer;
    changes = session.journal.update(slug, [&](const Record& record) {
        const std::string id = make_id(session.host, ids_of(record.relationship));
        const Document document = with_entry(record, draft, id, true);
        const Relationship written = changed(record, document);
        answer = pulse_page(written, written.log.back(), session.config.kinds);
        return document;
    });
    return answer;
}

Exit run(Session& session, const Options& typed) {
    Options options = typed;
    const std::string slug = session.slug_for(options.who);
    const Relationship relationship = session.journal.read(slug).relationship;
    const Date on = session.happened(options.on);
    Answers answers;
    bool given = false;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (options.scores[i]) answers[i] = parse_answer(*options.scores[i]);
        given = given || answers[i];
    }
    if (!given && !session.interactive()) {
        throw Error(Exit::usage, "a pulse needs one score at the least",
                    fmt::format("add one or more of: --{} 4",
                                join({score_names.begin(), score_names.end()}, " 4, --")));
    }
    if (!given) {
        answers = ask_for_answers(session, relationship);
        if (std::ranges::none_of(answers, [](const auto& answer) { return answer.has_value(); })) {
            session.say("Nothing was noted: a pulse needs one score at the least.");
            return Exit::done;
        }
        if (!options.note)
            options.note =
                ask_text(session, {"Anything to add?", "", "a line; Enter when not", {}});
    }
    std::vector<Change> changes;
    const Page answer = write_pulse(session, slug, draft_of(answers, options, on), changes);
    session.saved(changes, answer);
    return Exit::done;
}

} // namespace

const Command command{
    "pulse",
    Chapter::looking,
    "How the two of you are doing, in seven scores",
    "On a terminal it asks one question for each, unless a score is given. Once a quarter is\n"
    "often enough; `mentor health WHO` shows how they went over time.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::pulse
