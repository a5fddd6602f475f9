// SPDX-License-Identifier: MIT
#include "core/rules/promises/recap.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace mentor {
namespace {

// Folded, with one space between words, so that broken lines and no-break spaces make no odds.
std::string plain(const std::string& text) {
    std::vector<std::string> words = split(one_line(fold(text)), ' ');
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return join(words, " ");
}

std::string words_of(const std::string& promise) {
    std::string words = plain(promise);
    words.erase(words.find_last_not_of(" .!") + 1);
    return words;
}

// What an entry says by itself, a line each.
std::vector<std::string> lines_of(const std::string& note, const std::vector<std::string>& wins,
                                  const std::vector<std::string>& topics) {
    std::vector<std::string> lines = split_lines(note);
    lines.insert(lines.end(), wins.begin(), wins.end());
    lines.insert(lines.end(), topics.begin(), topics.end());
    return lines;
}

std::vector<std::string> unheld_of(const Marked& said, const LogEntry& entry) {
    const std::string held = plain(join(lines_of(entry.note, entry.wins, entry.topics), "\n"));
    std::vector<std::string> unheld;
    for (const std::string& line : lines_of(said.note, said.wins, said.topics))
        if (held.find(plain(line)) == std::string::npos) unheld.push_back(trim(line));
    return unheld;
}

class Comparison {
public:
    Comparison(const Marked& said, const Relationship& person, Date on, const PlaceOf& place_of)
        : said_(said), person_(person), on_(on), place_of_(place_of),
          is_matched_(person.commitments.size()) {}

    ReadAgain read(const Kinds& kinds, Date today) {
        made_.fresh = said_;
        if (said_.met) made_.entry = find_meeting();
        read_promises();
        if (!said_.met) return std::move(made_);
        std::erase_if(made_.fresh.advice,
                      [&](const std::string& what) { return knows_advice(what); });
        if (made_.entry) leave_entry();
        if (said_.next && !is_next_open(kinds, today)) leave_next(today);
        return std::move(made_);
    }

private:
    // By its mark; without one by its day and its words. Where a hand gave one mark to several, the
    // one that the mail fits; where it fits several, they can't be told apart.
    std::optional<std::size_t> find_meeting() const {
        const MetOn& met = *said_.met;
        const auto is_of_day = [&](const LogEntry& entry) { return entry.on.date == on_; };
        const auto has_words = [&](const LogEntry& entry) {
            return plain(entry.note) == plain(said_.note);
        };
        // Without words the kind has to tell, and a mark names another one than those of the day.
        const bool is_terse = plain(said_.note).empty();
        const auto is_same_without_words = [&](const LogEntry& entry) {
            return met.mark.empty() && entry.kind == met.kind;
        };
        std::vector<std::size_t> found = those(all_entries(), [&](const LogEntry& entry) {
            return !met.mark.empty() && entry.answers_to(met.mark);
        });
        if (found.empty())
            found = those(all_entries(), [&](const LogEntry& entry) {
                return is_of_day(entry) && has_words(entry) &&
                       (!is_terse || is_same_without_words(entry));
            });
        found = rather(std::move(found), is_of_day);
        found = rather(std::move(found), has_words);
        found =
            rather(std::move(found), [&](const LogEntry& entry) { return entry.kind == met.kind; });
        if (found.empty()) return std::nullopt;
        refuse_different(found);
        return found.front();
    }

