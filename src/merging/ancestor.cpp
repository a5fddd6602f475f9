// SPDX-License-Identifier: MIT
#include "merging/ancestor.hpp"

#include "core/text.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

namespace mentor {
namespace {

using Lines = std::vector<std::string>;

Lines sorted_lines(std::string_view text) {
    Lines lines = split_lines(text);
    std::ranges::sort(lines);
    return lines;
}

std::size_t distance(const Lines& some, const Lines& others) {
    Lines different;
    std::ranges::set_symmetric_difference(some, others, std::back_inserter(different));
    return different.size();
}

std::string id_of(const toml::table& element) {
    const auto* id = element.get_as<std::string>("id");
    return id ? id->get() : "";
}

// An element is known again by its id, and one without by all that it says.
bool is_in(const toml::table& element, const toml::array* array) {
    if (!array) return false;
    const std::string id = id_of(element);
    return std::ranges::any_of(*array, [&](const toml::node& node) {
        const toml::table* other = node.as_table();
        return other && (id.empty() ? *other == element : id_of(*other) == id);
    });
}

bool has_every_element_of(const Document& version, const Document& ancestor) {
    for (const auto& [key, node] : TomlAccess::root(ancestor)) {
        const toml::array* array = node.as_array();
        const toml::array* there = TomlAccess::root(version)[key].as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* element = array->get(i)->as_table();
            if (element && !is_in(*element, there)) return false;
        }
    }
    return true;
}

bool may_come_from(const std::string& text, const Document& mine, const Document& theirs) {
    try {
        const Document ancestor = Document::parse(text, "");
        return has_every_element_of(mine, ancestor) && has_every_element_of(theirs, ancestor);
    } catch (const Error&) {
        return false;
    }
}

std::optional<std::size_t> find_nearest(const std::vector<std::string>& texts, const Document& mine,
                                        const Document& theirs) {
    const Lines my_lines = sorted_lines(mine.text()), their_lines = sorted_lines(theirs.text());
    std::optional<std::size_t> nearest;
    std::size_t least = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Lines lines = sorted_lines(texts[i]);
        const std::size_t far = distance(lines, my_lines) + distance(lines, their_lines);
        if ((nearest && far >= least) || !may_come_from(texts[i], mine, theirs)) continue;
        nearest = i;
        least = far;
    }
    return nearest;
}

bool are_same(const toml::node* one, const toml::node* other) {
    if (!one || !other) return one == other;
    toml::array some, others;
    some.push_back(*one);
    others.push_back(*other);
    return some == others;
}

// A table of a document: the root, one below it, or an element with an id. It stands elsewhere in
// another version.
struct Section {
    Path path;
    std::string id = {};

    const toml::table* find(const Document& document) const {
        const toml::table* root = &TomlAccess::root(document);
        if (path.empty()) return root;
        const toml::node* node = root->get(std::get<std::string>(path.front()));
        if (id.empty()) return node ? node->as_table() : nullptr;
        const toml::array* array = node ? node->as_array() : nullptr;
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* element = array->get(i)->as_table();
            if (element && id_of(*element) == id) return element;
        }
        return nullptr;
    }
};

std::vector<Section> sections_of(const Document& document) {
    std::vector<Section> sections{{{}}};
    for (const auto& [key, node] : TomlAccess::root(document)) {
        if (node.is_table()) sections.push_back({{std::string(key.str())}});
        const toml::array* array = node.as_array();
        for (std::size_t i = 0; array && i < array->size(); ++i) {
            const toml::table* element = array->get(i)->as_table();
            const std::string id = element ? id_of(*element) : "";
            if (!id.empty()) sections.push_back({{std::string(key.str()), i}, id});
        }
    }
    return sections;
}

// Where only one side still says what the ancestor does, whether a later text shows how the other
// came to be.
class Evidence {
public:
    Evidence(const Document& ancestor, const Document& mine, const Document& theirs,
             std::vector<Document> later)
        : ancestor_(ancestor), mine_(mine), theirs_(theirs), later_(std::move(later)) {}

    Document convincing() const {
        Document document = ancestor_;
        for (const Section& section : sections_of(ancestor_))
            for (const auto& [key, node] : *section.find(ancestor_)) {
                const std::string name(key.str());
                if (node.is_table() || node.is_array_of_tables() || is_shown(section, name, node))
                    continue;
                Path path = section.path;
                path.emplace_back(name);
                document = document.without(path);
            }
        return document;
    }

private:
    static const toml::node* value(const Document& document, const Section& section,
                                   const std::string& key) {
        const toml::table* table = section.find(document);
        return table ? table->get(key) : nullptr;
    }

    bool is_shown(const Section& section, const std::string& key, const toml::node& old) const {
        const toml::node* mine = value(mine_, section, key);
        const toml::node* theirs = value(theirs_, section, key);
        if (are_same(mine, theirs)) return true;
        const bool is_mine = !are_same(mine, &old), is_theirs = !are_same(theirs, &old);
        if (is_mine && is_theirs) return true; // they collide
        return std::ranges::any_of(later_, [&](const Document& text) {
            return are_same(value(text, section, key), is_mine ? mine : theirs);
        });
    }

    const Document& ancestor_;
    const Document& mine_;
    const Document& theirs_;
    std::vector<Document> later_;
};

} // namespace

Document ancestor_of(const std::vector<std::string>& texts, const Document& mine,
                     const Document& theirs) {
    const auto nearest = find_nearest(texts, mine, theirs);
    if (!nearest) return Document::parse("", mine.name());
    std::vector<Document> later;
    for (std::size_t i = *nearest + 1; i < texts.size(); ++i) {
        try {
            later.push_back(Document::parse(texts[i], mine.name()));
        } catch (const Error&) {
            // It shows nothing.
        }
    }
    const Document ancestor = Document::parse(texts[*nearest], mine.name());
    return Evidence(ancestor, mine, theirs, std::move(later)).convincing();
}

} // namespace mentor
