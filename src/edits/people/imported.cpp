// SPDX-License-Identifier: MIT

#include "edits/people/imported.hpp"

#include "core/rules/people/occasions.hpp"
#include "core/text.hpp"
#include "edits/keys/put.hpp"
#include "format/decode.hpp"

#include "mentor/error.hpp"

#include <algorithm>
#include <string>

namespace mentor {
namespace {

Document with_birthday(const Document& document, const std::vector<Occasion>& occasions,
                       const std::string& day) {
    const auto standing = birthdays_for(occasions, day);
    if (standing.empty())
        return document.with_appended("occasion", {{"what", "birthday"}, {"on", day}});
    if (standing.size() > 1)
        throw Error(Exit::unknown, "a second birthday was written by other hands just now",
                    "nothing was written; look again and repeat");
    return document.with_value({"occasion", standing.front(), "on"}, day);
}

} // namespace

Document imported_document(Session& session, const FoundPerson& found) {
    Document document = Document::parse("", slug_of(found.name) + ".toml");
    const auto set = [&](const char* key, const Value& value) {
        document = document.with_value({key}, value);
    };
    set("format", newest_format);
    set("uid", found.uid.empty() ? make_uid(session.host) : found.uid);
    set("name", found.name);
    set("role", "mentor");
    set("stage", "prospect");
    if (!found.aka.empty()) set("aka", found.aka);
    set("added", session.today());
    if (!found.tags.empty()) set("tags", found.tags);
    if (!found.about.empty()) set("about", block_text(found.about));
    const auto set_contact = [&](const char* key, const std::string& value) {
        if (!value.empty()) document = document.with_value({"contact", key}, value);
    };
    set_contact("email", found.emails.empty() ? "" : found.emails.front());
    set_contact("phone", found.phones.empty() ? "" : found.phones.front());
    set_contact("link", found.link);
    set_contact("timezone", found.timezone);
    return found.birthday.empty() ? document : with_birthday(document, {}, found.birthday);
}

Document with_differences(const Record& record, const std::vector<Difference>& differences) {
    Document document = record.document;
    for (const auto& [key, here, there] : differences)
        document = key == "birthday"
                       ? with_birthday(document, record.relationship.occasions, there)
                       : document.with_value({"contact", key.substr(key.find('.') + 1)}, there);
    return document;
}

Document with_found_entries(const Document& document, std::vector<EntryToAdd> entries) {
    std::ranges::stable_sort(entries, [](const auto& one, const auto& other) {
        return one.found->on < other.found->on;
    });
    std::vector<Table> tables;
    for (const auto& [found, id] : entries) {
        Table& fields =
            tables.emplace_back(Table{{"id", id}, {"on", found->on}, {"kind", found->kind}});
        put(fields, "where", found->where);
        put(fields, "topics", found->topics);
        put(fields, "note", block_text(found->note));
    }
    return document.with_all_appended("log", tables);
}

Document with_found_note(const Document& document, std::size_t position, const FoundEntry& found) {
    return document.with_value({"log", position, "note"}, block_text(found.note));
}

} // namespace mentor
