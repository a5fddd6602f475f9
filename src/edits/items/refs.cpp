// SPDX-License-Identifier: MIT

#include "edits/items/refs.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "session/prompts.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace mentor {
namespace {

using NamedDay = std::pair<std::string_view, std::optional<Date>>;

std::string marks(std::initializer_list<NamedDay> days) {
    std::vector<std::string> parts;
    for (const auto& [word, day] : days)
        if (day) parts.push_back(fmt::format("{} {}", word, to_words(*day)));
    return join(parts, ", ");
}

// How many there are of each, for those that look alike.
struct Likeness {
    std::map<std::string, std::size_t> words, ids;

    explicit Likeness(const std::vector<Item>& items) {
        for (const Item& item : items) {
            ++words[fold(item.words)];
            if (!item.id.empty()) ++ids[item.id];
        }
    }
    bool is_plain(const Item& item) const {
        return words.at(fold(item.words)) == 1 && (item.id.empty() || ids.at(item.id) == 1);
    }
};

std::vector<std::string> lines_of(const std::vector<Item>& items, const Marks& marks,
                                  bool says_more = false) {
    std::vector<std::string> choices;
    const Likeness likeness(items);
    for (const Item& item : items) {
        choices.push_back(
            fmt::format("{}{}{}", item.id, item.id.empty() ? "" : "  ", one_line(item.words)));
        if (!likeness.is_plain(item))
            choices.back() += fmt::format(" ({})", marks(item));
        else if (says_more && !item.beside.empty())
            choices.back() += fmt::format(" ({})", item.beside);
    }
    return choices;
}

// Known again by an id of its own, or else by its place and all that its line shows.
std::vector<Choice> to_choose(const std::vector<Item>& some, const std::vector<std::string>& lines,
                              const std::vector<Item>& all) {
    const Likeness likeness(all);
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < some.size(); ++i) {
        const Item& item = some[i];
        const bool is_named = !item.id.empty() && likeness.ids.at(item.id) == 1;
        choices.push_back(
            {lines[i], "", is_named ? item.id : fmt::format("{} {}", item.position, lines[i])});
    }
    return choices;
}

// "2 goals", "2 pieces of advice".
std::string counted_things(std::size_t count, std::string_view noun) {
    const auto head = std::min(noun.find(" of "), noun.size());
    return fmt::format("{} {}s{}", count, noun.substr(0, head), noun.substr(head));
}

// An id names each of them, and no other.
bool have_ids(const std::vector<Item>& items) {
    const Likeness likeness(items);
    return std::ranges::all_of(
        items, [&](const Item& item) { return !item.id.empty() && likeness.ids.at(item.id) == 1; });
}

[[noreturn]] void refuse_nothing(std::string_view ref, std::vector<Item> items,
                                 std::string_view noun, std::string_view name, const Marks& marks,
                                 std::string_view state) {
    std::erase_if(items, [](const Item& item) { return !item.open; });
    const bool is_named = !trim(ref).empty();
    throw Error(is_named ? Exit::unknown : Exit::usage,
                is_named ? fmt::format("{} has no {} '{}'", name, noun, ref)
                         : fmt::format("it isn't said which {} is meant", noun),
                items.empty() ? fmt::format("no {} with {} is {}", noun, name, state)
                              : fmt::format("{}:\n{}", state, join(lines_of(items, marks), "\n")));
}

} // namespace

std::string beside(const Goal& goal) {
    return marks({{"by", goal.due}});
}

std::string beside(const Milestone& step) {
    return marks({{"by", step.due}});
}

std::string beside(const Commitment& promise) {
    const std::string due = marks({{"by", promise.due}});
    if (promise.owner == Side::me) return due;
    return due.empty() ? "theirs" : "theirs, " + due;
}

std::string beside(const Advice& advice) {
    return marks({{"of", advice.on}});
}

std::string beside(const Question&) {
    return "";
}

std::string beside(const Gift& gift) {
    return marks({{"by", gift.by}});
}

std::string beside(const LogEntry& entry) {
    return fmt::format("{} of {}", spoken(entry.kind), to_words(entry.on.date));
}

std::string marks_of(const Goal& goal) {
    return marks(
        {{"set", goal.set}, {"due", goal.due}, {"reached", goal.done}, {"given up", goal.dropped}});
}

std::string marks_of(const Milestone& step) {
    return marks({{"due", step.due}, {"done", step.done}});
}

std::string marks_of(const Commitment& promise) {
    return marks({{"made", promise.made},
                  {"due", promise.due},
                  {"done", promise.done},
                  {"let go", promise.dropped}});
}

