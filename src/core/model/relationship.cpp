// SPDX-License-Identifier: MIT
#include "core/model/relationship.hpp"

#include "core/ascii.hpp"
#include "core/names.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

namespace mentor {

namespace {

constexpr auto roles = names_of<Role>({
    {Role::mentor, "mentor"},
    {Role::mentee, "mentee"},
    {Role::peer, "peer"},
});

constexpr auto stages = names_of<Stage>({
    {Stage::prospect, "prospect"},
    {Stage::active, "active"},
    {Stage::paused, "paused"},
    {Stage::winding_down, "winding-down"},
    {Stage::alumni, "alumni"},
    {Stage::declined, "declined"},
});

constexpr auto verdicts = names_of<Verdict>({
    {Verdict::worked, "worked"},
    {Verdict::not_for_me, "not-for-me"},
    {Verdict::disagreed, "disagreed"},
});

constexpr auto sides = names_of<Side>({{Side::me, "me"}, {Side::them, "them"}});

template<typename Wanted>
const LogEntry* last_entry(const Relationship& relationship, Date today, Wanted wanted) {
    const LogEntry* last = nullptr;
    // Most files have the latest at their end.
    for (auto entry = relationship.log.rbegin(); entry != relationship.log.rend(); ++entry)
        if (entry->on.date <= today && (!last || entry->on.date > last->on.date) &&
            wanted(entry->kind))
            last = &*entry;
    return last;
}

} // namespace

std::string_view to_text(Role role) {
    return roles.text(role);
}

std::string_view to_text(Stage stage) {
    return stages.text(stage);
}

std::string_view to_text(Side side) {
    return sides.text(side);
}

std::string_view to_text(Verdict verdict) {
    return verdicts.text(verdict);
}

std::optional<Verdict> find_verdict(std::string_view text) {
    return verdicts.find(text);
}

const std::vector<std::string>& verdict_names() {
    static const std::vector<std::string> names = verdicts.list();
    return names;
}

std::optional<Role> find_role(std::string_view text) {
    return roles.find(text);
}

std::optional<Stage> find_stage(std::string_view text) {
    return stages.find(text);
}

std::optional<Side> find_side(std::string_view text) {
    return sides.find(text);
}

const std::vector<std::string>& role_names() {
    static const std::vector<std::string> names = roles.list();
    return names;
}

const std::vector<std::string>& stage_names() {
    static const std::vector<std::string> names = stages.list();
    return names;
}

const std::vector<std::string>& side_names() {
    static const std::vector<std::string> names = sides.list();
    return names;
}

namespace {

// `mentor todo WHO` has `mentor todo add` beside it, which " add" doesn't name.
bool may_be_verb(std::string_view word) {
    return word == "add" || word == "move";
}

} // namespace

std::string shell_word(const Relationship& relationship) {
    const std::string& word = relationship.typed.empty() ? relationship.slug : relationship.typed;
    return shell_word(may_be_verb(word) ? " " + word : word);
}

bool is_under_way(Stage stage) {
    return stage == Stage::active || stage == Stage::winding_down;
}

bool has_rhythm(Stage stage) {
    return is_under_way(stage) || stage == Stage::alumni;
}

bool is_in_touch(Stage stage) {
    return stage != Stage::prospect && stage != Stage::declined;
}

bool is_over(Stage stage) {
    return stage == Stage::alumni || stage == Stage::declined;
}

bool has_ended(const Relationship& relationship) {
    return is_over(relationship.stage) && relationship.ending && relationship.ending->on;
}

bool has_meeting_ahead(const Relationship& relationship, Date today) {
    return relationship.next && relationship.next->date >= today;
}

bool is_snoozed(const Relationship& relationship, Date today) {
    return relationship.snoozed && *relationship.snoozed > today;
}

int times_postponed(const Commitment& commitment) {
    std::vector<Date> days = commitment.moved;
    if (commitment.due) days.push_back(*commitment.due);
    int times = 0;
    for (std::size_t i = 1; i < days.size(); ++i)
        if (days[i] > days[i - 1]) ++times;
    return times;
}

bool is_too_big(const Commitment& commitment) {
    return commitment.open() && times_postponed(commitment) >= 2;
}

std::vector<std::string> ids_of(const Relationship& relationship) {
    std::vector<std::string> ids;
    const auto add_from = [&](const auto& items) {
        for (const auto& item : items) {
            if (!item.id.empty()) ids.push_back(item.id);
        }
    };
    add_from(relationship.goals);
    add_from(relationship.milestones);
    add_from(relationship.log);
    add_from(relationship.advice);
    add_from(relationship.gifts);
    add_from(relationship.commitments);
    add_from(relationship.questions);
    return ids;
}

const LogEntry* last_meeting(const Relationship& relationship, const Kinds& kinds, Date today) {
    return last_entry(relationship, today,
                      [&](std::string_view kind) { return kinds.is_meeting(kind); });
}

const LogEntry* last_contact(const Relationship& relationship, const Kinds& kinds, Date today) {
    return last_entry(relationship, today,
                      [&](std::string_view kind) { return kinds.is_contact(kind); });
}

std::vector<std::size_t> by_day(const Relationship& relationship) {
    std::vector<std::size_t> order(relationship.log.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return relationship.log[at].on; });
    return order;
}

