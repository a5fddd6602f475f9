// SPDX-License-Identifier: MIT
#include "core/dates/calendar_names.hpp"
#include "core/marks/shared_mark.hpp"
#include "core/rules/people/draft.hpp"
#include "core/rules/promises/thanks.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

// What a letter may speak of: of a private entry not even that there is one.
Relationship without_private(Relationship person) {
    person = without_private_words(std::move(person));
    std::erase_if(person.log, &LogEntry::is_private);
    return person;
}

// On one line and without its final stop, for the middle of a sentence.
std::optional<std::string> value_of(const std::string& text) {
    std::string line = trim(join(split_lines(text), " "));
    if (line.ends_with('.') && !line.ends_with("..")) line.pop_back();
    return line.empty() ? std::nullopt : std::optional(line);
}

std::string_view month_name(Date day) {
    return month_names[static_cast<std::size_t>(month_of(day) - 1)];
}

std::string month_in_letter(Date day) {
    return fmt::format("{} {}", month_name(day), year_of(day));
}

// "Thursday 3 December": nobody writes the year of a day that is near.
std::string day_in_letter(Date day) {
    const auto weekday = std::chrono::weekday(day).c_encoding();
    return fmt::format("{} {} {}", weekday_names[weekday], day_of_month(day), month_name(day));
}

std::string moment_in_letter(const Moment& moment) {
    if (!moment.time) return day_in_letter(moment.date);
    return fmt::format("{} at {:02}:{:02}", day_in_letter(moment.date), moment.time->hour,
                       moment.time->minute);
}

std::string meeting_in_letter(const LogEntry& entry) {
    return fmt::format("our {} on {}", spoken(entry.kind), day_in_letter(entry.on.date));
}

struct AdviceWords {
    std::string words, outcome;
};

// What was said of a promise from that entry once it was kept.
std::string outcome_of(const LogEntry& advice, const Relationship& person) {
    std::string outcome;
    for (const Commitment& promise : person.commitments)
        if (promise.done && !promise.outcome.empty() && !advice.id.empty() &&
            promise.log == advice.id)
            outcome = promise.outcome;
    return outcome;
}

std::string outcome_of(const Fruit& fruit, const Relationship& person) {
    if (fruit.of == FruitOf::goal)
        for (const Goal& goal : person.goals)
            if (goal.title == fruit.what && !goal.outcome.empty()) return goal.outcome;
    return fruit.what;
}

// What thanks are owed for, as `due` names it; where none are, the newest.
AdviceWords advice_of(const Relationship& person, Date today) {
    if (const Advice* worked = find_worked(person, today)) return {worked->what, worked->outcome};
    if (const auto owed = owed_thanks(person, today); !owed.empty()) {
        const auto& [entry, fruit] = owed.front();
        const std::string outcome = outcome_of(*entry, person);
        return {entry->advice.front(), outcome.empty() ? outcome_of(fruit, person) : outcome};
    }
    const auto tried = std::ranges::find_if(person.advice, [](const Advice& advice) {
        return advice.verdict == Verdict::worked && !advice.outcome.empty();
    });
    if (tried != person.advice.end()) return {tried->what, tried->outcome};
    AdviceWords newest;
    for (const std::size_t position : by_day(person)) {
        const LogEntry& entry = person.log[position];
        if (!entry.advice.empty() && entry.on.date <= today)
            newest = {entry.advice.front(), outcome_of(entry, person)};
    }
    return newest;
}

std::string win_of(const Relationship& person, Date today) {
    std::pair<Date, std::string> newest{Date::min(), ""};
    const auto take = [&](const std::optional<Date>& on, const std::string& what) {
        if (on && *on <= today && *on >= newest.first) newest = {*on, what};
    };
    for (const LogEntry& entry : person.log)
        for (const std::string& win : entry.wins)
            take(entry.on.date, win);
    for (const Goal& goal : person.goals)
        take(goal.done, goal.title);
    return newest.second;
}

// The one that is due first, or the last that was reached.
std::string goal_of(const Relationship& person, bool reached) {
    const Goal* found = nullptr;
    for (const Goal& goal : person.goals) {
        if (reached ? !goal.done.has_value() : !goal.open()) continue;
        const bool wins =
            !found || (reached ? *goal.done >= *found->done
                               : goal.due.value_or(Date::max()) < found->due.value_or(Date::max()));
        if (wins) found = &goal;
    }
    return found ? found->title : "";
}

