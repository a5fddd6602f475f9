// SPDX-License-Identifier: MIT

#include "edits/log/check_in.hpp"

#include "core/rules/due/due.hpp"
#include "core/text.hpp"
#include "edits/log/how.hpp"
#include "report/blocks.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace mentor {
namespace {

class Conversation {
public:
    Conversation(Session& session, LogDraft& draft, const Seen& seen)
        : session_(session), draft_(draft), seen_(seen), name_(called(*seen)) {}

    void ask(const CheckIn& check_in) {
        const Kinds& kinds = session_.config.kinds;
        if (check_in.asks_day) ask_when();
        if (check_in.asks_kind) ask_how();
        ask_what(check_in.takes_marks);
        // A touch is soon told; the rest is for those who sat together.
        if (!kinds.is_meeting(draft_.kind)) return;
        ask_loops(session_, seen_, draft_.on.date, draft_.loops);
        ask_goals();
        ask_new();
        for (auto& answer : ask_answers(session_, seen_, draft_.on.date, draft_.answers))
            draft_.answers.push_back(std::move(answer));
        if (seen_->stage == Stage::prospect && !draft_.fits) ask_fit();
        if (!draft_.said.next && draft_.fits != false) ask_next();
    }

private:
    void ask_when() {
        const auto planned = find_agreed(*seen_, session_.config, session_.today());
        const bool is_earlier = planned && planned->date < session_.today();
        const std::string preset = is_earlier ? to_words(*planned) : "today";
        // In full: from what was typed, it may be another Ada than the one who was meant.
        const auto on = ask_for(session_,
                                {fmt::format("When were you in touch with {}?", seen_->name),
                                 preset,
                                 "a day, such as yesterday, tue or 12 nov",
                                 {}},
                                [&](const std::string& answer) {
                                    if (is_earlier && answer == preset) return *planned;
                                    return parse_past(answer);
                                });
        draft_.on = on.value_or(draft_.on);
    }

    Moment parse_past(const std::string& answer) const {
        const Moment moment = parse_moment(answer, session_.calendar, Reading::past);
        refuse_day_ahead(moment.date, session_.today(), "a meeting to come goes into: mentor plan");
        return moment;
    }

    void ask_how() {
        const Kinds& kinds = session_.config.kinds;
        const LogEntry* last = last_contact(*seen_, kinds, session_.today());
        if (last) draft_.kind = last->kind;
        const Prompt prompt{"How?", draft_.kind,
                            "coffee, call, message …; Tab lists them. With how long it took, whose "
                            "idea it was and how useful, where you like: coffee, 45m, them, 4/5",
                            kinds.names()};
        const auto how = ask_for(
            session_, prompt, [&](const std::string& answer) { return parse_how(answer, kinds); });
        if (!how) return;
        if (!how->kind.empty()) draft_.kind = how->kind;
        if (how->by) draft_.by = how->by;
        if (how->minutes) draft_.minutes = how->minutes;
        if (how->rating) draft_.rating = how->rating;
        if (const Grid grid = rows_of(*how); !grid.rows.empty()) session_.say(Page{grid});
    }

    // Line by line; what is pasted keeps its own lines. A mark is said back as it was understood.
    void ask_what(bool takes_marks) {
        if (takes_marks)
            session_.say(
                Page{sentence("Marks: [ ] me: … by fri   [x] kept   ? question   > advice   ! win",
                              Style::quiet)});
        Prompt prompt{"What was it about?",
                      "",
                      "a line; another one follows until you press Enter on an empty one",
                      {}};
        prompt.ends = true;
        for (std::string line; !(line = session_.ask(prompt)).empty();) {
            try {
                take_line(line, takes_marks);
                prompt.question = "And?";
                prompt.typed.clear();
            } catch (const Error& error) {
                refuse(session_, prompt, line, error);
            }
        }
    }

    void take_line(const std::string& line, bool takes_marks) {
        if (takes_marks) return take(understood_of(line));
        draft_.said.note += (draft_.said.note.empty() ? "" : "\n") + line;
    }

