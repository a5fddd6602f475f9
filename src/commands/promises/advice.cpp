// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/chosen.hpp"
#include "edits/items/cut_ref.hpp"
#include "edits/items/offers.hpp"
#include "edits/promises/advice_fate.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/promises/advice_report.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <utility>

namespace mentor::commands::advice {
namespace {

struct Options {
    std::optional<std::string> who;
    std::vector<std::string> text;
    std::optional<std::string> on, tried, worked, not_for_me, disagreed, told, thanked;
    bool all = false, force = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person; without one, everyone's is listed");
    declaration.argument(options.text, "TEXT", "the advice; with an option below: which, as REF")
        .offers(offer<Advice>);
    declaration.option(options.on, "--on", "DATE",
                       "the day on which it was given (default: today)");
    declaration.option(options.tried, "--tried", "[DAY]", "it was tried (default: today)");
    declaration.option(options.worked, "--worked", "[TEXT]", "it worked, and what came of it");
    declaration.option(options.not_for_me, "--not-for-me", "[TEXT]", "it wasn't the right thing");
    declaration.option(options.disagreed, "--disagreed", "[TEXT]", "you see it otherwise");
    declaration.option(options.told, "--told", "[DAY]", "they heard what became of it");
    declaration.option(options.thanked, "--thanked", "[DAY]", "you said thank you for it");
    declaration.flag(options.force, "--force", "put it in the place of what stands there");
    declaration.flag(options.all, "--all", "list all, also what was told");
    declare_output(
        declaration, options.output,
        {.is_private = "what is new is private; with --format md: private entries in full"});
}

bool is_unthanked(const Advice& advice) {
    return !advice.thanked;
}

bool says_what_became(const Options& options) {
    return options.tried || options.worked || options.not_for_me || options.disagreed ||
           options.told || options.thanked;
}

std::optional<Date> day_of(const Session& session, const std::optional<std::string>& given) {
    if (!given) return std::nullopt;
    return given->empty() ? session.today() : session.happened(given);
}

AdviceFate fate_of(const Session& session, const Options& options) {
    AdviceFate fate{day_of(session, options.tried), day_of(session, options.told),
                    day_of(session, options.thanked), std::nullopt, ""};
    for (const auto& [verdict, text] : {std::pair(Verdict::worked, options.worked),
                                        std::pair(Verdict::not_for_me, options.not_for_me),
                                        std::pair(Verdict::disagreed, options.disagreed)}) {
        if (!text) continue;
        if (fate.verdict)
            throw Error(Exit::usage,
                        fmt::format("--{} and --{} exclude each other", to_text(*fate.verdict),
                                    to_text(verdict)),
                        "give one");
        fate.verdict = verdict;
        fate.outcome = trim(*text);
    }
    return fate;
}

Exit list_advice(View view, const Options& options) {
    view.require_journal();
    const auto people = options.who ? view.load({view.slug_for(*options.who)}) : view.load();
    view.show(advice_report(people, options.all, view.today(), view.needs()));
    return Exit::done;
}

Exit add_advice(Session& session, const std::string& who, const std::string& text, Date on,
                bool is_private) {
    Relationship person;
    std::string id;
    const auto changes = session.journal.update(session.slug_for(who), [&](const Record& record) {
        person = record.relationship;
        id = make_id(session.host, ids_of(record.relationship));
        Table fields{{"id", id}, {"what", text}, {"on", on}};
        if (is_private) fields.emplace_back("private", true);
        return record.document.with_appended("advice", fields);
    });
    const std::string name = called(person);
    session.saved(changes, {person.role == Role::mentee ? sentence("You advised {}: {}", name, text)
                                                        : sentence("{} advised: {}", name, text),
                            suggestion("Once it was tried:",
                                       to_type("mentor advice {} {} --worked TEXT", person, id))});
    return Exit::done;
}

Page reply_to(const Session& session, const Relationship& person, const Advice& advice,
              const AdviceFate& fate) {
    const std::string what = first_line(advice.what);
    const std::string name = called(person);
    Page page;
    if (fate.verdict || fate.tried) {
        Advice after = advice;
        if (fate.tried) after.tried = fate.tried;
        if (fate.verdict) after.verdict = fate.verdict;
        if (!fate.outcome.empty()) after.outcome = fate.outcome;
        page.push_back(sentence("{}: {}.", what, fate_words(after, session.today())));
    }
    if (fate.told) page.push_back(sentence("{} heard what became of it: {}.", name, what));
    if (fate.thanked) page.push_back(sentence("You thanked {} for it: {}.", name, what));
    if (person.role == Role::mentee || fate.told || fate.thanked) return page;
    if (fate.verdict == Verdict::worked)
        page.push_back(suggestion(fmt::format("{} will be glad to hear:", name),
                                  to_type("mentor draft {} --kind thanks", person)));
    return page;
}

// `--tried lead` for `lead --tried`; a verdict's words are an outcome where REF is there.
std::string ref_of(const Session& session, const Relationship& person, Options& options) {
    const auto items = items_of(person.advice, is_unthanked);
    std::string ref = trim(join(options.text, " "));
    for (auto* day : {&options.tried, &options.told, &options.thanked})
        ref = ref_behind_day(*day, ref, items, session.calendar);
    for (auto* words : {&options.worked, &options.not_for_me, &options.disagreed})
        if (ref.empty()) ref = ref_behind(*words, ref, items);
    for (const auto& taken : {options.tried, options.told, options.thanked, options.worked,
                              options.not_for_me, options.disagreed})
        refuse_cut_ref(taken.value_or(""), options.text, match_ref(ref, items), person);
    return ref;
}

Exit settle(Session& session, Options options) {
    if (!options.who)
        throw Error(Exit::usage, "it isn't said whose advice is meant",
                    "write: mentor advice WHO REF --worked TEXT");
    const Seen seen(session, *options.who);
    const std::string ref = ref_of(session, *seen, options);
    AdviceFate fate = fate_of(session, options);
    const auto chosen =
        choose<Advice>(session, seen, ref, {.is_wanted = is_unthanked, .refuse = {}});
    const About about(session, chosen.identity());
    if (!options.force) refuse_other_fate(*seen, *chosen, fate);
    // What worked was tried, and so was what turned out not to be the right thing.
    if (fate.verdict && fate.verdict != Verdict::disagreed && !fate.tried && !chosen->tried)
        fate.tried = session.today();
    if (fate.verdict && fate.outcome.empty() && session.interactive())
        fate.outcome = ask_text(session, {fate.verdict == Verdict::disagreed ? "How do you see it?"
                                                                             : "What came of it?",
                                          "",
                                          "a few words to report back; Enter: none",
                                          {}})
                           .value_or("");
    if (!options.force) refuse_other_fate(*seen, *chosen, fate);
    const auto changes = note_fate(session, chosen, fate);
    session.saved(changes, reply_to(session, *seen, *chosen, fate));
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    if (options.on && (says_what_became(options) || options.text.empty()))
        throw Error(Exit::usage, "--on is for new advice",
                    "the day on which it was tried goes behind --tried");
    if (says_what_became(options)) {
        refuse_output(options.output, "afterwards: mentor amend WHO REF --private yes");
        return settle(session, options);
    }
    if (options.force)
        throw Error(Exit::usage, "--force is for what became of advice",
                    "say what became of it: --worked TEXT");
    if (options.text.empty()) return list_advice(session.view(options.output), options);
    const std::string text = trim(join(options.text, " "));
    if (text.empty())
        throw Error(
            Exit::usage, "the advice is empty",
            to_type("write it out; what waits to be tried: mentor advice {}", *options.who));
    refuse_face(options.output);
    return add_advice(session, *options.who, text, session.happened(options.on),
                      options.output.is_private);
}

} // namespace

const Command command{
    "advice",
    Chapter::promises,
    "Advice and what became of it, or what waits to be tried",
    "Once it was tried: mentor advice WHO REF --worked TEXT, --not-for-me or --disagreed; then "
    "--told\n"
    "once they heard of it. In a mentee's file it is what you advised, and what they made of it.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::advice