std::string first_question(const Relationship& person) {
    const auto open = std::ranges::find_if(person.questions, &Question::open);
    return open == person.questions.end() ? "" : open->ask;
}

const LogEntry* last_outreach(const Relationship& person, const Kinds& kinds, Date today) {
    const LogEntry* last = nullptr;
    for (const std::size_t position : by_day(person)) {
        const LogEntry& entry = person.log[position];
        const bool mine =
            kinds.class_of(entry.kind) == KindClass::outreach && entry.by != Side::them;
        if (mine && entry.on.date <= today) last = &entry;
    }
    return last;
}

// --- before and after a meeting

// The words of an item in a list, on one line.
std::string line_of(const std::string& text) {
    return trim(join(split_lines(text), " "));
}

std::string with_words(const std::string& what, const std::string& more) {
    return more.empty() ? line_of(what) : fmt::format("{}: {}", line_of(what), line_of(more));
}

std::vector<std::string> questions_of(const Relationship& person) {
    std::vector<std::string> lines;
    for (const Question& question : person.questions)
        if (question.open()) lines.push_back(line_of(question.ask));
    return lines;
}

// What you did that they haven't heard of: promises that you kept, and advice that you tried.
std::vector<std::string> done_of(const Relationship& person) {
    std::vector<std::string> lines;
    for (const Commitment& promise : person.commitments)
        if (promise.owner == Side::me && promise.done && !promise.told)
            lines.push_back(with_words(promise.what, promise.outcome));
    if (person.role == Role::mentee) return lines;
    for (const Advice& advice : person.advice)
        if (!advice.open() && !advice.told && !advice.thanked)
            lines.push_back(with_words(advice.what, advice.outcome));
    return lines;
}

std::vector<std::string> open_of(const Relationship& person) {
    std::vector<std::string> lines;
    for (const Commitment& promise : person.commitments)
        if (promise.owner == Side::me && promise.open())
            lines.push_back(promise.due ? fmt::format("{}, by {}", line_of(promise.what),
                                                      day_in_letter(*promise.due))
                                        : line_of(promise.what));
    return lines;
}

std::vector<std::string> gifts_of(const Relationship& person, Date today) {
    std::vector<std::string> lines;
    for (const Gift& gift : person.gifts)
        if (gift.open() && !gift.is_too_late(today)) lines.push_back(line_of(gift.what));
    return lines;
}

bool is_of(const LogEntry& meeting, const std::string& log, const std::optional<Date>& day) {
    return meeting.id.empty() || log.empty() ? day == meeting.on.date : log == meeting.id;
}

// By which the other one of you knows it again; "" where it has none, or shares it.
template<class Thing>
std::string mark_of(const Thing& thing, const std::vector<Thing>& all) {
    return std::ranges::count(all, thing.known_as(), &Thing::known_as) == 1 ? thing.known_as() : "";
}

std::string met_on(const LogEntry& meeting, const Relationship& person) {
    return with_shared_mark(fmt::format("{}, {}", to_iso(meeting.on.date), meeting.kind),
                            mark_of(meeting, person.log));
}

// What both of you promised in the meeting, as the marks that `mentor log` reads, with names: who
// reads it is the other one of the two.
std::vector<std::string> promises_of(const Relationship& person, const LogEntry& meeting,
                                     const std::string& me) {
    // How each is greeted is no name that the other one knows them by.
    std::string mine = first_name(me), theirs = first_name(person.name);
    if (fold(mine) == fold(theirs)) mine = me, theirs = person.name;
    for (std::string* name : {&mine, &theirs})
        std::erase(*name, ':');
    if (mine.empty()) mine = "[your name]";
    std::vector<std::string> lines;
    for (const Commitment& promise : person.commitments) {
        if (!promise.open() || !is_of(meeting, promise.log, promise.made)) continue;
        std::string line = fmt::format("[ ] {}: {}", promise.owner == Side::me ? mine : theirs,
                                       line_of(promise.what));
        if (promise.due) line += ", by " + to_iso(*promise.due);
        lines.push_back(with_shared_mark(std::move(line), mark_of(promise, person.commitments)));
    }
    return lines;
}

std::vector<std::string> advised_in(const Relationship& person, const LogEntry& meeting) {
    std::vector<std::string> lines;
    for (const Advice& advice : person.advice)
        if (is_of(meeting, advice.log, advice.on)) lines.push_back(line_of(advice.what));
    return lines;
}