    Understood understood_of(const std::string& line) {
        return understand_line(session_, seen_, line, draft_.on.date);
    }

    // Says it back, at once.
    void take(Understood understood) {
        const Grid grid = rows_of(understood.said, understood.loops, "they promised");
        if (!grid.rows.empty()) session_.say(Page{grid});
        add(draft_, std::move(understood));
    }

    void ask_goals() {
        std::vector<Choice> goals;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < seen_->goals.size(); ++i) {
            const Goal& goal = seen_->goals[i];
            if (!goal.open() || !has_own_id(goal, *seen_) || holds(draft_.goals, goal.id)) continue;
            goals.push_back(choice_of<Goal>(seen_, i, first_line(goal.title)));
            ids.push_back(goal.id);
        }
        if (goals.empty()) return;
        for (const std::size_t position :
             ask_several(session_, "Which of these goals did you talk about?", goals))
            draft_.goals.push_back(ids[position]);
    }

    static bool holds(const std::vector<std::string>& words, const std::string& word) {
        return std::ranges::find(words, word) != words.end();
    }

    // One question for all that is new: most often a promise, which needs no mark. What the marks
    // said, and the way forward, isn't asked again.
    void ask_new() {
        if (!draft_.said.commitments.empty()) return;
        ask_many(session_,
                 {"Anything promised?",
                  "",
                  fmt::format("Send the draft by fri; they: Intro to Grace by 2w, for {}'s; "
                              "> advice; ! a win. Enter when there is nothing",
                              name_),
                  {}},
                 "Anything else?", [&](const std::string& answer) {
                     Understood understood = understood_of(answer);
                     const bool is_plain = !understood.said.note.empty();
                     take(is_plain ? understood_of("[ ] " + answer) : std::move(understood));
                     return answer;
                 });
    }

    // They are still somebody whom you hope for: now you know more.
    void ask_fit() {
        const Prompt prompt{
            fmt::format("Does it fit, you and {}: yes, no, or not yet sure?", name_),
            "not yet sure",
            "yes: you go on together. no: you thank them, and let it be. Enter: "
            "the next talk will tell",
            {"yes", "no", "not yet sure"}};
        const auto answer = ask_choice(session_, prompt);
        if (answer == "yes" || answer == "no") draft_.fits = answer == "yes";
    }

    // What is agreed, else the day by the rhythm: Enter takes it.
    void ask_next() {
        const bool is_agreed = seen_->next && seen_->next->date > session_.today();
        Relationship after = *seen_;
        after.next.reset();
        after.snoozed.reset();
        after.log.emplace_back().on = draft_.on;
        after.log.back().kind = draft_.kind;
        const auto by_rhythm = next_check_in(after, session_.config, session_.today());
        std::optional<Moment> likely;
        if (is_agreed)
            likely = seen_->next;
        else if (by_rhythm && *by_rhythm > session_.today())
            likely = Moment{*by_rhythm, std::nullopt};
        const std::string preset = likely ? to_words(*likely) : "";
        const Prompt prompt{"When do you meet next?",
                            preset,
                            preset.empty()
                                ? "a day, such as thu 15:30, 4w or 3 dec; Enter when you don't know"
                                : "Enter takes the day in brackets, - none; or another, such as "
                                  "thu 15:30",
                            {}};
        const auto next = ask_for(session_, prompt, [&](const std::string& answer) {
            if (answer == "-") return std::optional<Moment>();
            if (answer == preset) return likely;
            return std::optional(parse_moment_ahead(answer, session_.calendar));
        });
        if (next && *next && !(is_agreed && **next == *seen_->next)) draft_.said.next = **next;
    }

    Session& session_;
    LogDraft& draft_;
    const Seen& seen_;
    std::string name_;
};

} // namespace

void ask_for_draft(Session& session, LogDraft& draft, const Seen& seen, const CheckIn& check_in) {
    Conversation(session, draft, seen).ask(check_in);
}

} // namespace mentor