std::string marks_of(const Advice& advice) {
    return marks({{"of", advice.on}, {"tried", advice.tried}});
}

std::string marks_of(const Question& question) {
    return marks({{"added", question.added}, {"asked", question.asked}});
}

std::string marks_of(const Gift& gift) {
    return marks({{"added", gift.added}, {"by", gift.by}, {"given", gift.given}});
}

std::string marks_of(const LogEntry& entry) {
    return marks({{"on", entry.on.date}});
}

Item item_for(Session& session, std::string_view ref, const std::vector<Item>& items,
              std::string_view noun, const Relationship& relationship, const Marks& marks,
              std::string_view state) {
    const bool is_asked = trim(ref).empty() && session.interactive();
    auto matches = is_asked ? items : match_ref(ref, items);
    if (is_asked) std::erase_if(matches, [](const Item& item) { return !item.open; });
    if (matches.empty()) refuse_nothing(ref, items, noun, relationship.name, marks, state);
    if (matches.size() == 1 && !is_asked) return matches.front();
    const auto lines = lines_of(matches, marks, is_asked);
    if (session.interactive())
        return matches[ask_number(session, fmt::format("Which {}?", noun),
                                  to_choose(matches, lines, items))];
    throw Error(Exit::unknown,
                fmt::format("'{}' may be any of {} with {}", ref,
                            counted_things(matches.size(), noun), relationship.name),
                have_ids(matches) ? fmt::format("{}\nuse the id", join(lines, "\n"))
                                  : fmt::format("{}\ngive each an id of its own: mentor edit {}",
                                                join(lines, "\n"), shell_word(relationship)));
}

void refuse_other_noun(std::string_view ref, const std::vector<Item>& items, std::string_view noun,
                       const Relationship& relationship) {
    if (!match_ref(ref, items).empty()) return;
    const auto refuse = [&](const Item& item, std::string_view what, std::string_view command) {
        throw Error(Exit::unknown, fmt::format("'{}' is {}, not a {}", item.words, what, noun),
                    fmt::format("{} {}", command, shell_word(ref_to_type(item.id))));
    };
    if (const auto steps = match_ref(ref, items_of(relationship.milestones)); steps.size() == 1)
        refuse(steps.front(), "a step",
               to_type("once it is done: mentor goal step {} --done", relationship));
    if (const auto goals = match_ref(ref, items_of(relationship.goals)); goals.size() == 1)
        refuse(goals.front(), "a goal",
               to_type("once it is reached: mentor goal done {}", relationship));
}

bool has_own_id(const Goal& goal, const Relationship& relationship) {
    return !goal.id.empty() && std::ranges::count(relationship.goals, goal.id, &Goal::id) == 1;
}

std::string id_of(const Goal& goal, const Relationship& relationship) {
    if (has_own_id(goal, relationship)) return goal.id;
    throw Error(Exit::unknown,
                goal.id.empty() ? fmt::format("the goal '{}' has no id to point to", goal.title)
                                : fmt::format("the goal '{}' shares the id {} with another",
                                              goal.title, goal.id),
                fmt::format("give it one{}, such as id = \"g1aa\": mentor edit {}",
                            goal.id.empty() ? "" : " of its own", shell_word(relationship)));
}

std::string ref_behind(std::optional<std::string>& option, const std::string& ref,
                       const std::vector<Item>& items) {
    if (!option || trim(*option).empty()) return ref;
    if (!trim(ref).empty() && !match_ref(ref, items).empty()) return ref;
    const std::string whole = trim(*option + " " + ref);
    if (match_ref(whole, items).empty()) return ref;
    option = "";
    return whole;
}

std::string ref_behind_day(std::optional<std::string>& option, const std::string& ref,
                           const std::vector<Item>& items, const Calendar& calendar) {
    try {
        if (option) parse_date(*option, calendar, Reading::past);
        return ref;
    } catch (const Error&) {
        return ref_behind(option, ref, items);
    }
}

RefText parse_ref_text(std::string_view given, std::string_view option) {
    const auto equals = std::min(given.find('='), given.size());
    const auto rest = given.substr(std::min(equals + 1, given.size()));
    RefText parts{trim(given.substr(0, equals)), trim(rest)};
    if (!parts.ref.empty()) return parts;
    throw Error(Exit::usage, fmt::format("{} doesn't say which one is meant", option),
                fmt::format("write: {} REF=TEXT, with an id or words for REF", option));
}

std::string ref_before_text(const std::string& id) {
    return ref_to_type(id.find('=') == std::string::npos ? id : "");
}

} // namespace mentor
