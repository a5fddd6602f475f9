// SPDX-License-Identifier: MIT

#include "edits/goals/ending.hpp"

#include "core/dates/by_day.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "edits/items/offers.hpp"
#include "edits/items/standing_text.hpp"
#include "edits/keys/put.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

constexpr Days news_within{7};

Document with_end(Session& session, const Record& record, const Chosen<Goal>& goal,
                  const GoalEnd& end, const std::string& key, Date on) {
    const auto at = goal.position_in(record);
    Document document = record.document.with_value({"goal", at, key}, on);
    if (!end.outcome.empty()) document = document.with_value({"goal", at, "outcome"}, end.outcome);
    if (end.next.text.empty()) return document;
    Table fields{{"id", make_id(session.host, ids_of(record.relationship))},
                 {"title", end.next.text},
                 {"set", session.today()}};
    put(fields, "due", end.next.due);
    put(fields, "follows", goal->id);
    return document.with_appended("goal", fields);
}

// The title is words, whatever they end in: nothing of them is by when.
Document with_news(Session& session, const Record& record, const std::string& title,
                   Page& promised) {
    const std::string name = called(record.relationship);
    const std::string what = fmt::format("Tell {} that it is reached: {}", name, title);
    const Date due = session.today() + news_within;
    promised.push_back(
        sentence("You promised {}: {}, by {}.", called(record.relationship), what, to_words(due)));
    const Relationship now = decode_relationship(record.document, record.relationship.slug);
    return record.document.with_appended("commitment", {{"id", make_id(session.host, ids_of(now))},
                                                        {"owner", to_text(Side::me)},
                                                        {"what", what},
                                                        {"made", session.today()},
                                                        {"due", due}});
}

} // namespace

void declare_goal_ending(Declaration& declaration, GoalEnding& options) {
    declaration.argument(options.who, "WHO", "the person");
    declaration.argument(options.ref, "REF", "the goal: its id, or words of it")
        .offers(offer<Goal>);
    declaration.option(options.on, "--on", "DATE", "the day that it happened (default: today)");
    declaration.flag(options.force, "--force", "put the words in the place of an outcome");
}

Chosen<Goal> goal_for(Session& session, const GoalEnding& options, const Seen& seen,
                      std::string_view command) {
    refuse_other_noun(options.ref, items_of(seen->goals), "goal", *seen);
    const auto refuse = [&](const Goal& goal) {
        throw Error(Exit::unknown, fmt::format("'{}' is settled already", goal.title),
                    to_type("see: mentor goal list {} --all", *seen));
    };
    const auto goal =
        choose<Goal>(session, seen, options.ref, {is_open<Goal>, refuse, "open", options.words});
    if (!options.force && !options.words.empty()) {
        refuse_other_text(goal->outcome, join(options.words, " "),
                          fmt::format("'{}' has an outcome", goal->title),
                          fmt::format("mentor {} {} TEXT", command,
                                      to_type("{} {}", *seen, ref_to_type(goal->id))));
    }
    return goal;
}

GoalEnd end_of(const Session& session, const GoalEnding& options) {
    GoalEnd end{trim(join(options.words, " ")), {}, {}};
    if (options.next) end.next = parse_with_due(*options.next, session.calendar);
    if (options.next && end.next.text.empty())
        throw Error(Exit::usage, "--next needs the words of the new goal",
                    "write: --next 'Speak at a conference by 1 jun'");
    return end;
}

bool wants_asking(const Session& session, const GoalEnding& options) {
    return session.interactive() && options.words.empty() && !options.next;
}

std::string ask_outcome(Session& session, const Goal& goal, const char* question,
                        const char* hint) {
    if (!trim(goal.outcome).empty()) return "";
    return ask_text(session, {question, "", hint, {}}).value_or("");
}

Exit end_goal(Session& session, const Chosen<Goal>& goal, const GoalEnd& end,
              const std::string& key, Date on, std::string_view said, const Page& more) {
    std::vector<std::string> slugs{goal.slug()};
    slugs.insert(slugs.end(), end.tell.begin(), end.tell.end());
    Page promised;
    const auto changes = session.journal.update(slugs, [&](const std::vector<Record>& records) {
        promised.clear(); // of an attempt that came to nothing
        std::vector<Document> documents;
        for (const Record& record : records) {
            const bool is_own = documents.empty();
            const auto& slug = record.relationship.slug;
            Document document =
                is_own ? with_end(session, record, goal, end, key, on) : record.document;
            if (std::ranges::find(end.tell, slug) != end.tell.end())
                document = with_news(session, {std::move(document), record.relationship},
                                     first_line(goal->title), promised);
            documents.push_back(std::move(document));
        }
        return documents;
    });
    Page page{sentence("{} on {}: {}.", said, to_words(on), goal->title)};
    page.insert(page.end(), more.begin(), more.end());
    if (!end.next.text.empty())
        page.push_back(sentence("And next: {}{}.", end.next.text, due_words(end.next)));
    page.insert(page.end(), promised.begin(), promised.end());
    session.saved(changes, page);
    return Exit::done;
}

} // namespace mentor
