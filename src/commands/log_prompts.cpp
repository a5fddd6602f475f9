// SPDX-License-Identifier: MIT
//
// `mentor log` as a conversation: who, when, how, what, and what next.

#include "log_draft.hpp"
#include "prompts.hpp"

#include "mentor/core/due.hpp"
#include "mentor/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace mentor {
namespace {

constexpr std::size_t most_offered = 6;

// Everyone a meeting could be logged with, those most in need of contact first.
std::vector<Relationship> by_need(Session& session) {
    auto people = session.load();
    std::erase_if(people, [](const auto& person) { return person.stage == Stage::declined; });
    auto day = [&](const Relationship& person) {
        return next_check_in(person, session.config, session.today()).value_or(Date::max());
    };
    std::ranges::stable_sort(people, {}, day);
    return people;
}

std::vector<std::string> ask_lines(Session& session, const std::string& question,
                                   const std::string& again, const std::string& hint) {
    return ask_many(session, {question, "", hint, {}}, again,
                    [](const std::string& answer) { return answer; });
}

void ask_promises(Session& session, LogDraft& draft, Side owner, const std::string& question,
                  const std::string& hint) {
    auto promises = ask_many(session, {question, "", hint, {}}, "And what else?",
                             [&](const std::string& answer) {
                                 WithDue promise = parse_with_due(answer, session.calendar);
                                 return MarkedCommitment{owner, promise.text, promise.due};
                             });
    std::ranges::move(promises, std::back_inserter(draft.said.commitments));
}

} // namespace

std::string ask_who(Session& session) {
    const auto people = by_need(session);
    if (people.empty()) {
        throw Error(Exit::unknown, "the journal has nobody yet", "begin with: mentor add");
    }
    std::vector<std::string> names;
    Grid grid{.columns = {{"", Align::right}, {}, {}}, .rows = {}, .indent = 2};
    for (const auto& person : people) {
        names.push_back(person.name);
        if (grid.rows.size() == most_offered) continue;
        const auto* last = last_contact(person, session.config.kinds, session.today());
        grid.rows.push_back({{{std::to_string(grid.rows.size() + 1)}},
                             {{person.name, Style::name}},
                             {{last ? fmt::format("last {} {}", last->kind,
                                                  relative(last->on.date, session.today()))
                                    : "no contact yet",
                               Style::quiet}}});
    }
    const std::size_t offered = grid.rows.size();
    session.say(Page{std::move(grid)});
    const Prompt prompt{"Who was it with?", "",
                        "a number from the list, or any name; Tab completes", names};
    const auto slug = ask_for(session, prompt, [&](const std::string& answer) {
        std::size_t number = 0;
        const auto [end, fault] =
            std::from_chars(answer.data(), answer.data() + answer.size(), number);
        if (fault == std::errc() && end == answer.data() + answer.size() && number >= 1 &&
            number <= offered) {
            return people[number - 1].slug;
        }
        return session.slug_for(answer);
    });
    if (!slug) throw Error(Exit::interrupted, "nobody was named");
    return *slug;
}

void ask_for_draft(Session& session, LogDraft& draft, const Relationship& relationship,
                   bool ask_kind, bool ask_day) {
    const std::string name = first_name(relationship);
    if (ask_day) {
        const auto on = ask_for(
            session, {"When?", "today", "a day, such as yesterday, tue or 12 nov", {}},
            [&](const std::string& answer) {
                const Moment moment = parse_moment(answer, session.calendar, Reading::past);
                if (moment.date > session.today()) {
                    throw Error(Exit::usage, fmt::format("{} lies ahead", to_words(moment.date)),
                                "a meeting to come goes into: mentor plan");
                }
                return moment;
            });
        draft.on = on.value_or(draft.on);
    }
    if (ask_kind) {
        draft.kind =
            ask_choice(session, "How?", draft.kind, "coffee, call, message …; Tab lists them",
                       session.config.kinds.names());
    }
    draft.said.note =
        join(ask_lines(session, "What was it about?", "And?",
                       "a line; another one follows until you press Enter on an empty one"),
             "\n");
    ask_promises(session, draft, Side::me, fmt::format("What did you promise {}?", name),
                 "such as: Send the draft by fri. Enter when there is nothing");
    ask_promises(session, draft, Side::them, fmt::format("What did {} promise you?", name),
                 "such as: Intro to Grace by 2w. Enter when there is nothing");
    auto questions = ask_lines(session, "What do you want to ask next time?", "And what else?",
                               "it comes back before the next meeting");
    std::ranges::move(questions, std::back_inserter(draft.said.questions));
    if (!draft.said.next) {
        draft.said.next =
            ask_for(session,
                    {"When do you meet next?",
                     "",
                     "thu 15:30, 4w, 3 dec; Enter when you don't know yet",
                     {}},
                    [&](const std::string& answer) {
                        return parse_moment(answer, session.calendar, Reading::future);
                    });
    }
}

} // namespace mentor