    std::vector<std::size_t> all_entries() const {
        std::vector<std::size_t> all(person_.log.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }

    std::vector<std::size_t> those(const std::vector<std::size_t>& some, auto is_one) const {
        std::vector<std::size_t> found;
        for (const std::size_t at : some)
            if (is_one(person_.log[at])) found.push_back(at);
        return found;
    }

    std::vector<std::size_t> rather(std::vector<std::size_t> some, auto is_one) const {
        auto found = those(some, is_one);
        return found.empty() ? some : found;
    }

    void refuse_different(const std::vector<std::size_t>& found) const {
        const LogEntry& first = person_.log[found.front()];
        std::string list;
        bool are_equal = true;
        for (const std::size_t at : found) {
            const LogEntry& entry = person_.log[at];
            are_equal = are_equal && entry == first;
            list +=
                fmt::format("{}{}{} of {}: {}", entry.id, entry.id.empty() ? "" : "  ",
                            spoken(entry.kind), to_words(entry.on.date), first_line(entry.note));
            const std::string place = place_of_ ? place_of_(at) : "";
            list += place.empty() ? "\n" : fmt::format(" ({})\n", place);
        }
        if (are_equal) return;
        throw Error(
            Exit::unknown,
            fmt::format("the mail may be about any of {} with {}",
                        counted(static_cast<long>(found.size()), "entry", "entries"), person_.name),
            list + to_type("give each an id of its own, or take one out: mentor edit {}", person_));
    }

    const LogEntry* entry() const { return made_.entry ? &person_.log[*made_.entry] : nullptr; }

    // It came of the meeting that the mail is about.
    bool is_of_meeting(const std::string& log, const std::optional<Date>& day) const {
        if (day == on_) return true;
        return entry() && ((!log.empty() && log == entry()->id) || day == entry()->on.date);
    }

    // Marks go first, so that words don't take a promise from its mark.
    void read_promises() {
        std::vector<MarkedCommitment> rest;
        std::map<std::string, std::string> words_of_mark;
        for (MarkedCommitment promise : said_.commitments) {
            const auto [first, is_new] = words_of_mark.emplace(promise.mark, promise.what);
            if (!promise.mark.empty() && !is_new) {
                if (is_same_promise(first->second, promise.what)) continue;
                promise.mark.clear(); // it is the first one's
            }
            if (!take_by_mark(promise)) rest.push_back(std::move(promise));
        }
        made_.fresh.commitments.clear();
        for (MarkedCommitment& promise : rest)
            if (!said_.met || !take_by_words(promise))
                made_.fresh.commitments.push_back(std::move(promise));
    }

    bool take_by_mark(const MarkedCommitment& promise) {
        if (promise.mark.empty()) return false;
        const auto is_marked = [&](const Commitment& known) {
            return known.answers_to(promise.mark);
        };
        // Where a hand gave one mark to several, the one with the same words.
        const auto found = find([&](const Commitment& known) {
            return is_marked(known) && is_same_promise(known.what, promise.what);
        });
        const auto any = found ? found : find(is_marked);
        const bool was_read = std::ranges::any_of(person_.log, [&](const LogEntry& each) {
            return std::ranges::find(each.recap, promise.mark) != each.recap.end();
        });
        if (any || was_read) made_.known.push_back({promise, any});
        return any || was_read;
    }

    // Both of you may have noted it.
    bool take_by_words(const MarkedCommitment& promise) {
        const auto found = find([&](const Commitment& known) {
            return known.owner == promise.owner && is_same_promise(known.what, promise.what) &&
                   is_of_meeting(known.log, known.made) &&
                   (known.due == promise.due || made_.entry);
        });
        if (found) made_.known.push_back({promise, found});
        return found.has_value();
    }

    template<class Is>
    std::optional<std::size_t> find(Is is) {
        for (std::size_t i = 0; i < person_.commitments.size(); ++i) {
            if (is_matched_[i] || !is(person_.commitments[i])) continue;
            is_matched_[i] = true;
            return i;
        }
        return std::nullopt;
    }

    bool knows_advice(const std::string& what) const {
        return std::ranges::any_of(person_.advice, [&](const Advice& known) {
            return is_same_promise(known.what, what) && is_of_meeting(known.log, known.on);
        });
    }

    // The entry stays as it is.
    void leave_entry() {
        made_.unheld = unheld_of(said_, *entry());
        Marked& fresh = made_.fresh;
        fresh.note.clear();
        fresh.wins.clear();
        fresh.topics.clear();
        fresh.quoted = 0;
        std::erase_if(fresh.questions, [&](const std::string& ask) {
            return std::ranges::any_of(person_.questions, [&](const Question& known) {
                return is_same_promise(known.ask, ask);
            });
        });
    }

    bool is_next_open(const Kinds& kinds, Date today) const {
        const LogEntry* last = last_meeting(person_, kinds, today);
        const bool is_late = made_.entry || (last && last->on.date > on_);
        const bool is_agreed = person_.next && person_.next->date > on_;
        return !is_late && !is_agreed;
    }

    void leave_next(Date today) {
        made_.fresh.next.reset();
        if (said_.next != person_.next && said_.next->date >= today) made_.next = said_.next;
    }

    const Marked& said_;
    const Relationship& person_;
    const Date on_;
    const PlaceOf& place_of_;
    std::vector<bool> is_matched_; // by promise
    ReadAgain made_;
};

} // namespace

bool is_same_promise(const std::string& words, const std::string& others) {
    return words_of(words) == words_of(others);
}

ReadAgain read_again(const Marked& said, const Relationship& person, Date on, const Kinds& kinds,
                     Date today, const PlaceOf& place_of) {
    return Comparison(said, person, on, place_of).read(kinds, today);
}

bool is_closed_already(const MarkedKept& kept, const Relationship& person, bool is_recap) {
    const auto is_it = [&](const Commitment& promise) {
        if (!kept.mark.empty() && promise.answers_to(kept.mark)) return true;
        return is_recap && promise.owner == kept.owner.value_or(promise.owner) &&
               is_same_promise(promise.what, kept.ref);
    };
    const auto is_open = [&](const Commitment& promise) {
        return is_it(promise) && promise.open();
    };
    return std::ranges::any_of(person.commitments, is_it) &&
           std::ranges::none_of(person.commitments, is_open);
}

} // namespace mentor
