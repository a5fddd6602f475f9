// SPDX-License-Identifier: MIT
#include "cli/documents.hpp"

#include "core/compiled_text.hpp"
#include "core/text.hpp"
#include "format/decode.hpp"
#include "report/blocks.hpp"
#include "report/faces/json_face.hpp"
#include "report/pages/journal/file_schema.hpp"
#include "report/pages/manual/manual_page.hpp"

#include "mentor/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace mentor {
namespace {

constexpr std::string_view homepage = MENTOR_HOMEPAGE;

struct ManualPage {
    std::string_view name, file;
};
constexpr ManualPage manual[] = {
    {"mentor", "man/mentor.1"},      {"relationship", "man/mentor-relationship.5"},
    {"dates", "man/mentor-dates.7"}, {"guide", "man/mentor-guide.7"},
    {"json", "man/mentor-json.7"},   {"privacy", "man/mentor-privacy.7"},
};

struct FileSchema {
    std::string_view name, title;
    Shape (*shape)();
    std::string_view section; // of mentor-relationship(5), which explains its first keys
};
constexpr FileSchema schemas[] = {
    {"relationship", "A relationship in a mentorship journal", relationship_shape,
     "The first lines"},
    {"config", "The configuration of mentor", config_shape, "THE CONFIGURATION"},
    {"questions", "Questions of your own for mentor", questions_shape, "QUESTIONS OF YOUR OWN"},
};

template<class Row, std::size_t size>
std::vector<std::string> names_in(const Row (&table)[size]) {
    std::vector<std::string> names;
    for (const Row& row : table)
        names.emplace_back(row.name);
    return names;
}

// The row of that name, the first for "". Throws Error(usage), which says what there is.
template<class Row, std::size_t size>
const Row& named(const Row (&table)[size], std::string_view name, std::string_view what) {
    if (name.empty()) return table[0];
    const auto found = std::ranges::find(table, name, &Row::name);
    if (found != std::end(table)) return *found;
    throw Error(Exit::usage, fmt::format("there is no {} '{}'", what, name),
                fmt::format("one of: {}", join(names_in(table), ", ")));
}

} // namespace

Page manual_page_named(std::string_view name) {
    constexpr std::string_view prefix = "mentor-";
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    return manual_page(compiled_text(named(manual, name, "page of the manual").file));
}

std::vector<std::string> manual_names() {
    return names_in(manual);
}

std::vector<std::string> schema_names() {
    return names_in(schemas);
}

std::string schema_named(std::string_view name) {
    const FileSchema& file = named(schemas, name, "schema");
    const std::string_view page = compiled_text("man/mentor-relationship.5");
    const auto explain = [&](std::string_view table, std::string_view key) {
        if (!table.empty()) {
            const std::string words = manual_entry(page, fmt::format("[{}]", table), key);
            return words.empty() ? manual_entry(page, fmt::format("[[{}]]", table), key) : words;
        }
        std::string words = manual_entry(page, file.section, key);
        for (const std::string& header : {fmt::format("[{}]", key), fmt::format("[[{}]]", key)})
            if (words.empty()) words = manual_title(page, header);
        return words;
    };
    return to_json(file_schema(file.shape(), file.title, explain));
}

Page notices_page() {
    Page page;
    for (const std::string& line : split_lines(compiled_text("notices.txt")))
        page.push_back(line.empty() ? Block(Blank{}) : Block(sentence("{}", line)));
    return page;
}

std::string version_text() {
    return homepage.empty() ? fmt::format("mentor {}\n", MENTOR_VERSION)
                            : fmt::format("mentor {}\n{}\n", MENTOR_VERSION, homepage);
}

std::string report_advice() {
    return homepage.empty() ? "please report it" : fmt::format("please report it: {}", homepage);
}

} // namespace mentor
