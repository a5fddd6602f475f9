// SPDX-License-Identifier: MIT
#include "journal/sync/following.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "journal/journal.hpp"
#include "merging/likeness.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <set>
#include <utility>

namespace mentor {
namespace {

using Identities = std::map<std::string, Identity>; // by file

// What can't be read says of nobody that it is theirs.
Identities identities_of(const Texts& texts) {
    Identities identities;
    for (const auto& [file, text] : texts) {
        try {
            identities[file] = identity_of(Document::parse(text, file));
        } catch (const Error&) {
            identities[file] = {};
        }
    }
    return identities;
}

// --- from the base to one side

// How much speaks for a file of the base and one of a side being about the same person.
struct Score {
    int rank = 0;
    bool is_same_file = false;
    std::size_t ids = 0, words = 0; // in common
    auto operator<=>(const Score&) const = default;
};

std::size_t shared_words(const std::string& name, const std::string& other) {
    const auto words = split(fold(name), ' '), others = split(fold(other), ' ');
    return static_cast<std::size_t>(std::ranges::count_if(words, [&](const std::string& word) {
        return std::ranges::find(others, word) != others.end();
    }));
}

// In one and the same file, what doesn't speak against it: nothing that could tell is there, or
// nothing but the uid is another one, as `check --fix` gives them.
bool may_have_stayed(const Identity& before, const Identity& after) {
    if (before.uid.empty() || after.uid.empty()) return before.ids.empty() || after.ids.empty();
    Identity nameless = before;
    nameless.uid.clear();
    return shared_ids(before, after) > 0 && likeness_of(nameless, after) == Likeness::name_and_ids;
}

Score score_of(const std::string& file, const Identity& before, const std::string& other,
               const Identity& after) {
    if (before.name.empty() || after.name.empty()) return {};
    Score score{.is_same_file = file == other,
                .ids = shared_ids(before, after),
                .words = shared_words(before.name, after.name)};
    const Likeness likeness = likeness_of(before, after);
    if (likeness != Likeness::none)
        score.rank = static_cast<int>(likeness) + 1;
    else if (score.is_same_file && may_have_stayed(before, after))
        score.rank = 1;
    else
        return {};
    return score;
}

class Matching {
public:
    Matching(const Identities& before, const Identities& after) : before_(before), after_(after) {}

    // The file on that side of each of the base that is still there.
    std::map<std::string, std::string> run() {
        for (const auto& [file, identity] : before_)
            if (after_.contains(file) && surely_stayed(identity, after_.at(file)))
                claim(file, file);
        claim_by_score();
        return std::move(homes_);
    }

private:
    struct Pair {
        Score score;
        const std::string *file, *other;
    };

    static bool surely_stayed(const Identity& before, const Identity& after) {
        return before.name.empty() || after.name.empty() ||
               likeness_of(before, after) >= Likeness::name_and_ids;
    }

    void claim(const std::string& file, const std::string& other) {
        homes_[file] = other;
        taken_.insert(other);
    }

    bool is_open(const Pair& pair) const {
        return !homes_.contains(*pair.file) && !taken_.contains(*pair.other);
    }

    // The best first. Of several that are equally good none can be told to be meant.
    void claim_by_score() {
        std::vector<Pair> pairs = open_pairs();
        std::ranges::stable_sort(pairs, std::ranges::greater(), &Pair::score);
        for (auto begin = pairs.begin(); begin != pairs.end();) {
            const auto end = std::find_if(
                begin, pairs.end(), [&](const Pair& pair) { return pair.score != begin->score; });
            std::vector<Pair> equal;
            std::copy_if(begin, end, std::back_inserter(equal),
                         [&](const Pair& pair) { return is_open(pair); });
            for (const Pair& pair : equal)
                if (is_alone(pair, equal)) claim(*pair.file, *pair.other);
            begin = end;
        }
    }

    std::vector<Pair> open_pairs() const {
        std::vector<Pair> pairs;
        for (const auto& [file, before] : before_)
            for (const auto& [other, after] : after_) {
                const Pair pair{score_of(file, before, other, after), &file, &other};
                if (is_open(pair) && pair.score.rank > 0) pairs.push_back(pair);
            }
        return pairs;
    }

    static bool is_alone(const Pair& pair, const std::vector<Pair>& pairs) {
        return std::ranges::count_if(pairs, [&](const Pair& each) {
                   return each.file == pair.file || each.other == pair.other;
               }) == 1;
    }

    const Identities &before_, &after_;
    std::map<std::string, std::string> homes_;
    std::set<std::string> taken_;
};

// --- from both sides to the end

const std::string* find(const Texts& texts, const std::string& file) {
    const auto found = texts.find(file);
    return found == texts.end() ? nullptr : &found->second;
}

class Following {
public:
    explicit Following(const Snapshots& snapshots)
        : snapshots_(snapshots), mine_(identities_of(snapshots.mine)),
          theirs_(identities_of(snapshots.theirs)) {}

