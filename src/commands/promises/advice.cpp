// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/chosen.hpp"
#include "edits/fields.hpp"
#include "edits/standing_text.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/promises/advice_report.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
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
    declaration.argument(options.text, "TEXT", "the advice; with an option below: which, as REF");
    declaration.option(options.on, "--on", "DATE",
                       "the day on which it was given (default: today)");
    declaration.option(options.tried, "--tried", "[DAY]", "it was tried (default: today)");
    declaration.option(options.worked, "--worked", "[TEXT]", "it worked, and what came of it");
    declaration.option(options.not_for_me, "--not-for-me", "[TEXT]", "it wasn't the right thing");
    declaration.option(options.disagreed, "--disagreed", "[TEXT]", "you see it otherwise");
    declaration.option(options.told, "--told", "[DAY]", "they heard what became of it");
    declaration.option(options.thanked, "--thanked", "[DAY]", "you said thank you for it");
    declaration.flag(options.force, "--force", "put TEXT in the place of an outcome");
    declaration.flag(options.all, "--all", "list all, also what was told");
    declare_output(declaration, options.output);
}

// What became of it.
struct News {
    std::optional<Date> tried, told, thanked;
    std::optional<Verdict> verdict;
    std::string outcome;
    bool says_something() const { return tried || told || thanked || verdict; }
};

std::optional<Date> day_of(const Session& session, const std::optional<std::string>& given) {
    if (!given) return std::nullopt;
    return given->empty() ? session.today() : session.happened(given);
}

News news_of(const Session& session, const Options& options) {
    News news{day_of(session, options.tried), day_of(session, options.told),
              day_of(session, options.thanked), std::nullopt, ""};
    for (const auto& [verdict, text] : {std::pair(Verdict::worked, options.worked),
                                        std::pair(Verdict::not_for_me, options.not_for_me),
                                        std::pair(Verdict::disagreed, options.disagreed)}) {
        if (!text) continue;
        if (news.verdict)
            throw Error(Exit::usage,
                        fmt::format("--{} and --{} exclude each other", to_text(*news.verdict),
                                    to_text(verdict)),
                        "give one");
        news.verdict = verdict;
        news.outcome = trim(*text);
    }
    // What worked was tried, and so was what turned out not to be the right thing.
    if (news.verdict && news.verdict != Verdict::disagreed && !news.tried)
        news.tried = session.today();
    return news;
}

Exit list_advice(View view, const Options& options) {
    view.require_journal();
    const auto people = options.who ? view.load({view.slug_for(*options.who)}) : view.load();
    view.show(advice_report(people, options.all, view.today()));
    return Exit::done;
}

Exit add_advice(Session& session, const std::string& who, const std::string& text, Date on) {
    std::string name, slug, id;
    bool is_theirs = false;
    const auto changes = session.journal.update(session.slug_for(who), [&](const Record& record) {
        name = first_name(record.relationship);
        slug = record.relationship.slug;
        is_theirs = record.relationship.role == Role::mentee;
        id = make_id(session.host, ids_of(record.relationship));
        return record.document.with_appended("advice", {{"id", id}, {"what", text}, {"on", on}});
    });
    session.saved(changes, {is_theirs ? sentence("You advised {}: {}", name, text)
                                      : sentence("{} advised: {}", name, text),
                            suggestion("Once it was tried:",
                                       to_type("mentor advice {} {} --worked TEXT", slug, id))});
    return Exit::done;
}

// Older entries hold advice without a fate: it gets a table of its own, with the fields that the
// entry knows.
Document with_table(Session& session, const Record& record, const Advice& advice) {
    const Relationship& person = record.relationship;
    Document document = record.document;
    for (std::size_t at = 0; at < person.log.size(); ++at) {
        const LogEntry& entry = person.log[at];
        if (entry.id != advice.log || entry.on.date != advice.on) continue;
        const auto place = std::ranges::find(entry.advice, advice.what);
        if (place == entry.advice.end()) continue;
        Array rest;
        const std::size_t own = document.size({"log", at, "advice"});
        for (std::size_t i = 0; i < own; ++i)
            if (entry.advice.begin() + static_cast<std::ptrdiff_t>(i) != place)
                rest.emplace_back(entry.advice[i]);
        const Path list{"log", at, "advice"};
        document = rest.empty() ? document.without(list) : document.with_value(list, rest);
        break;
    }
    Table fields{
        {"id", make_id(session.host, ids_of(person))}, {"what", advice.what}, {"on", *advice.on}};
    put(fields, "log", advice.log);
    return document.with_appended("advice", fields);
}

