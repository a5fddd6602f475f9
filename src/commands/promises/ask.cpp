// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/promises/suggestions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/offers.hpp"
#include "edits/keys/keys.hpp"
#include "edits/log/parked_questions.hpp"
#include "report/blocks.hpp"
#include "report/pages/promises/questions_report.hpp"
#include "report/pages/promises/suggestions_report.hpp"
#include "session/ask_who.hpp"
#include "session/prompts.hpp"
#include "session/question_bank.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::ask {
namespace {

struct Options {
    std::optional<std::string> who;
    std::vector<std::string> text;
    std::optional<std::string> answer, suggest, phase, topic;
    std::vector<std::string> take;
    bool all = false, force = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person; without one, everyone's are listed");
    declaration.argument(options.text, "TEXT",
                         "the question; without one the questions are listed");
    declaration.option(options.answer, "--answer", "REF=TEXT", "what they said to this question")
        .offers(offer<Question>);
    declaration.option(options.suggest, "--suggest", "[N]",
                       "N questions worth asking now (default: 3)");
    declaration.option(options.phase, "--phase", "PHASE",
                       "suggest for another one: " + join(phase_names(), ", "));
    declaration.option(options.topic, "--topic", "WORD", "suggest what is about it");
    declaration.option(options.take, "--take", "N", "park the one suggested with this number");
    declaration.flag(options.force, "--force", "put TEXT in the place of an answer");
    declaration.flag(options.all, "--all", "list the answered ones too");
    declare_output(
        declaration, options.output,
        {.is_private = "what is new is private; with --format md: private entries in full"});
}

Exit list_questions(View view, const Options& options) {
    view.require_journal();
    const auto people = options.who ? view.load({view.slug_for(*options.who)}) : view.load();
    view.show(questions_report(people, options.all, view.today(), view.needs()));
    return Exit::done;
}

// Whom one question or answer is about.
std::string slug_of_one(Session& session, const Options& options) {
    if (options.who) return session.slug_for(*options.who);
    if (session.interactive()) return ask_who(session, "Who is it about?");
    throw Error(Exit::usage, "it isn't said who is asked",
                "write: mentor ask WHO --suggest, or WHO --answer REF=TEXT");
}

// Words need no quotes: the answer goes on where the shell cut it off.
RefText given_answer(const std::string& answer, const std::string& text) {
    RefText given = parse_ref_text(answer, "--answer");
    given.text = trim(given.text + " " + text);
    return given;
}

// What the shell may have cut off REF: `--answer big talk=Fine`.
std::vector<std::string> words_before_equals(const Options& options) {
    std::vector<std::string> words;
    if (options.answer->find('=') != std::string::npos) return words;
    for (const std::string& word : options.text) {
        words.push_back(word.substr(0, word.find('=')));
        if (words.back().size() < word.size()) break;
    }
    return words;
}

Exit answer(Session& session, const Options& options, const std::string& text) {
    const RefText given = given_answer(*options.answer, text);
    const Seen seen(session, slug_of_one(session, options));
    Answered answered{
        choose<Question>(session, seen, given.ref, {.behind = words_before_equals(options)}),
        given.text};
    if (!options.force) refuse_other_answer(*seen, answered);
    if (given.text.empty() && options.text.empty() && session.interactive()) {
        const Prompt prompt{fmt::format("What did {} say?", called(*seen)),
                            "",
                            "in a sentence or two; Enter when there is nothing to keep",
                            {}};
        answered.text = ask_text(session, prompt).value_or("");
    }
    const auto changes = session.journal.update(seen->slug, [&](const Record& record) {
        Document document = with_answer(record, record.document, answered, session.today());
        // Where they said nothing, that it was asked.
        return options.output.is_private
                   ? document.with_value(
                         {"question", answered.question.position_in(record), "private"}, true)
                   : document;
    });
    session.saved(changes, {sentence("Asked: {}", answered.question->ask)});
    return Exit::done;
}

Exit park(Session& session, const std::string& slug, const std::vector<std::string>& texts,
          bool is_private) {
    std::string name;
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        name = called(record.relationship);
        Document document = record.document;
        std::vector<std::string> taken = ids_of(record.relationship);
        for (const std::string& text : texts) {
            taken.push_back(make_id(session.host, taken));
            Table fields{{"id", taken.back()}, {"ask", text}, {"added", session.today()}};
            if (is_private) fields.emplace_back("private", true);
            document = document.with_appended("question", fields);
        }
        return document;
    });
    Page page;
    for (const std::string& text : texts)
        page.push_back(sentence("To ask {} next time: {}", name, text));
    session.saved(changes, page);
    return Exit::done;
}

bool suggests(const Options& options) {
    return options.suggest || options.phase || options.topic || !options.take.empty();
}

