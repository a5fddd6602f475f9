// SPDX-License-Identifier: MIT
#include "toml/merging/unlike.hpp"

#include "toml/editing/tree.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include <array>

namespace mentor {
namespace {

// --- what there is

enum class Kind { value, table, elements, no_table, no_elements };
using Kinds = std::map<std::string, Kind>;

Kind kind_of(const toml::node& node) {
    if (const toml::table* table = node.as_table())
        return table->empty() ? Kind::no_table : Kind::table;
    if (const toml::array* array = node.as_array(); array && array->empty())
        return Kind::no_elements;
    return is_array_of_tables(node) ? Kind::elements : Kind::value;
}

void collect_kinds(const toml::node& node, Path& path, const Names& names, Kinds& kinds) {
    const Kind kind = kind_of(node);
    kinds.emplace(named(path, names), kind);
    if (kind == Kind::table) {
        for (const auto& [key, child] : *node.as_table()) {
            path.emplace_back(std::string(key.str()));
            collect_kinds(child, path, names, kinds);
            path.pop_back();
        }
    } else if (kind == Kind::elements) {
        for (std::size_t i = 0; i < node.as_array()->size(); ++i) {
            path.emplace_back(i);
            collect_kinds((*node.as_array())[i], path, names, kinds);
            path.pop_back();
        }
    }
}

Kinds kinds_of(const Document& document, const Names& names) {
    Kinds kinds;
    Path path;
    collect_kinds(TomlAccess::root(document), path, names, kinds);
    return kinds;
}

bool go_together(Kind one, Kind other) {
    const auto full = [](Kind kind) {
        return kind == Kind::no_table ? Kind::table
                                      : (kind == Kind::no_elements ? Kind::elements : kind);
    };
    const bool is_list = one == Kind::no_elements || other == Kind::no_elements;
    return full(one) == full(other) || (is_list && (one == Kind::value || other == Kind::value));
}

// The key at the root that a place lies within.
std::string root_key(const std::string& place) {
    if (place.starts_with('"')) return place.substr(0, skip_string(place, 0));
    return place.substr(0, place.find_first_of(".["));
}

Unlike kinds_unlike(const ThreeDocuments& documents, const NamesOfThree& names) {
    const Kinds mine = kinds_of(documents.mine, names.mine),
                theirs = kinds_of(documents.theirs, names.theirs);
    Unlike unlike;
    for (const auto& [place, kind] : mine) {
        const auto other = theirs.find(place);
        if (other != theirs.end() && !go_together(kind, other->second))
            unlike.one_value.insert(place);
    }
    for (const Kinds* kinds : {&mine, &theirs})
        for (const auto& [place, kind] : *kinds)
            if (kind == Kind::table || kind == Kind::elements) unlike.filled.insert(place);
    return unlike;
}

// --- how it is written

std::string text_of(const Document& document, const Layout& layout, const Path& path) {
    const toml::node* node = find_path(TomlAccess::root(document), path).node;
    const auto& [begin, end] = layout.bytes_of(*node);
    return document.text().substr(begin, end - begin);
}

// What stands between brackets, by its place.
std::map<std::string, std::string> bracketed_in(const Document& document, const Names& names) {
    std::map<std::string, std::string> texts;
    const Layout layout(document.text(), TomlAccess::root(document));
    for (const Statement& statement : layout.statements()) {
        if (statement.kind != Statement::Kind::key_value) continue;
        const Kind kind = kind_of(*find_path(TomlAccess::root(document), statement.path).node);
        if (kind == Kind::table || kind == Kind::elements)
            texts.emplace(named(statement.path, names), text_of(document, layout, statement.path));
    }
    return texts;
}

void add_differing(const std::map<std::string, std::string>& one,
                   const std::map<std::string, std::string>& other, std::set<std::string>& keys) {
    for (const auto& [place, how] : one) {
        const auto found = other.find(place);
        if (found != other.end() && found->second != how) keys.insert(root_key(place));
    }
}

} // namespace

std::map<std::string, std::string> forms_of(const Document& document, const Names& names) {
    std::map<std::string, std::string> forms;
    const toml::table& root = TomlAccess::root(document);
    const Layout layout(document.text(), root);
    const auto& statements = layout.statements();
    for (const Statement& statement : statements) {
        const Path& path = statement.path;
        if (statement.kind == Statement::Kind::header) {
            const bool is_element = std::holds_alternative<std::size_t>(path.back());
            const Path made = is_element ? first_steps(path, path.size() - 1) : path;
            forms.emplace(named(made, names), is_element ? "[[" : "[");
            continue;
        }
        const Path section =
            statement.header == no_header ? Path() : statements[statement.header].path;
        for (std::size_t steps = section.size() + 1; steps < path.size(); ++steps)
            forms.emplace(named(first_steps(path, steps), names), "." + named(section, names));
        const Kind kind = kind_of(*find_path(root, path).node);
        forms.emplace(named(path, names),
                      kind == Kind::value || kind == Kind::no_elements ? "=" : "{");
    }
    return forms;
}

Unlike find_unlike(const ThreeDocuments& documents, const NamesOfThree& names) {
    Unlike unlike = kinds_unlike(documents, names);
    const auto base = forms_of(documents.base, names.base),
               mine = forms_of(documents.mine, names.mine),
               theirs = forms_of(documents.theirs, names.theirs);
    add_differing(mine, theirs, unlike.keys);
    add_differing(base, mine, unlike.keys);
    add_differing(base, theirs, unlike.keys);
    for (const std::string& place : unlike.one_value)
        unlike.keys.insert(root_key(place));

    const auto old = bracketed_in(documents.base, names.base),
               my = bracketed_in(documents.mine, names.mine),
               their = bracketed_in(documents.theirs, names.theirs);
    for (const auto& [place, text] : my) {
        const auto other = their.find(place), before = old.find(place);
        if (other == their.end() || other->second == text) continue;
        const bool is_one_change =
            before != old.end() && (before->second == text || before->second == other->second);
        if (!is_one_change) unlike.keys.insert(root_key(place));
    }
    return unlike;
}

Unlike all_unlike(const ThreeDocuments& documents, const NamesOfThree& names) {
    Unlike unlike = kinds_unlike(documents, names);
    for (const std::string& place : unlike.filled)
        if (!place.empty()) unlike.keys.insert(root_key(place));
    for (const std::string& place : unlike.one_value)
        unlike.keys.insert(root_key(place));
    return unlike;
}

Unlike all_as_values(const ThreeDocuments& documents, const NamesOfThree& names) {
    Unlike unlike = all_unlike(documents, names);
    for (const Kinds& kinds :
         {kinds_of(documents.base, names.base), kinds_of(documents.mine, names.mine),
          kinds_of(documents.theirs, names.theirs)})
        for (const auto& [place, kind] : kinds)
            if (kind == Kind::elements && place != root_key(place)) unlike.one_value.insert(place);
    return unlike;
}

} // namespace mentor
