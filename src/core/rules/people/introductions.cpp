// SPDX-License-Identifier: MIT
#include "core/rules/people/introductions.hpp"

#include "core/rules/people/introducers.hpp"
#include "core/text.hpp"
#include "core/words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace mentor {
namespace {

constexpr std::size_t most_introductions = 5;
constexpr std::size_t shortest_word = 4;
constexpr Days new_for{91};

// Words of any talk about work, which bring nobody together.
constexpr std::string_view says_little[] = {
    "about",    "after",  "again",     "ahead",   "also",     "always", "back",   "because",
    "been",     "before", "being",     "best",    "better",   "both",   "case",   "come",
    "could",    "does",   "doing",     "done",    "each",     "eight",  "eleven", "else",
    "ever",     "every",  "fifty",     "first",   "five",     "forty",  "four",   "fourth",
    "from",     "give",   "goal",      "good",    "great",    "half",   "have",   "here",
    "hundred",  "into",   "just",      "keep",    "know",     "last",   "learn",  "life",
    "like",     "long",   "make",      "many",    "month",    "more",   "most",   "much",
    "need",     "never",  "nine",      "once",    "only",     "other",  "over",   "people",
    "quarter",  "second", "seven",     "someone", "still",    "than",   "that",   "their",
    "them",     "there",  "these",     "they",    "thing",    "third",  "thirty", "this",
    "thousand", "three",  "time",      "today",   "tomorrow", "twelve", "twenty", "twice",
    "want",     "week",   "what",      "when",    "where",    "which",  "with",   "work",
    "year",     "years",  "yesterday",
};

// Where a word stands: in what was told of somebody, in what they aim for or hold dear, or by
// itself, as a tag or a value.
enum class Weight { told, aimed, named };

// By its stem: how it is written.
struct Word {
    std::string written;
    Weight weight = Weight::told;
};
using Words = std::map<std::string, Word>;

// Enough to say that two people have something in common: a tag that both have, two words that one
// of them aims for, or four of what was told.
constexpr int enough = 4;

int points_of(Weight one, Weight other) {
    if (one == Weight::named && other == Weight::named) return enough;
    return one == Weight::told && other == Weight::told ? 1 : 2;
}

void add_word(Words& words, const std::string& written, Weight weight) {
    const std::string stem = stem_of(written);
    if (stem.empty()) return;
    Word& known = words[stem];
    if (known.written.empty()) known.written = written;
    known.weight = std::max(known.weight, weight);
}

bool says_something(const std::string& word) {
    static const auto say_little = [] {
        std::set<std::string, std::less<>> stems;
        for (const std::string_view known : says_little)
            stems.insert(stem_of(known));
        return stems;
    }();
    return fold(word).size() >= shortest_word && !say_little.contains(stem_of(word));
}

void add_words(Words& words, const std::string& text, Weight weight) {
    for (const std::string& word : words_in(text))
        if (says_something(word)) add_word(words, word, weight);
}

Words words_of(const Relationship& person) {
    Words words;
    for (const auto* named : {&person.tags, &person.values})
        for (const std::string& text : *named) {
            add_word(words, text, Weight::named);
            add_words(words, text, Weight::aimed);
        }
    for (const Goal& goal : person.goals)
        if (goal.open()) add_words(words, goal.title, Weight::aimed);
    for (const std::string& learn : person.learn)
        add_words(words, learn, Weight::aimed);
    add_words(words, person.about, Weight::told);
    Words names;
    add_words(names, person.name, Weight::told);
    for (const auto& [stem, name] : names)
        words.erase(stem);
    return words;
}

bool may_be_introduced(const Relationship& person) {
    return is_in_touch(person.stage);
}

// Both were there at the same time.
bool have_met(const Relationship& one, const Relationship& other) {
    return std::ranges::any_of(one.log, [&](const LogEntry& entry) {
        return !entry.id.empty() && std::ranges::any_of(other.log, [&](const LogEntry& same) {
            return same.id == entry.id && same.on.date == entry.on.date;
        });
    });
}

bool is_new_mentee(const Relationship& person, Date today) {
    const auto since = person.started ? person.started : person.added;
    return person.role == Role::mentee && person.stage == Stage::active && since &&
           *since + new_for >= today;
}

struct Scored {
    Introduction introduction;
    int score = 0;
};

Scored score(const Relationship& one, const Words& of_one, const Relationship& other,
             const Words& of_other, const std::set<std::string>& common) {
    Scored made{{&one, &other, {}, false}, 0};
    for (const auto& [stem, word] : of_one) {
        const auto same = of_other.find(stem);
        if (same == of_other.end() || common.contains(stem)) continue;
        made.introduction.words.push_back(word.written);
        made.score += points_of(word.weight, same->second.weight);
    }
    return made;
}

// By their slugs, those of whom one came through the other.
std::set<std::pair<std::string, std::string>>
introduced_pairs(const std::vector<Relationship>& people) {
    std::set<std::pair<std::string, std::string>> pairs;
    for (const Introduced& one : introduced_among(acquaintances_of(people)))
        pairs.insert(std::minmax(one.slug, one.by_slug));
    return pairs;
}

// What half of a journal speaks of is the journal's own subject.
std::set<std::string> common_words(const std::vector<Words>& all) {
    constexpr std::size_t fewest = 4;
    std::map<std::string, std::size_t> counts;
    for (const Words& words : all)
        for (const auto& [stem, word] : words)
            ++counts[stem];
    std::set<std::string> common;
    for (const auto& [stem, count] : counts)
        if (count >= fewest && count * 2 > all.size()) common.insert(stem);
    return common;
}

} // namespace

std::vector<Introduction> suggest_introductions(const std::vector<Relationship>& people,
                                                std::string_view who, Date today) {
    std::vector<Words> words;
    for (const Relationship& person : people)
        words.push_back(may_be_introduced(person) ? words_of(person) : Words());
    const std::set<std::string> common = common_words(words);
    const auto introduced = introduced_pairs(people);
    std::vector<Scored> found;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (std::size_t k = i + 1; k < people.size(); ++k) {
            const bool is_meant = who.empty() || people[i].slug == who || people[k].slug == who;
            if (!is_meant || !may_be_introduced(people[i]) || !may_be_introduced(people[k]) ||
                introduced.contains(std::minmax(people[i].slug, people[k].slug)) ||
                have_met(people[i], people[k]))
                continue;
            // Whom it helps comes first: the new mentee, or the one who was named.
            const bool turned = is_new_mentee(people[k], today) || people[k].slug == who;
            const std::size_t one = turned ? k : i, other = turned ? i : k;
            Scored scored = score(people[one], words[one], people[other], words[other], common);
            Introduction& made = scored.introduction;
            made.is_for_new_mentee =
                is_new_mentee(people[one], today) && people[other].stage == Stage::alumni;
            // What they need to have in common is less where one has been through it.
            if (made.is_for_new_mentee && scored.score > 0) scored.score += enough / 2;
            if (scored.score >= enough) found.push_back(std::move(scored));
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Scored::score);
    std::vector<Introduction> best;
    for (Scored& each : found)
        if (best.size() < most_introductions) best.push_back(std::move(each.introduction));
    return best;
}

} // namespace mentor
