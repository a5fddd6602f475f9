// SPDX-License-Identifier: MIT
#include "format/handle.hpp"

#include "core/text.hpp"
#include "toml/plain/plain.hpp"
#include "toml/toml_access.hpp"

#include "mentor/error.hpp"

#include <cstddef>
#include <optional>

namespace mentor {
namespace {

// Where the next line that begins with `[` begins, from `from` on; the end where there is none.
std::size_t next_bracket_line(std::string_view text, std::size_t from) {
    const std::size_t newline = text.find("\n[", from);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

std::optional<Document> find_document(std::string_view text) {
    try {
        return Document::parse(std::string(text), "");
    } catch (const Error&) {
        return std::nullopt;
    }
}

// The keys before the first header. A line that begins with `[` may also lie inside a text or a
// list; then what stands before it doesn't parse, and a later one is tried. The number of lines
// skipped doubles each time, so that a broken file costs no more than a few parses of all of it.
std::optional<Document> find_head(std::string_view text) {
    std::size_t end = text.starts_with('[') ? 0 : next_bracket_line(text, 0);
    for (std::size_t skip = 1;; skip *= 2) {
        if (auto head = find_document(text.substr(0, end))) return head;
        if (end == text.size()) return std::nullopt;
        for (std::size_t i = 0; i < skip; ++i)
            end = next_bracket_line(text, end);
    }
}

Handle handle_of(const PlainText& head, const std::string& slug) {
    Handle handle{.slug = slug, .name = slug, .aka = {}};
    for (const PlainStatement& statement : head.statements) {
        const std::string_view key = statement.key;
        const PlainValue& value = statement.value;
        if (key == "name" && value.kind == PlainValue::Kind::text && !value.bytes.empty())
            handle.name = one_line(to_text(value));
        if (key == "address" && value.kind == PlainValue::Kind::text)
            handle.address = one_line(to_text(value));
        if (key == "uid" && value.kind == PlainValue::Kind::text)
            handle.uid = one_line(to_text(value));
        if (key != "aka" || value.kind != PlainValue::Kind::list) continue;
        for (const PlainValue& other : elements_of(value))
            if (other.kind == PlainValue::Kind::text)
                handle.aka.push_back(one_line(to_text(other)));
    }
    return handle;
}

} // namespace

std::optional<Handle> find_handle(const std::string& beginning, const std::string& slug) {
    PlainText head;
    const auto end = read_plain_head(beginning, head);
    if (!end || *end == beginning.size()) return std::nullopt;
    return handle_of(head, slug);
}

Handle read_handle(const std::string& text, std::string slug) {
    PlainText plain;
    if (read_plain_head(text, plain)) return handle_of(plain, slug);
    Handle handle{.slug = slug, .name = std::move(slug), .aka = {}};
    const auto head = find_head(text);
    if (!head) return handle;
    const toml::table& root = TomlAccess::root(*head);
    if (const auto* name = root.get_as<std::string>("name"); name && !name->get().empty()) {
        handle.name = one_line(name->get());
    }
    if (const auto* address = root.get_as<std::string>("address"))
        handle.address = one_line(address->get());
    if (const auto* uid = root.get_as<std::string>("uid")) handle.uid = one_line(uid->get());
    if (const auto* aka = root.get_as<toml::array>("aka")) {
        for (const toml::node& element : *aka) {
            if (const auto* other = element.as_string())
                handle.aka.push_back(one_line(other->get()));
        }
    }
    return handle;
}

} // namespace mentor