// "2026-12-03 15:30"
std::string next_of(const Relationship& person, const LogEntry* meeting, Date today) {
    // What was agreed for the day of that meeting was that meeting.
    const bool is_past = meeting && person.next && person.next->date <= meeting->on.date;
    if (is_past || !has_meeting_ahead(person, today)) return "";
    const Moment& next = *person.next;
    return next.time ? fmt::format("{} {:02}:{:02}", to_iso(next.date), next.time->hour,
                                   next.time->minute)
                     : to_iso(next.date);
}

} // namespace

std::vector<Placeholder> placeholders_of(const Relationship& to, const Relationship* other,
                                         const Config& config, Date today) {
    const Relationship it = without_private(to);
    std::vector<Placeholder> list;
    const auto add = [&](const char* name, const std::string& value, const char* gap,
                         const std::string& source = "") {
        list.push_back({name, value_of(value), gap, source});
    };
    const auto set = [&](const char* key) {
        return fmt::format("mentor set {} {}", shell_word(it), key);
    };
    const LogEntry* meeting = last_meeting(it, config.kinds, today);
    const LogEntry* outreach = last_outreach(it, config.kinds, today);
    const AdviceWords advice = advice_of(it, today);

    add("name", it.name, "their name");
    // A letter to two who are called the same tells one from the other.
    const bool is_of_two = other && fold(first_name(it)) == fold(first_name(*other));
    add("first_name", is_of_two ? it.name : first_name(it), "their name");
    add("me", config.me.name, "your name", "mentor config me.name NAME");
    add("my_goal", config.me.goal, "what you are working towards", "mentor config me.goal TEXT");
    add("looking_for", join(config.me.looking_for, "; "), "what you look for",
        "mentor config me.looking_for TEXT");
    add("met", it.met, "how you met", set("met=TEXT"));
    add("through", it.through, "who introduced you", set("through=NAME"));
    add("wrote", outreach ? day_in_letter(outreach->on.date) : "", "the day on which you wrote");
    add("last_meeting", meeting ? meeting_in_letter(*meeting) : "", "when you last met");
    add("meeting", has_meeting_ahead(it, today) ? moment_in_letter(*it.next) : "",
        "the day that you agreed", to_type("mentor plan {} WHEN", it));
    add("where", it.agreement.where, "the place", set("agreement.where=PLACE"));
    add("began", it.started ? month_in_letter(*it.started) : "", "when it began",
        set("started=DATE"));
    add("question", first_question(it), "your question", to_type("mentor ask {} TEXT", it));
    add("goal", goal_of(it, false), "the goal", to_type("mentor goal add {} TITLE", it));
    add("reached", goal_of(it, true), "what was reached");
    add("advice", advice.words, "the advice");
    add("outcome", advice.outcome, "what came of it");
    add("win", win_of(it, today), "what there is to celebrate");
    add("other", other ? other->name : "", "the other's name");
    add("other_first_name",
        !other      ? ""
        : is_of_two ? other->name
                    : first_name(*other),
        "the other's name");
    add("met_on", meeting ? met_on(*meeting, it) : "", "the day on which you met");
    add("last_day", meeting ? day_in_letter(meeting->on.date) : "", "the day on which you met");
    add("topics", meeting ? join(meeting->topics, ", ") : "", "what you talked about");
    add("length", it.agreement.length, "how long", set("agreement.length=45m"));
    add("next", next_of(it, meeting, today), "the day of your next meeting",
        to_type("mentor plan {} WHEN", it));
    const auto list_all = [&](const char* name, std::vector<std::string> lines, const char* gap) {
        list.push_back({name, std::nullopt, gap, "", std::move(lines)});
    };
    using Lines = std::vector<std::string>;
    list_all("questions", questions_of(it), "your questions");
    list_all("done", done_of(it), "what you did");
    list_all("open", open_of(it), "what you are at");
    list_all("gifts", gifts_of(it, today), "what you have for them");
    list_all("promises", meeting ? promises_of(it, *meeting, config.me.name) : Lines(),
             "who does what by when");
    list_all("advised", meeting ? advised_in(it, *meeting) : Lines(), "what was advised");
    for (const Role role : {Role::mentor, Role::mentee, Role::peer})
        list.push_back({std::string(to_text(role)),
                        it.role == role ? std::optional<std::string>("") : std::nullopt, "", ""});
    return list;
}

} // namespace mentor
