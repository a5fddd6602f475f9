// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/comments_left.hpp"
#include "edits/keys/day_of_year.hpp"
#include "edits/keys/put.hpp"
#include "report/blocks.hpp"
#include "report/pages/people/occasions_report.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor::commands::occasion {
namespace {

struct Options {
    std::string who;
    std::vector<std::string> words;
    std::optional<std::string> notice;
    bool once = false, remove = false;
    Output output;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.words, "WHAT DAY",
                         "such as: birthday 10 dec, birthday december; without them the days are "
                         "listed");
    declaration.flag(options.once, "--once", "it happens once, on a day with its year");
    declaration.option(options.notice, "--notice", "LENGTH", "how long before `due` names it");
    declaration.flag(options.remove, "--remove", "take the day out that WHAT names");
    declare_output(declaration, options.output);
}

WhatAndDay parse_words(const Session& session, const Options& options) {
    std::vector<std::string> words;
    for (const auto& given : options.words)
        for (const auto& word : split(one_line(given), ' '))
            if (!word.empty()) words.push_back(word);
    return parse_what_and_day(words, session.calendar);
}

[[noreturn]] void refuse_several(const Relationship& person, const std::vector<std::size_t>& all) {
    std::vector<std::string> lines;
    for (const std::size_t at : all) {
        const Occasion& each = person.occasions[at];
        lines.push_back(fmt::format("{}  {}", each.what, day_text(each)));
    }
    const std::string& what = person.occasions[all.front()].what;
    const bool is_one_word = std::ranges::all_of(
        all, [&](const std::size_t at) { return person.occasions[at].what == what; });
    throw Error(
        Exit::unknown, fmt::format("{} has {} days '{}'", person.name, all.size(), fold(what)),
        fmt::format("{}\n{}", join(lines, "\n"),
                    is_one_word ? to_type("give each a word of its own: mentor edit {}", person)
                                : "write the one that is meant as it stands there"));
}

// Throws where several are called so.
std::optional<std::size_t> find_occasion(const Relationship& person, const std::string& what) {
    const auto named = named_occasions(person.occasions, what);
    if (named.size() > 1) refuse_several(person, named);
    return named.empty() ? std::nullopt : std::optional(named.front());
}

[[noreturn]] void refuse_unknown(const Relationship& person, const std::string& what) {
    std::vector<std::string> known;
    for (const Occasion& each : person.occasions)
        known.push_back(each.what);
    throw Error(Exit::unknown, fmt::format("{} has no day '{}'", person.name, what),
                known.empty() ? to_type("write: mentor occasion {} {} 10 dec", person, what)
                              : fmt::format("those kept: {}", join(known, ", ")));
}

Exit remove_occasion(Session& session, const Options& options, const std::string& what) {
    std::string name;
    Page left;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            const Relationship& person = record.relationship;
            name = called(person);
            const auto at = find_occasion(person, what);
            if (!at) refuse_unknown(person, what);
            left.clear();
            add_comments_left(left, record.document, {"occasion", *at});
            return record.document.without({"occasion", *at});
        });
    Page page{sentence("{} is no day of {} any more.", what, name)};
    page.insert(page.end(), left.begin(), left.end());
    session.saved(changes, page);
    return Exit::done;
}

Exit keep_occasion(Session& session, const Options& options, const WhatAndDay& given) {
    if (options.once && (!given.day || given.day->size() <= std::string_view("MM-DD").size()))
        throw Error(
            Exit::usage, "what happens once needs its year",
            to_type("write: mentor occasion {} {} 2027-02-12 --once", options.who, given.what));
    std::string notice;
    if (options.notice) notice = to_text(parse_duration(*options.notice));
    Relationship after;
    std::size_t at = 0;
    const auto changes =
        session.journal.update(session.slug_for(options.who), [&](const Record& record) {
            Document document = record.document;
            const auto known = find_occasion(record.relationship, given.what);
            at = known.value_or(record.relationship.occasions.size());
            if (!known && !given.day) refuse_unknown(record.relationship, given.what);
            if (!known)
                document =
                    document.with_appended("occasion", {{"what", given.what}, {"on", *given.day}});
            else if (given.day)
                document = document.with_value({"occasion", at, "on"}, *given.day);
            const Path yearly{"occasion", at, "yearly"};
            if (given.day)
                document =
                    options.once ? document.with_value(yearly, false) : document.without(yearly);
            if (!notice.empty()) document = document.with_value({"occasion", at, "notice"}, notice);
            after = changed(record, document);
            return document;
        });
    session.saved(changes,
                  {sentence("{}'s {}: {}", called(after), first_line(after.occasions[at].what),
                            occasion_words(after.occasions[at], session.today()))});
    return Exit::done;
}

Exit run(Session& session, const Options& options) {
    const bool is_bare = options.words.empty();
    if (is_bare && (options.once || options.notice || options.remove))
        throw Error(Exit::usage, "it isn't said which day is meant",
                    to_type("write: mentor occasion {} birthday 10 dec", options.who));
    if (is_bare) {
        View view = session.view(options.output);
        view.show(occasions_report(view.read(view.slug_for(options.who)), view.today()));
        return Exit::done;
    }
    refuse_output(options.output,
                  "a day that they keep shows everywhere; what is private goes into "
                  "an entry: mentor log WHO --private");
    const WhatAndDay given = parse_words(session, options);
    if (options.remove) return remove_occasion(session, options, given.what);
    if (!given.day && options.notice) return keep_occasion(session, options, given);
    if (!given.day) {
        // Says what is wrong with the day.
        if (options.words.size() > 1)
            parse_day_of_year(join({options.words.begin() + 1, options.words.end()}, " "),
                              session.calendar);
        throw Error(Exit::usage, fmt::format("it isn't said when '{}' is", given.what),
                    to_type("write: mentor occasion {} {} 10 dec", options.who, given.what));
    }
    return keep_occasion(session, options, given);
}

} // namespace

const Command command{
    "occasion",
    Chapter::people,
    "Birthdays and other days that they keep",
    "The same WHAT with another DAY changes it. A day with its year tells the age; of a day that "
    "you don't know, the month will do.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::occasion
