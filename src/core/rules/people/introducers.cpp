// SPDX-License-Identifier: MIT
#include "core/rules/people/introducers.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mentor {
namespace {

// Somebody of the journal by the slug, anybody else by the name.
struct Node {
    std::string order; // the name, folded
    std::string slug, name;
    auto operator<=>(const Node&) const = default;
};

Node node_of(const std::string& slug, const std::string& name) {
    return {fold(name), slug, name};
}

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

bool is_called(const Relationship& person, const std::string& name) {
    const std::string folded = fold(trim(name));
    const auto fits = [&](const std::string& own) { return fold(own) == folded; };
    return !folded.empty() &&
           (fits(person.slug) || fits(person.name) || std::ranges::any_of(person.aka, fits));
}

Acquaintance acquaintance_of(const Relationship& person) {
    return {person.slug, person.name, person.aka, trim(person.through)};
}

std::vector<Introduced> introduced_among(std::vector<Acquaintance> people) {
    std::ranges::sort(people, {}, [](const auto& one) { return node_of(one.slug, one.name); });
    std::map<std::string, const Acquaintance*> called; // a name before another's aka
    for (const Acquaintance& one : people)
        called.emplace(fold(one.slug), &one);
    for (const Acquaintance& one : people)
        called.emplace(fold(one.name), &one);
    for (const Acquaintance& one : people)
        for (const std::string& aka : one.aka)
            called.emplace(fold(aka), &one);

    std::vector<Introduced> introduced;
    for (const Acquaintance& one : people) {
        if (one.through.empty()) continue;
        const auto found = called.find(fold(one.through));
        if (found == called.end())
            introduced.push_back({one.slug, one.name, "", one.through});
        else if (found->second != &one)
            introduced.push_back({one.slug, one.name, found->second->slug, found->second->name});
    }
    return introduced;
}

std::vector<Branch> tree_of(const std::vector<Introduced>& introduced) {
    return Tree(introduced).branches();
}

} // namespace mentor