// How many to name.
std::size_t count_given(const std::string& text, std::size_t most) {
    if (const auto position = find_position(text, most)) return *position + 1;
    throw Error(Exit::usage,
                fmt::format("--suggest takes a number, and '{}' is none of 1 to {}", text, most),
                "without one it names three");
}

// "1", "1,3" and "1 3" name some of those suggested, each once.
std::vector<std::string> taken_of(const std::vector<std::string>& take,
                                  const std::vector<Suggestion>& suggested) {
    std::vector<std::string> texts;
    std::string numbers = join(take, ",");
    std::ranges::replace(numbers, ' ', ',');
    for (const std::string& number : split_words(numbers)) {
        const auto found = std::ranges::find(
            suggested, number, [](const Suggestion& each) { return std::to_string(each.number); });
        if (found == suggested.end())
            throw Error(Exit::usage, fmt::format("nothing is suggested with the number {}", number),
                        "the numbers are those of: mentor ask WHO --suggest, with the same --phase "
                        "or --topic");
        const std::string& text = found->question->ask;
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    }
    if (texts.empty())
        throw Error(Exit::usage, "--take needs a number",
                    "the numbers are those of: mentor ask WHO --suggest");
    return texts;
}

std::optional<Phase> phase_given(const Options& options) {
    if (!options.phase) return std::nullopt;
    require_word(*options.phase, phase_names(), "--phase");
    return find_phase(fold(*options.phase));
}

// An outline of what the bank has, where a topic has nothing.
void require_topic(const std::string& topic, const QuestionBank& bank,
                   const std::vector<Suggestion>& suggested) {
    if (topic.empty() || !suggested.empty()) return;
    std::vector<std::string> topics;
    for (const BankQuestion& question : bank)
        if (is_about(question, topic))
            throw Error(Exit::usage, fmt::format("no question about '{}' is left for them", topic),
                        "those that fit were parked or asked before");
    for (const BankQuestion& question : bank)
        for (const std::string& known : question.topics)
            if (std::ranges::find(topics, known) == topics.end()) topics.push_back(known);
    throw Error(Exit::usage, fmt::format("no question is about '{}'", topic),
                fmt::format("there are some about: {}", join(topics, ", ")));
}

// What the numbers belong to.
std::string options_beside(const Options& options) {
    std::string words;
    if (options.phase) words += " --phase " + shell_word(*options.phase);
    if (options.topic) words += " --topic " + shell_word(*options.topic);
    return words;
}

Exit suggest(Session& session, const Options& options) {
    constexpr std::size_t usual = 3;
    View view = session.view(options.output);
    const std::string slug = slug_of_one(session, options);
    // What others may read doesn't follow what was said in private. What was asked in private is
    // known all the same: it isn't suggested again.
    Relationship person = view.read(slug);
    const bool is_passed_on = view.output().is_passed_on();
    if (is_passed_on) person.questions = session.read(slug).questions;
    const QuestionBank bank = question_bank(view);
    const QuestionFilter filter{phase_given(options), trim(options.topic.value_or(""))};
    const auto suggested = suggest_questions(bank, person, session.config, session.today(), filter);
    require_topic(filter.topic, bank, suggested);
    if (!options.take.empty())
        return park(session, slug, taken_of(options.take, suggested), options.output.is_private);
    const std::string count = options.suggest.value_or("");
    const std::size_t shown = count.empty() ? usual : count_given(count, bank.size());
    // --take counts what is suggested to yourself.
    const auto beside = is_passed_on ? std::nullopt : std::optional(options_beside(options));
    view.show(suggestions_report(person, suggested, shown, beside, session.today()));
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    const std::string text = trim(join(options.text, " "));
    if (options.answer || !options.take.empty() || (!suggests(options) && !options.text.empty()))
        refuse_face(options.output);
    if (options.answer) return answer(session, options, text);
    if (suggests(options)) {
        if (!options.text.empty())
            throw Error(Exit::usage, "TEXT is a question of your own, and --suggest has others",
                        "give one of the two");
        return suggest(session, options);
    }
    if (options.force)
        throw Error(Exit::usage, "--force is for an answer", "name its question with --answer");
    if (options.text.empty()) return list_questions(session.view(options.output), options);
    // An empty variable of a script asked for nothing, and nothing is what it would get.
    if (text.empty()) {
        throw Error(Exit::usage, "the question is empty",
                    to_type("write it out; those parked: mentor ask {}", *options.who));
    }
    return park(session, session.slug_for(*options.who), {text}, options.output.is_private);
}

} // namespace

const Command command{
    "ask",
    Chapter::promises,
    "Park a question for the next meeting, or list those parked",
    "After you asked it: mentor ask WHO --answer REF=TEXT, with what they said.\n"
    "\n"
    "--suggest names questions that fit where you stand with each other, and never one that was "
    "parked or asked before; --take parks one. A file questions.toml beside the configuration adds "
    "your own.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::ask
