// SPDX-License-Identifier: MIT
#include "merging/kept_private.hpp"

#include "merging/elements.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mentor {
namespace {

// Which key points to what a thing is as private as: {"goal", "goal"}, the key and the array; none
// where it stands by itself.
struct Source {
    std::string_view key, array;
};

Source source_of(std::string_view array) {
    if (array == "commitment" || array == "advice") return {"log", "log"};
    if (array == "milestone") return {"goal", "goal"};
    return {};
}

bool says_private(const toml::table& fields) {
    return fields["private"].value_or(false);
}

std::string text_at(const toml::table& fields, std::string_view key) {
    return fields[key].value_or(std::string());
}

// What is private in one version. As without_private_words() has it: of those that share an id one
// is enough, and what is mentioned and isn't there counts as private.
class Version {
public:
    explicit Version(const Document& document) : elements_(elements_of(document)) {
        for (const Element& element : elements_) {
            Named& named = by_name_[{element.array, element.id}];
            named.all.push_back(element);
            named.is_private = named.is_private || says_private(*element.fields);
        }
    }

    const std::vector<Element>& elements() const { return elements_; }

    bool is_private(const Element& element) const {
        if (says_private(*element.fields)) return true;
        const Source source = source_of(element.array);
        if (source.key.empty()) return false;
        const std::string id = text_at(*element.fields, source.key);
        if (id.empty()) return false;
        const auto found = by_name_.find({std::string(source.array), id});
        return found == by_name_.end() || found->second.is_private;
    }

    // Those of one name: several where a hand gave one id to several.
    std::vector<Element> like(const Element& element) const {
        const auto found = by_name_.find({element.array, element.id});
        return found == by_name_.end() ? std::vector<Element>() : found->second.all;
    }

private:
    struct Named {
        std::vector<Element> all;
        bool is_private = false; // one of them
    };
    std::vector<Element> elements_;
    std::map<std::pair<std::string, std::string>, Named> by_name_; // by array and id
};

// Whether the side made or changed it, or one of its name, while it was private there.
bool was_kept(const Element& element, const Version& base, const Version& side) {
    const auto before = base.like(element);
    for (const Element& own : side.like(element)) {
        if (!side.is_private(own)) continue;
        bool is_as_before = false;
        for (const Element& old : before)
            is_as_before = is_as_before || (base.is_private(old) && *old.fields == *own.fields);
        if (!is_as_before) return true;
    }
    return false;
}

bool is_there_and_private(const Element& element, const Version& side) {
    for (const Element& own : side.like(element))
        if (side.is_private(own)) return true;
    return false;
}

// A step has no word for it: its goal is private then.
Document with_private(Document document, const Element& element, const Version& version) {
    if (element.array != "milestone") return document.with_value(element.path_of("private"), true);
    const std::string goal = text_at(*element.fields, "goal");
    for (const Element& each : version.elements())
        if (each.array == "goal" && each.id == goal)
            document = document.with_value(each.path_of("private"), true);
    return document;
}

} // namespace

Document with_kept_private(Document merged, const Document& base, const Document& mine,
                           const Document& theirs) {
    const Document woven = merged; // of which the elements are
    const Version before(base), my(mine), their(theirs), now(woven);
    for (const Element& element : now.elements()) {
        if (source_of(element.array).key.empty() || now.is_private(element)) continue;
        if (was_kept(element, before, my) || was_kept(element, before, their) ||
            (is_there_and_private(element, my) && is_there_and_private(element, their)))
            merged = with_private(std::move(merged), element, now);
    }
    return merged;
}

} // namespace mentor