namespace {

// Words before a name that are no part of it.
bool is_title(std::string_view word) {
    static const std::set<std::string, std::less<>> titles{
        "dame",  "dr",   "fr",  "hon", "judge",    "lady", "lord", "mag",
        "madam", "miss", "mr",  "mrs", "ms",       "mx",   "prof", "professor",
        "rabbi", "rev",  "sir", "sr",  "dipl-ing", "ing"};
    std::string folded = fold(word);
    std::erase(folded, '.');
    return titles.contains(folded);
}

// Words behind a name that are no part of it.
bool is_suffix(std::string_view words) {
    static const std::set<std::string, std::less<>> suffixes{"phd", "md",  "jr",  "sr", "ii",
                                                             "iii", "msc", "mba", "esq"};
    std::string folded = fold(words);
    std::erase(folded, '.');
    return suffixes.contains(folded);
}

// Of a family name alone: "van Doorn".
bool is_particle(std::string_view word) {
    static const std::set<std::string, std::less<>> particles{
        "al", "bin", "da", "de", "del", "den", "der", "di",  "dos", "du",
        "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu"};
    return particles.contains(word);
}

bool is_initial(std::string_view word) {
    return word.ends_with('.') || count_code_points(word) == 1;
}

// Of a script that is written in Latin, Greek or Cyrillic letters the given name comes first; of
// others nobody can tell from the name alone.
bool has_given_name_first(std::string_view name) {
    if (is_ascii(name)) return true;
    const std::u32string codes = to_code_points(name);
    return std::ranges::all_of(
        codes, [](char32_t code) { return code < 0x530 || (code >= 0x1E00 && code < 0x2070); });
}

} // namespace

std::string called(const Relationship& relationship) {
    return relationship.shares_first_name ? one_line(relationship.name) : first_name(relationship);
}

std::string first_name(const Relationship& relationship) {
    const std::string address = trim(relationship.address);
    return address.empty() ? first_name(relationship.name) : address;
}

std::string first_name(const std::string& whole) {
    std::string name = trim(one_line(whole));
    if (!has_given_name_first(name)) return name;
    bool is_given = false; // no family name behind it
    // "Berg, Anna"
    if (const std::size_t comma = name.find(','); comma != std::string::npos) {
        const std::string rest = trim(name.substr(comma + 1));
        if (is_suffix(rest) || is_title(rest))
            name = name.substr(0, comma);
        else if (!rest.empty())
            name = rest, is_given = true;
    }
    std::ranges::replace(name, '\t', ' ');
    std::vector<std::string> words = split(name, ' ');
    std::erase(words, "");
    const auto first = std::ranges::find_if_not(words, is_title);
    // A title and a family name, an initial, or no more than titles: the whole name is right.
    const auto left = words.end() - first;
    if (left == 0 || is_initial(*first) || is_particle(*first) ||
        (first != words.begin() && left == 1 && !is_given))
        return name;
    return *first;
}

} // namespace mentor
