// SPDX-License-Identifier: MIT
#include "core/rules/people/introducers.hpp"

#include "core/model/who.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mentor {
namespace {

// Somebody of the journal by the slug, anybody else by the name, however it is written.
struct Node {
    std::string order; // the name, folded
    std::string slug, name;
    auto operator<=>(const Node& other) const {
        return std::tie(order, slug) <=> std::tie(other.order, other.slug);
    }
    bool operator==(const Node& other) const { return (*this <=> other) == 0; }
};

// "Ada  Byron" is "ada byron".
std::string spaced_once(const std::string& folded) {
    std::string out;
    for (const char c : folded)
        if (c != ' ' || !out.ends_with(' ')) out += c;
    return out;
}

Node node_of(const std::string& slug, const std::string& name) {
    return {spaced_once(fold(name)), slug, name};
}

// Whom a name means that stands in a text.
class Directory {
public:
    explicit Directory(const std::vector<Acquaintance>& people) {
        for (const Acquaintance& one : people) {
            add(slugs_, one.slug, one);
            add(names_, one.name, one);
            for (const std::string& aka : one.aka)
                add(akas_, aka, one);
            const auto words = words_of_name(one.name);
            for (const std::string& word : std::set(words.begin(), words.end()))
                by_word_[word].push_back(&one);
        }
    }

    // nullptr where that is nobody, or one of several.
    const Acquaintance* find(const std::string& name) const {
        const auto words = words_of_name(name);
        if (words.empty()) return nullptr;
        for (const Known* known : {&slugs_, &names_, &akas_})
            if (const auto found = known->find(join(words, "")); found != known->end())
                return found->second;
        return find_by_words(words);
    }

private:
    using Known = std::map<std::string, const Acquaintance*>;

    static void add(Known& known, const std::string& name, const Acquaintance& one) {
        const auto [there, is_new] = known.emplace(join(words_of_name(name), ""), &one);
        if (!is_new && there->second != &one) there->second = nullptr;
    }

    const Acquaintance* find_by_words(const std::vector<std::string>& words) const {
        const auto candidates = by_word_.find(words.front());
        if (candidates == by_word_.end()) return nullptr;
        const Acquaintance* found = nullptr;
        for (const Acquaintance* one : candidates->second) {
            if (!stand_in_order(words, words_of_name(one->name))) continue;
            if (found) return nullptr;
            found = one;
        }
        return found;
    }

    static bool stand_in_order(const std::vector<std::string>& words,
                               const std::vector<std::string>& name) {
        auto next = name.begin();
        return std::ranges::all_of(words, [&](const std::string& word) {
            next = std::find(next, name.end(), word);
            return next != name.end() && next++ != name.end();
        });
    }

    Known slugs_, names_, akas_; // by the words without what parts them
    std::map<std::string, std::vector<const Acquaintance*>> by_word_; // of their names
};

class Tree {
public:
    explicit Tree(const std::vector<Introduced>& introduced) {
        for (const Introduced& one : introduced) {
            const Node node = node_of(one.slug, one.name);
            const Node by = node_of(one.by_slug, one.by);
            below_[by].push_back(node);
            above_.emplace(node, by);
        }
    }

    std::vector<Branch> branches() && {
        for (const auto& [node, below] : below_)
            if (!above_.contains(node)) grow(node);
        for (const auto& [node, below] : below_)
            if (!placed_.contains(node)) grow(first_of_ring(node));
        return std::move(branches_);
    }

private:
    // Of the ring that it leads up to.
    Node first_of_ring(Node node) const {
        std::set<Node> passed;
        while (passed.insert(node).second)
            node = above_.at(node);
        Node first = node;
        for (Node next = above_.at(node); next != node; next = above_.at(next))
            first = std::min(first, next);
        return first;
    }

    // Without a recursion: a chain of introductions may be as long as the journal.
    void grow(const Node& root) {
        std::vector<std::pair<Node, std::size_t>> waiting{{root, 0}};
        while (!waiting.empty()) {
            const auto [node, depth] = std::move(waiting.back());
            waiting.pop_back();
            if (!placed_.insert(node).second) continue;
            branches_.push_back({node.slug, node.name, depth});
            const auto below = below_.find(node);
            if (below == below_.end()) continue;
            for (auto next = below->second.rbegin(); next != below->second.rend(); ++next)
                waiting.emplace_back(*next, depth + 1);
        }
    }

    std::map<Node, std::vector<Node>> below_;
    std::map<Node, Node> above_;
    std::set<Node> placed_;
    std::vector<Branch> branches_;
};

} // namespace

Acquaintance acquaintance_of(const Relationship& person) {
    return {person.slug, person.name, person.aka, trim(person.through)};
}

std::vector<Acquaintance> acquaintances_of(const std::vector<Relationship>& people) {
    std::vector<Acquaintance> all;
    for (const Relationship& person : people)
        all.push_back(acquaintance_of(person));
    return all;
}

std::vector<Introduced> introduced_among(std::vector<Acquaintance> people) {
    std::ranges::sort(people, {}, [](const auto& one) { return node_of(one.slug, one.name); });
    const Directory directory(people);
    std::vector<Introduced> introduced;
    for (const Acquaintance& one : people) {
        if (one.through.empty() || !one.is_told) continue;
        const Acquaintance* by = directory.find(one.through);
        if (by == &one) continue;
        if (by && by->is_told)
            introduced.push_back({one.slug, one.name, by->slug, by->name});
        else
            introduced.push_back({one.slug, one.name, "", one.through});
    }
    return introduced;
}

std::vector<Branch> tree_of(const std::vector<Introduced>& introduced) {
    return Tree(introduced).branches();
}

} // namespace mentor
