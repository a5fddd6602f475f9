// SPDX-License-Identifier: MIT
#include "toml/merging/lists.hpp"

#include "toml/document.hpp"
#include "toml/editing/brackets.hpp"
#include "toml/editing/tree.hpp"
#include "toml/layout.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

namespace mentor {
namespace {

Path only_path(const Document& document) {
    return Layout(document.text(), TomlAccess::root(document)).statements().front().path;
}

Document appended(const Document& document, const Path& path, const std::string& element) {
    const toml::table& root = TomlAccess::root(document);
    const Layout layout(document.text(), root);
    const Brackets array = brackets_of(document.text(), layout, *find_path(root, path).node);
    return Document::parse(
        with_splices(document.text(), append_element(document.text(), array, element)),
        document.name());
}

} // namespace

std::optional<std::string> changed_list(const std::string& statement,
                                        const std::vector<std::string>& added,
                                        const std::function<bool(std::size_t index)>& is_gone) {
    try {
        Document document = Document::parse(statement, "");
        const Path path = only_path(document);
        for (std::size_t i = document.size(path); i-- > 0;) {
            Path element = path;
            element.emplace_back(i);
            if (is_gone(i)) document = document.without(element);
        }
        for (const std::string& element : added)
            document = appended(document, path, element);
        return document.text();
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace mentor
