// SPDX-License-Identifier: MIT
#include "core/imports/journal_copy.hpp"

#include "core/imports/foreign_text.hpp"
#include "core/imports/json_reader.hpp"
#include "core/text.hpp"

namespace mentor {

std::vector<CopiedFile> parse_journal_copy(std::string_view text, const std::string& file) {
    const JsonValue whole = parse_json(text, file);
    const JsonValue* items = whole.find("items");
    if (!whole.text_of("schema").starts_with("mentor.export/") || !items || !items->find_list())
        throw unreadable(file, whole.line, "this is no copy of a journal",
                         "one is what this writes: mentor export json -o FILE");
    std::vector<CopiedFile> files;
    for (const JsonValue& item : *items->find_list()) {
        const JsonValue* of_file = item.find("file");
        if (!of_file || !of_file->find_text())
            throw unreadable(file, item.line, "the text of the file isn't in it",
                             "what --public wrote is for others; a copy is what this writes: "
                             "mentor export json -o FILE");
        files.push_back({item.text_of("slug"), one_line(item.text_of("name")),
                         *of_file->find_text(), item.line});
    }
    if (files.empty())
        throw unreadable(file, items->line, "the copy holds nobody",
                         "the journal that it was "
                         "made of was empty");
    return files;
}

} // namespace mentor