std::size_t tables_in(const Relationship& person) {
    return person.advice.size() -
           static_cast<std::size_t>(std::ranges::count_if(person.advice, &Advice::in_entry));
}

Document with_news(Session& session, const Record& record, std::size_t at, const News& news) {
    const Relationship& person = record.relationship;
    Document document = record.document;
    if (person.advice[at].in_entry) {
        document = with_table(session, record, person.advice[at]);
        at = tables_in(person);
    }
    const auto set = [&](const char* key, const auto& value) {
        if (value) document = document.with_value({"advice", at, key}, *value);
    };
    set("tried", news.tried);
    if (news.verdict)
        document = document.with_value({"advice", at, "verdict"}, to_text(*news.verdict));
    if (!news.outcome.empty())
        document = document.with_value({"advice", at, "outcome"}, news.outcome);
    set("told", news.told);
    set("thanked", news.thanked);
    return document;
}

Page reply_to(const Relationship& person, const Advice& advice, const News& news, Date today) {
    const std::string what = first_line(advice.what);
    const std::string name = first_name(person);
    Page page;
    if (news.verdict || news.tried) {
        Advice after = advice;
        if (news.tried) after.tried = news.tried;
        if (news.verdict) after.verdict = news.verdict;
        if (!news.outcome.empty()) after.outcome = news.outcome;
        page.push_back(sentence("{}: {}.", what, fate_words(after, today)));
    }
    if (news.told) page.push_back(sentence("{} heard what became of it: {}.", name, what));
    if (news.thanked) page.push_back(sentence("You thanked {} for it: {}.", name, what));
    if (person.role == Role::mentee || news.told || news.thanked) return page;
    if (news.verdict == Verdict::worked)
        page.push_back(suggestion(fmt::format("{} will be glad to hear:", name),
                                  to_type("mentor draft {} --kind thanks", person.slug)));
    return page;
}

Exit note_fate(Session& session, const Options& options, const News& given) {
    if (!options.who)
        throw Error(Exit::usage, "it isn't said whose advice is meant",
                    "write: mentor advice WHO REF --worked TEXT");
    News news = given;
    const Seen seen(session, *options.who);
    const auto chosen = choose<Advice>(
        session, seen, trim(join(options.text, " ")),
        {.is_wanted = [](const Advice& advice) { return !advice.thanked; }, .refuse = {}});
    if (news.verdict && news.outcome.empty() && session.interactive())
        news.outcome = ask_text(session, {news.verdict == Verdict::disagreed ? "How do you see it?"
                                                                             : "What came of it?",
                                          "",
                                          "a few words to report back; Enter: none",
                                          {}})
                           .value_or("");
    if (!options.force && !news.outcome.empty())
        refuse_other_text(chosen->outcome, news.outcome,
                          fmt::format("'{}' has an outcome", first_line(chosen->what)),
                          to_type("mentor advice {} {} --worked TEXT", seen->slug,
                                  chosen->id.empty() ? "REF" : chosen->id));
    const auto changes = change(session, chosen, [&](const Record& record, std::size_t at) {
        return with_news(session, record, at, news);
    });
    session.saved(changes, reply_to(*seen, *chosen, news, session.today()));
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    const News news = news_of(session, options);
    if (options.on && (news.says_something() || options.text.empty()))
        throw Error(Exit::usage, "--on is for new advice",
                    "the day on which it was tried goes behind --tried");
    if (news.says_something()) return note_fate(session, options, news);
    if (options.force)
        throw Error(Exit::usage, "--force is for an outcome",
                    "say what became of it: --worked TEXT");
    if (options.text.empty()) return list_advice(session.view(options.output), options);
    const std::string text = trim(join(options.text, " "));
    if (text.empty())
        throw Error(
            Exit::usage, "the advice is empty",
            to_type("write it out; what waits to be tried: mentor advice {}", *options.who));
    return add_advice(session, *options.who, text, session.happened(options.on));
}

} // namespace

const Command advice_command{
    "advice",
    Chapter::promises,
    "Advice and what became of it, or what waits to be tried",
    "Once it was tried: mentor advice WHO REF --worked TEXT, --not-for-me or --disagreed; then "
    "--told\n"
    "once they heard of it. In a mentee's file it is what you advised, and what they made of it.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
