// SPDX-License-Identifier: MIT
//
// `mentor log` as a conversation: who, when, how, what, and what next.

#include "core/rules/due.hpp"
#include "core/text.hpp"
#include "edits/log_draft.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>

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

// Line by line; what is pasted keeps its own lines.
std::string ask_note(Session& session) {
    Prompt prompt{"What was it about?",
                  "",
                  "a line; another one follows until you press Enter on an empty one",
                  {}};
    std::vector<std::string> lines;
    for (std::string line; !(line = session.host.ask(prompt)).empty();) {
        lines.push_back(std::move(line));
        prompt.question = "And?";
    }
    return join(lines, "\n");
}

Moment parse_past(const Session& session, const std::string& answer) {
    const Moment moment = parse_moment(answer, session.calendar, Reading::past);
    refuse_day_ahead(moment.date, session.today(), "a meeting to come goes into: mentor plan");
    return moment;
}

void ask_for_promises(Session& session, LogDraft& draft, const std::string& name) {
    // Those of the way forward were named a moment ago.
    const char* what = draft.said.commitments.empty() ? "What" : "What else";
    auto mine = ask_promises(session, Side::me, fmt::format("{} did you promise {}?", what, name),
                             "such as: Send the draft by fri. Enter when there is nothing");
    auto theirs =
        ask_promises(session, Side::them, fmt::format("{} did {} promise you?", what, name),
                     "such as: Intro to Grace by 2w. Enter when there is nothing");
    for (auto* promises : {&mine, &theirs})
        std::ranges::move(*promises, std::back_inserter(draft.said.commitments));
}

void ask_for_next(Session& session, LogDraft& draft, const Relationship& relationship) {
    const bool is_agreed = relationship.next && relationship.next->date > session.today();
    const Prompt prompt{
        is_agreed ? fmt::format("When do you meet next? (agreed: {})", to_words(*relationship.next))
                  : "When do you meet next?",
        "",
        is_agreed ? "Enter keeps what was agreed; another day, such as thu 15:30 or 3 dec"
                  : "a day, such as thu 15:30, 4w or 3 dec; Enter when you don't know yet",
        {}};
    draft.said.next = ask_for(session, prompt, [&](const std::string& answer) {
        return parse_moment(answer, session.calendar, Reading::future);
    });
}

Grid grid_of(const std::vector<Relationship>& people, const Session& session) {
    Grid grid = plain_grid(3);
    grid.columns.front().align = Align::right;
    for (std::size_t i = 0; i < people.size() && i < most_offered; ++i) {
        const auto* last = last_contact(people[i], session.config.kinds, session.today());
        grid.rows.push_back({{{std::to_string(i + 1)}},
                             {{people[i].name, Style::name}},
                             {{last ? fmt::format("last {} {}", last->kind,
                                                  relative(last->on.date, session.today()))
                                    : "no contact yet",
                               Style::quiet}}});
    }
    return grid;
}

// The position in a list that counts from 1.
std::optional<std::size_t> find_position(const std::string& text, std::size_t size) {
    const auto number = find_number(text);
    return number && *number >= 1 && *number <= size ? std::optional(*number - 1) : std::nullopt;
}

} // namespace

std::string ask_who(Session& session) {
    const auto people = by_need(session);
    if (people.empty()) {
        throw Error(Exit::unknown, "the journal has nobody yet", "begin with: mentor add");
    }
    const std::size_t offered = std::min(people.size(), most_offered);
    Page page{grid_of(people, session)};
    if (offered < people.size()) {
        const auto others = static_cast<long>(people.size() - offered);
        page.push_back(indented(
            sentence(fmt::format("and {}, by name", counted(others, "other")), Style::quiet)));
    }
    session.say(page);
    Prompt prompt{"Who was it with?",
                  people.size() == 1 ? people.front().name : "",
                  "a number from the list, or any name; Tab completes",
                  {}};
    for (const auto& person : people)
        prompt.candidates.push_back(person.name);
    return ask_needed(session, prompt, "Type a number from the list, or a name.",
                      [&](const std::string& answer) {
                          const auto position = find_position(answer, offered);
                          return position ? people[*position].slug : session.slug_for(answer);
                      });
}

void ask_for_draft(Session& session, LogDraft& draft, const Seen& seen, bool ask_kind,
                   bool ask_day) {
    const std::string name = first_name(*seen);
    if (ask_day) {
        // In full: from what was typed, it may be another Ada than the one who was meant.
        const auto on =
            ask_for(session,
                    {fmt::format("When were you in touch with {}?", seen->name),
                     "today",
                     "a day, such as yesterday, tue or 12 nov",
                     {}},
                    [&](const std::string& answer) { return parse_past(session, answer); });
        draft.on = on.value_or(draft.on);
    }
    if (ask_kind) {
        const Prompt prompt{"How?", draft.kind, "coffee, call, message …; Tab lists them",
                            session.config.kinds.names()};
        const auto kind = ask_for(session, prompt, [&](const std::string& answer) {
            const auto known = session.config.kinds.find(answer);
            return known ? *known : parse_choice(answer, prompt.candidates);
        });
        draft.kind = kind.value_or(draft.kind);
    }
    draft.said.note = ask_note(session);
    // The rest is for who was there to hear it; what comes next, for who sat together.
    if (!session.config.kinds.is_contact(draft.kind)) return;
    ask_for_promises(session, draft, name);
    if (!session.config.kinds.is_meeting(draft.kind)) return;
    for (auto& answer : ask_answers(session, seen, draft.on.date, draft.answers))
        draft.answers.push_back(std::move(answer));
    auto questions = ask_many(
        session,
        {"What do you want to ask next time?", "", "it comes back before the next meeting", {}},
        "And what else?", [](const std::string& answer) { return answer; });
    std::ranges::move(questions, std::back_inserter(draft.said.questions));
    if (!draft.said.next) ask_for_next(session, draft, *seen);
}

} // namespace mentor