    std::vector<Followed> run() {
        follow_old();
        unite_new();
        for (Followed& person : people_)
            person.file = place_of(person);
        refuse_two_in_one_file();
        return std::move(people_);
    }

private:
    void follow_old() {
        const Identities base = identities_of(snapshots_.base);
        const auto here = Matching(base, mine_).run(), there = Matching(base, theirs_).run();
        const auto home = [](const std::map<std::string, std::string>& homes,
                             const std::string& file) {
            const auto found = homes.find(file);
            return found == homes.end() ? "" : found->second;
        };
        for (const auto& [file, identity] : base)
            people_.push_back({file, home(here, file), home(there, file), ""});
        my_new_ = without(mine_, here);
        their_new_ = without(theirs_, there);
    }

    static std::set<std::string> without(const Identities& all,
                                         const std::map<std::string, std::string>& homes) {
        std::set<std::string> files;
        for (const auto& [file, identity] : all)
            files.insert(file);
        for (const auto& [old, file] : homes)
            files.erase(file);
        return files;
    }

    // Whom both added: in one file, or by one uid.
    void unite_new() {
        for (const std::string& file : my_new_) {
            const std::string there = find_there(file);
            people_.push_back({"", file, there, ""});
            their_new_.erase(there);
        }
        for (const std::string& file : their_new_)
            people_.push_back({"", "", file, ""});
    }

    std::string find_there(const std::string& file) const {
        const Identity& mine = mine_.at(file);
        if (their_new_.contains(file)) {
            const Identity& theirs = theirs_.at(file);
            if (mine.name.empty() || theirs.name.empty() || may_be_made_twice(mine, theirs))
                return file;
        }
        for (const std::string& other : their_new_)
            if (!my_new_.contains(other) && likeness_of(mine, theirs_.at(other)) == Likeness::uid)
                return other;
        return "";
    }

    std::string place_of(const Followed& person) const {
        if (!person.mine.empty() && !person.theirs.empty())
            return person.mine == person.base ? person.theirs : person.mine;
        const bool is_here = !person.mine.empty();
        const std::string& only = is_here ? person.mine : person.theirs;
        const Texts& side = is_here ? snapshots_.mine : snapshots_.theirs;
        const bool is_as_it_was =
            only == person.base && !only.empty() && side.at(only) == snapshots_.base.at(only);
        return is_as_it_was ? "" : only;
    }

    void refuse_two_in_one_file() const {
        std::map<std::string, const Followed*> places;
        for (const Followed& person : people_) {
            if (person.file.empty()) continue;
            const auto [place, is_first] = places.emplace(person.file, &person);
            if (!is_first) refuse(person.file);
        }
    }

    [[noreturn]] void refuse(const std::string& file) const {
        const std::string here = name_in(mine_, file), there = name_in(theirs_, file);
        const std::string slug = find_slug(file).value_or(file);
        throw Error(Exit::no,
                    {.what = here == there
                                 ? fmt::format("it is about two people who are called {}, one here "
                                               "and one there",
                                               here)
                                 : fmt::format("it is about two people: {} here, and {} there",
                                               here, there),
                     .advice = fmt::format(
                         "nothing was merged; to give the one here another name: mentor rename {} "
                         "NAME\nthen: mentor sync",
                         shell_word(slug)),
                     .file = file});
    }

    static std::string name_in(const Identities& side, const std::string& file) {
        const auto found = side.find(file);
        return visible(one_line(found == side.end() ? "" : found->second.name));
    }

    const Snapshots& snapshots_;
    Identities mine_, theirs_;
    std::set<std::string> my_new_, their_new_; // files
    std::vector<Followed> people_;
};

FileText text_of(const Followed& person, const Snapshots& snapshots, const MergeFile& merge) {
    const std::string* mine = find(snapshots.mine, person.mine);
    const std::string* theirs = find(snapshots.theirs, person.theirs);
    if (!mine || !theirs) return mine ? *mine : *theirs;
    const std::string* base = find(snapshots.base, person.base);
    if (*mine == *theirs || (base && *theirs == *base)) return *mine;
    if (base && *mine == *base) return *theirs;
    return merge(person.file, {base ? *base : "", *mine, *theirs});
}

} // namespace

std::vector<Followed> follow_people(const Snapshots& snapshots) {
    return Following(snapshots).run();
}

std::map<std::string, FileText> settle(const std::vector<Followed>& people,
                                       const Snapshots& snapshots, const MergeFile& merge) {
    std::map<std::string, FileText> files;
    for (const Followed& person : people)
        for (const std::string& file : {person.base, person.mine, person.theirs})
            if (!file.empty()) files[file] = std::nullopt;
    for (const Followed& person : people)
        if (!person.file.empty()) files[person.file] = text_of(person, snapshots, merge);
    return files;
}

} // namespace mentor
