// SPDX-License-Identifier: MIT
//
// `mentor end` as a conversation: goals against outcomes, promises, what it brought, thanks, and
// what comes after.

#include "core/rules/looking/looking_back.hpp"
#include "core/text.hpp"
#include "edits/people/closing.hpp"
#include "edits/people/newcomer.hpp"
#include "report/blocks.hpp"
#include "report/pages/phrases.hpp"
#include "session/prompts.hpp"

#include <fmt/format.h>

namespace mentor {
namespace {

// How one thing is asked about: the words for its fates, and what is asked after each.
struct Words {
    const char* question;
    const char* hint;
    const char* done;
    const char* dropped;
    const char* outcome; // asked where it is done
};

constexpr Words of_goal{"Is it reached, given up, or still open?",
                        "hold it against what you set out to do; open is an answer, too", "reached",
                        "given up", "What came of it?"};
constexpr Words of_promise{"Is it kept, let go, or still open?",
                           "what stays open can be settled later: mentor done, mentor drop", "kept",
                           "let go", "How did it go?"};

template<class Thing>
void ask_fate(Session& session, Settled<Thing>& settled, const Words& words) {
    const About about(session, settled.thing.identity());
    const auto answer = ask_choice(
        session, {words.question, "open", words.hint, {words.done, words.dropped, "open"}});
    if (answer != words.done && answer != words.dropped) return;
    settled.fate = answer == words.done ? Fate::done : Fate::dropped;
    if (!trim(settled.thing->outcome).empty()) return; // it stands there already
    const bool is_done = settled.fate == Fate::done;
    const Prompt outcome{
        is_done ? words.outcome : "Why?", "", "a sentence to read in a year; Enter skips", {}};
    settled.outcome = ask_text(session, outcome).value_or("");
}

void ask_goals(Session& session, Closing& closing) {
    for (auto& settled : closing.goals) {
        if (settled.fate != Fate::open) continue;
        const Goal& goal = *settled.thing;
        session.say("");
        Page page{Paragraph{{{"Goal: "}, {goal.title, Style::strong}}}};
        if (!goal.measure.empty()) page.push_back(Fact{"measure", {{goal.measure}}});
        if (goal.due) page.push_back(Fact{"due", {{to_words(*goal.due)}}});
        session.say(page);
        ask_fate(session, settled, of_goal);
    }
}

void ask_promises(Session& session, Closing& closing, const Relationship& relationship) {
    const std::string name = called(relationship);
    for (auto& settled : closing.promises) {
        if (settled.fate != Fate::open) continue;
        const Commitment& promise = *settled.thing;
        const std::string who = promise.owner == Side::me ? "You" : name;
        session.say("");
        Page page{Paragraph{{{who + " promised: "}, {promise.what, Style::strong}}}};
        if (promise.due) page.push_back(Fact{"due", {{to_words(*promise.due)}}});
        session.say(page);
        ask_fate(session, settled, of_promise);
    }
}

std::string question_of_outcome(const Relationship& relationship) {
    const std::string name = called(relationship);
    switch (relationship.role) {
    case Role::mentor:
        return fmt::format("What did your time with {} bring you?", name);
    case Role::mentee:
        return fmt::format("What did {} achieve, and what did you learn?", name);
    case Role::peer:
        break;
    }
    return fmt::format("What did it bring {} and you?", name);
}

void ask_thanks(Session& session, Closing& closing, const std::string& name) {
    const auto words =
        ask_text(session, {fmt::format("What would you like to thank {} for?", name),
                           "",
                           "the one thing that helped most, as exactly as you can; Enter skips",
                           {}});
    if (!words) return;
    const bool told = ask_yes(session, fmt::format("Have you told {} so?", name), false);
    (told ? closing.thanks : closing.owed) = words;
}

void ask_outcome(Session& session, Closing& closing, const Relationship& relationship) {
    const std::string standing = relationship.ending ? relationship.ending->outcome : "";
    if (!trim(standing).empty() && !closing.replaces_outcome) return;
    const Prompt prompt{
        question_of_outcome(relationship), standing, "what is there now and wasn't before", {}};
    closing.outcome = ask_change(session, prompt, [](const std::string&) {});
}

void ask_keep(Session& session, Closing& closing, const Relationship& relationship) {
    const auto& ending = relationship.ending;
    const Duration usual = ending && ending->keep ? *ending->keep : session.config.cadence.alumni;
    const Prompt prompt{
        fmt::format("How often will you be in touch with {}?", called(relationship)),
        to_text(usual),
        "3mo, 6mo, 1y; or never, where it ends for good",
        {}};
    closing.keep = ask_for(session, prompt, parse_keep);
}

// Whom one outgrows often knows who fits better.
void ask_referral(Session& session, Closing& closing, const std::string& name) {
    const Prompt prompt{fmt::format("Whom did {} name for what comes next?", name),
                        "",
                        "a name: it goes on your list of prospects. Enter: nobody, or not yet",
                        {}};
    const auto parse = [&](const std::string& answer) -> std::string {
        const std::string folded = fold(trim(answer));
        if (folded == "no" || folded == "nobody" || folded == "none" || folded == "no one")
            return "";
        std::string named = trim(one_line(answer));
        new_slug(session, named);
        return named;
    };
    closing.referral = ask_for(session, prompt, parse).value_or("");
}

// In figures, and what it was about: to answer what it brought.
void look_back_on(Session& session, const Relationship& relationship, Date until) {
    const LookingBack back = look_back(relationship, session.config.kinds, until);
    std::vector<std::string> parts;
    const auto add = [&](int count, std::string_view one, std::string_view many) {
        if (count > 0) parts.push_back(counted(count, one, many));
    };
    add(back.meetings, "meeting", "meetings");
    if (back.minutes > 0) parts.push_back(length_words(back.minutes));
    add(back.kept_by_me, "promise kept by you", "promises kept by you");
    const std::string theirs = " kept by " + called(relationship);
    add(back.kept_by_them, "promise" + theirs, "promises" + theirs);
    add(back.reached, "goal reached", "goals reached");
    Page page;
    if (!parts.empty())
        page.push_back(
            sentence(fmt::format("{}{}.", back.since ? "Since " + to_words(*back.since) + ": " : "",
                                 join(parts, ", ")),
                     Style::quiet));
    if (!relationship.learn.empty())
        page.push_back(
            sentence(fmt::format("{} to learn: {}.",
                                 relationship.role == Role::mentee ? "They came" : "You came",
                                 join(relationship.learn, ", ")),
                     Style::quiet));
    if (page.empty()) return;
    session.say("");
    session.say(page);
}

} // namespace

void ask_for_closing(Session& session, Closing& closing, const Relationship& relationship) {
    session.say(fmt::format("The closing conversation with {}:", relationship.name));
    say_how_to_answer(session);
    ask_goals(session, closing);
    ask_promises(session, closing, relationship);
    if (!closing.goals.empty() || !closing.promises.empty()) session.say("");
    look_back_on(session, relationship, closing.on);
    if (!closing.outcome) ask_outcome(session, closing, relationship);
    if (!closing.thanks && !closing.owed) ask_thanks(session, closing, called(relationship));
    if (!closing.keep) ask_keep(session, closing, relationship);
    if (closing.referral.empty() && relationship.role != Role::mentee)
        ask_referral(session, closing, called(relationship));
}

} // namespace mentor
