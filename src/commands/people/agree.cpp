// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due.hpp"
#include "core/text.hpp"
#include "edits/answers.hpp"
#include "edits/stages.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mentor {
namespace {

std::string words(const std::optional<Duration>& length) {
    return length ? to_text(*length) : "";
}
std::string words(const std::optional<bool>& flag) {
    return flag ? *flag ? "yes" : "no" : "";
}

// One thing to agree on, and how it stands in the file, in the words that its option takes.
struct Term {
    const char* key;
    std::string (*stands)(const Relationship& it);
};

// In the order in which two people would talk about it.
constexpr std::array terms{
    Term{"agreement.every", [](const auto& it) { return words(it.agreement.every); }},
    Term{"agreement.grace", [](const auto& it) { return words(it.agreement.grace); }},
    Term{"agreement.where", [](const auto& it) { return it.agreement.where; }},
    Term{"agreement.length", [](const auto& it) { return it.agreement.length; }},
    Term{"contact.prefers", [](const auto& it) { return it.contact.prefers; }},
    Term{"contact.hours", [](const auto& it) { return it.contact.hours; }},
    Term{"agreement.initiates",
         [](const auto& it) {
             return it.agreement.initiates ? std::string(to_text(*it.agreement.initiates)) : "";
         }},
    Term{"agreement.confidential", [](const auto& it) { return words(it.agreement.confidential); }},
    Term{"agreement.honest", [](const auto& it) { return words(it.agreement.honest); }},
    Term{"agreement.expectations", [](const auto& it) { return it.agreement.expectations; }},
    Term{"agreement.boundaries", [](const auto& it) { return it.agreement.boundaries; }},
    Term{"ends", [](const auto& it) { return it.ends ? to_iso(*it.ends) : ""; }},
    Term{"agreement.review", [](const auto& it) { return words(it.agreement.review); }},
};

constexpr const char* started = "started";

struct Options {
    std::string who;
    Given given;
    std::optional<std::string> on;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    for (const Term& term : terms)
        declare_answer(declaration, answer_for(term.key), options.given);
    declare_answer(declaration, answer_for(started), options.given);
    declaration.option(options.on, "--on", "DATE", "the day that you agreed (default: today)");
}

void refuse_ended(const Relationship& relationship) {
    if (relationship.stage != Stage::alumni && !has_ended(relationship)) return;
    throw Error(Exit::usage, where_it_stands(relationship),
                fmt::format("to begin another one: mentor set {} stage=active", relationship.slug));
}

void walk_through(Session& session, const Relationship& relationship, Given& given) {
    session.say(fmt::format("What you and {} agree on:", relationship.name));
    say_how_to_answer(session);
    for (const auto& [key, stands] : terms)
        given[key] = ask_again_about(session, answer_for(key), stands(relationship));
}

Document with_agreement(const Record& record, const Session& session, const Given& given, Date on) {
    Document document = record.document;
    for (const Answer& answer : answers()) {
        const auto found = given.find(answer.key);
        if (found == given.end() || !found->second) continue;
        document = with_answer(document, answer, *found->second, session.calendar);
    }
    if (!is_in_touch(record.relationship.stage)) {
        document = document.with_value({"stage"}, to_text(Stage::active));
        if (!document.contains({started})) document = document.with_value({started}, on);
    }
    return document.with_value({"agreement", "agreed"}, on);
}

// Where nothing is agreed there is nothing to look at again.
void require_terms(const Relationship& before, const Given& given) {
    const bool gives = std::ranges::any_of(
        given, [](const auto& each) { return each.second && !each.second->empty(); });
    const bool stands =
        std::ranges::any_of(terms, [&](const Term& term) { return !term.stands(before).empty(); });
    if (gives || stands) return;
    throw Error(Exit::usage, fmt::format("nothing is agreed with {} yet", before.name),
                fmt::format("say what, such as: mentor agree {} --every 4w --confidential yes",
                            before.slug));
}

Grid changes_between(const Relationship& before, const Relationship& after) {
    Grid grid = plain_grid();
    const auto add = [&](const std::string& label, const std::string& text) {
        grid.rows.push_back(row(label, text));
    };
    for (const auto& [key, stands] : terms) {
        const std::string was = stands(before), is = stands(after);
        if (was == is) continue;
        const std::string_view label = std::string_view(answer_for(key).option).substr(2);
        const auto day = find_iso_date(is);
        add(std::string(label), is.empty() ? "taken away" : day ? to_words(*day) : is);
    }
    if (after.started && after.started != before.started) add("began", to_words(*after.started));
    return grid;
}

std::string opening_of(const Relationship& before, const Relationship& after, bool is_changed,
                       Date on) {
    if (!is_in_touch(before.stage)) {
        return fmt::format("{} is your {} from now on; you agreed on {}.", after.name,
                           to_text(after.role), to_words(on));
    }
    return fmt::format(fmt::runtime(is_changed ? "You and {} agreed on {}:"
                                               : "Your agreement with {} stands as it was; you "
                                                 "looked at it on {}."),
                       after.name, to_words(on));
}

Page answer_to(const Session& session, const Relationship& before, const Relationship& after,
               Date on) {
    Grid grid = changes_between(before, after);
    Page page{sentence(opening_of(before, after, !grid.rows.empty(), on))};
    const auto add_day = [&](const char* label, Date day) {
        grid.rows.push_back(row(label, to_words(day)));
    };
    const auto check_in = next_check_in(after, session.config, session.today());
    if (check_in > session.today()) add_day("check-in due", *check_in);
    if (after.agreement.review) add_day("look again", add(on, *after.agreement.review));
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    if (!is_in_touch(before.stage))
        page.push_back(
            suggestion("The first meeting:", fmt::format("mentor plan {} WHEN", after.slug)));
    else if (!after.agreement.review)
        page.push_back(suggestion("To be reminded to look at it again:",
                                  fmt::format("mentor agree {} --review 6mo", after.slug)));
    return page;
}

Exit run(Session& session, const Options& typed) {
    const Date on = session.happened(typed.on);
    const std::string slug = session.slug_for(typed.who);
    const Relationship seen = session.journal.read(slug).relationship;
    refuse_ended(seen);
    Given given = typed.given;
    const bool says_something =
        std::ranges::any_of(given, [](const auto& each) { return each.second.has_value(); });
    if (session.interactive() && !says_something) walk_through(session, seen, given);
    require_terms(seen, given);
    Relationship before, after;
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        refuse_ended(record.relationship);
        before = record.relationship;
        Document document = with_agreement(record, session, given, on);
        after = decode_relationship(document, slug);
        return document;
    });
    session.saved(changes, answer_to(session, before, after, on));
    return Exit::done;
}

} // namespace

const Command agree_command{
    "agree",
    Chapter::people,
    "Talk through what you agree on, or look at it again",
    "On a terminal it asks, with what stands there as the answer that Enter keeps; each answer is "
    "also an option, and an empty one takes the key away. The day counts as the day on which you "
    "agreed, also where nothing changes. A prospect becomes active.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor
