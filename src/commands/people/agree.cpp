// SPDX-License-Identifier: MIT

#include "commands/commands.hpp"
#include "core/rules/due/due.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/keys/given.hpp"
#include "edits/people/stages.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"
#include "session/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mentor::commands::agree {
namespace {

// What there is to agree on, in the order in which two people would talk about it.
const std::vector<KeyOf<Relationship>>& terms() {
    static const std::vector<KeyOf<Relationship>> talk = [] {
        std::vector<KeyOf<Relationship>> keys;
        std::ranges::copy_if(relationship_keys(), std::back_inserter(keys),
                             [](const Key& key) { return key.talk > 0; });
        std::ranges::stable_sort(keys, {}, &Key::talk);
        return keys;
    }();
    return talk;
}

constexpr const char* started = "started";

struct Options {
    std::string who;
    Given given;
    std::optional<std::string> on;
};

void declare(Declaration& declaration, Options& options) {
    declaration.argument(options.who, "WHO", "the person");
    for (const Key& term : terms())
        declare_key(declaration, term, options.given);
    declare_key(declaration, relationship_key(started), options.given);
    declaration.option(options.on, "--on", "DATE", "the day that you agreed (default: today)");
}

void refuse_ended(const Relationship& relationship) {
    if (relationship.stage != Stage::alumni && !has_ended(relationship)) return;
    throw Error(Exit::usage, where_it_stands(relationship),
                to_type("to begin another one: mentor set {} stage=active", relationship));
}

void walk_through(Session& session, const Relationship& relationship, Given& given) {
    session.say(fmt::format("What you and {} agree on:", relationship.name));
    say_how_to_answer(session);
    for (const auto& term : terms())
        given[term.name] = ask_again(session, term, text_of(term.held(relationship)));
}

Document with_agreement(const Record& record, const Session& session, const Given& given, Date on) {
    Document document = with_changes(record.document, {}, changes_of(given, session));
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
    const bool stands = std::ranges::any_of(
        terms(), [&](const auto& term) { return !text_of(term.held(before)).empty(); });
    if (gives || stands) return;
    throw Error(
        Exit::usage, fmt::format("nothing is agreed with {} yet", before.name),
        to_type("say what, such as: mentor agree {} --every 4w --confidential yes", before));
}

Grid changes_between(const Relationship& before, const Relationship& after) {
    Grid grid = plain_grid();
    const auto add = [&](const std::string& label, const std::string& text) {
        grid.rows.push_back(row(label, text));
    };
    for (const auto& term : terms()) {
        const Held was = term.held(before), is = term.held(after);
        if (text_of(was) == text_of(is)) continue;
        const auto* day = std::get_if<Moment>(&is);
        const std::string words = day ? to_words(*day) : text_of(is);
        add(std::string(term.option.name.substr(2)), words.empty() ? "taken away" : words);
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

Page reply_to(const Session& session, const Relationship& before, const Relationship& after,
              Date on) {
    Grid grid = changes_between(before, after);
    Page page{sentence(opening_of(before, after, !grid.rows.empty(), on))};
    const auto add_day = [&](const char* label, Date day) {
        grid.rows.push_back(row(label, to_words(day)));
    };
    const auto check_in = next_check_in(after, session.config, session.today());
    if (check_in > session.today()) add_day("check-in due", *check_in);
    if (after.agreement.review) add_day("look again", mentor::add(on, *after.agreement.review));
    if (!grid.rows.empty()) page.push_back(std::move(grid));
    if (!is_in_touch(before.stage))
        page.push_back(suggestion("The first meeting:", to_type("mentor plan {} WHEN", before)));
    else if (!after.agreement.review)
        page.push_back(suggestion("To be reminded to look at it again:",
                                  to_type("mentor agree {} --review 6mo", before)));
    return page;
}

Exit run(Session& session, const Options& typed) {
    const Date on = session.happened(typed.on);
    const std::string slug = session.slug_for(typed.who);
    const Relationship seen = session.journal.read(slug).relationship;
    refuse_ended(seen);
    Given given = typed.given;
    if (session.interactive() && !says_something(given)) walk_through(session, seen, given);
    require_terms(seen, given);
    Relationship before, after;
    const auto changes = session.journal.update(slug, [&](const Record& record) {
        refuse_ended(record.relationship);
        before = record.relationship;
        Document document = with_agreement(record, session, given, on);
        after = changed(record, document);
        return document;
    });
    session.saved(changes, reply_to(session, before, after, on));
    return Exit::done;
}

} // namespace

const Command command{
    "agree",
    Chapter::people,
    "Talk through what you agree on, or look at it again",
    "On a terminal it asks, with what stands there as the answer that Enter keeps; each answer is "
    "also an option, and an empty one takes the key away. The day counts as the day on which you "
    "agreed, also where nothing changes. A prospect becomes active.",
    &invocation_of<Options, declare, run>,
};

} // namespace mentor::commands::agree
