// SPDX-License-Identifier: MIT
#include "core/imports/address_table.hpp"

#include "core/imports/birthday.hpp"
#include "core/imports/csv_reader.hpp"
#include "core/imports/foreign_text.hpp"
#include "core/imports/labels.hpp"
#include "core/model/ids.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace mentor {
namespace {

enum class Field {
    name,
    prefix,
    given,
    middle,
    family,
    suffix,
    nickname,
    email,
    phone,
    link,
    timezone,
    birthday,
    birth_year,
    birth_month,
    birth_day,
    company,
    title,
    tags,
    notes,
    uid,
};

struct Column {
    std::string_view title; // folded; a '#' stands for any number
    Field field;
};
// Google's before and from 2024 on, LinkedIn's, Outlook's, Thunderbird's, and those of `mentor
// export csv`.
constexpr auto columns = std::to_array<Column>({
    {"name", Field::name},
    {"full name", Field::name},
    {"display name", Field::name},
    {"name prefix", Field::prefix},
    {"given name", Field::given},
    {"first name", Field::given},
    {"additional name", Field::middle},
    {"middle name", Field::middle},
    {"family name", Field::family},
    {"last name", Field::family},
    {"surname", Field::family},
    {"name suffix", Field::suffix},
    {"suffix", Field::suffix},
    {"nickname", Field::nickname},
    {"aka", Field::nickname},
    {"email", Field::email},
    {"e-mail", Field::email},
    {"email address", Field::email},
    {"e-mail address", Field::email},
    {"e-mail # address", Field::email},
    {"e-mail # - value", Field::email},
    {"primary email", Field::email},
    {"secondary email", Field::email},
    {"contact.email", Field::email},
    {"mobile phone", Field::phone},
    {"mobile number", Field::phone},
    {"work phone", Field::phone},
    {"primary phone", Field::phone},
    {"business phone", Field::phone},
    {"business phone #", Field::phone},
    {"home phone", Field::phone},
    {"home phone #", Field::phone},
    {"phone", Field::phone},
    {"phone number", Field::phone},
    {"phone # - value", Field::phone},
    {"contact.phone", Field::phone},
    {"url", Field::link},
    {"web page", Field::link},
    {"web page #", Field::link},
    {"website", Field::link},
    {"website # - value", Field::link},
    {"contact.link", Field::link},
    {"contact.timezone", Field::timezone},
    {"birthday", Field::birthday},
    {"birth year", Field::birth_year},
    {"birth month", Field::birth_month},
    {"birth day", Field::birth_day},
    {"company", Field::company},
    {"organization", Field::company},
    {"organization name", Field::company},
    {"organization # - name", Field::company},
    {"job title", Field::title},
    {"position", Field::title},
    {"title", Field::title},
    {"organization title", Field::title},
    {"organization # - title", Field::title},
    {"categories", Field::tags},
    {"tags", Field::tags},
    {"labels", Field::tags},
    {"group membership", Field::tags},
    {"notes", Field::notes},
    {"uid", Field::uid},
});

bool is_named(const std::string& title, std::string_view pattern) {
    const std::size_t mark = pattern.find('#');
    if (mark == std::string_view::npos) return title == pattern;
    const std::string_view before = pattern.substr(0, mark), behind = pattern.substr(mark + 1);
    return title.size() > before.size() + behind.size() && title.starts_with(before) &&
           title.ends_with(behind) &&
           find_number(title.substr(before.size(), title.size() - before.size() - behind.size()));
}

std::optional<Field> find_field(std::string_view title) {
    const std::string folded = fold(trim(title));
    const auto found = std::ranges::find_if(
        columns, [&](const Column& column) { return is_named(folded, column.title); });
    return found == columns.end() ? std::nullopt : std::optional(found->field);
}

using Header = std::vector<std::optional<Field>>;

Header header_of(const std::vector<std::string>& titles) {
    Header header;
    for (const std::string& title : titles)
        header.push_back(find_field(title));
    // Beside a job's title Outlook's is that of a name.
    if (std::ranges::find_if(titles, [](const auto& title) {
            return fold(trim(title)) == "job title";
        }) != titles.end())
        for (std::size_t i = 0; i < titles.size(); ++i)
            if (fold(trim(titles[i])) == "title") header[i] = Field::prefix;
    return header;
}

bool names_people(const Header& header) {
    return std::ranges::any_of(header, [](const std::optional<Field>& field) {
        return field == Field::name || field == Field::given || field == Field::family;
    });
}

// The line that names the columns, which needn't be the first: LinkedIn writes notes above it.
struct Start {
    std::size_t offset = 0;
    int line = 1;
    char separator = ',';
    std::ptrdiff_t known = 0;
};

// Of all lines the one that makes most names known: a word of the notes may be one, too.
Start find_start(std::string_view text, const std::string& file) {
    constexpr int most_lines = 50;
    Start best;
    std::size_t begin = 0;
    for (int line = 1; begin < text.size() && line <= most_lines; ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view words = text.substr(begin, end - begin);
        for (const char separator : {',', ';', '\t'}) {
            try {
                const auto rows = parse_csv(words, separator, file);
                if (rows.empty()) continue;
                const Header header = header_of(rows.front().cells);
                const auto known = std::ranges::count_if(
                    header, [](const auto& field) { return field.has_value(); });
                if (names_people(header) && known > best.known)
                    best = {begin, line, separator, known};
            } catch (const Error&) {
                // A text of several lines begins here: this is no line of names.
            }
        }
        begin = end + 1;
    }
    return best;
}

using Values = std::map<Field, std::vector<std::string>>;

// Google joins values with ` ::: `, mentor with `; `; and mentor writes an apostrophe before what a
// spreadsheet would take for a formula.
std::vector<std::string> values_of(std::string cell, Field field) {
    if (cell.size() > 1 && cell[0] == '\'' &&
        std::string_view("=+-@").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
    const bool is_list = field == Field::tags || field == Field::nickname || field == Field::email;
    std::vector<std::string> values;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find(" ::: ", begin), cell.size());
        const std::string value = cell.substr(begin, end - begin);
        for (const std::string& part : is_list ? split(value, ';') : std::vector{value})
            if (std::string word = trim(part); !word.empty()) values.push_back(std::move(word));
        begin = end + (end < cell.size() ? 5 : 1);
    }
    return values;
}

Values values_of(const CsvRow& row, const Header& header) {
    Values values;
    for (std::size_t i = 0; i < std::min(row.cells.size(), header.size()); ++i)
        if (header[i])
            for (std::string& value : values_of(row.cells[i], *header[i]))
                if (auto& all = values[*header[i]]; std::ranges::find(all, value) == all.end())
                    all.push_back(std::move(value));
    return values;
}

std::string first(const Values& values, Field field) {
    const auto found = values.find(field);
    return found == values.end() || found->second.empty() ? "" : found->second.front();
}

std::string joined(const Values& values, std::initializer_list<Field> fields,
                   std::string_view separator) {
    std::vector<std::string> words;
    for (const Field field : fields)
        if (std::string word = one_line(first(values, field)); !word.empty())
            words.push_back(std::move(word));
    return join(words, separator);
}

// As it is written, or of its parts: "1815-12-10", "--12-10", "--12".
std::string birthday_of(const Values& values) {
    const std::string month = first(values, Field::birth_month);
    if (std::string whole = first(values, Field::birthday); !whole.empty() || month.empty())
        return whole;
    const std::string year = first(values, Field::birth_year);
    const std::string day = first(values, Field::birth_day);
    return fmt::format("{}{:0>2}{}", year.empty() ? "--" : year + "-", month,
                       day.empty() ? "" : fmt::format("-{:0>2}", day));
}

FoundPerson person_of(const CsvRow& row, const Header& header) {
    Values values = values_of(row, header);
    FoundPerson person;
    person.line = row.line;
    person.name = joined(
        values, {Field::prefix, Field::given, Field::middle, Field::family, Field::suffix}, " ");
    if (const std::string whole = joined(values, {Field::name}, ""); !whole.empty())
        person.name = whole;
    person.aka = std::move(values[Field::nickname]);
    std::erase(person.aka, person.name);
    person.emails = std::move(values[Field::email]);
    person.phones = std::move(values[Field::phone]);
    person.link = first(values, Field::link);
    person.timezone = first(values, Field::timezone);
    person.tags = tags_of_labels(std::move(values[Field::tags]));
    std::vector<std::string> about{joined(values, {Field::title, Field::company}, ", "),
                                   first(values, Field::notes)};
    std::erase(about, "");
    person.about = join(about, "\n");
    if (std::string uid = first(values, Field::uid); is_uid(uid)) person.uid = std::move(uid);
    const std::string birthday = birthday_of(values);
    if (const auto day = find_birthday(birthday))
        person.birthday = *day;
    else if (!birthday.empty() && birthday != "0/0/00")
        person.remarks.push_back(fmt::format("without the birthday '{}'", one_line(birthday)));
    if (person.name.empty()) {
        person.unclear = "the row has no name";
        person.name = joined(values, {Field::company}, "");
        if (person.name.empty() && !person.emails.empty()) person.name = person.emails.front();
    }
    return person;
}

} // namespace

FoundPeople parse_address_table(std::string_view text, const std::string& file) {
    const Start start = find_start(text, file);
    if (start.known == 0)
        throw unreadable(file, 0, "no line names the columns",
                         "one line has to say which column is what, such as: Name,Email,Phone");
    // Lines are counted from the file's first.
    const std::string above(static_cast<std::size_t>(start.line - 1), '\n');
    auto rows = parse_csv(above + std::string(text.substr(start.offset)), start.separator, file);
    const Header header = header_of(rows.front().cells);
    FoundPeople found;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (std::string title = one_line(rows.front().cells[i]); !title.empty())
            (header[i] ? found.understood : found.ignored).push_back(std::move(title));
    rows.erase(rows.begin());
    for (const CsvRow& row : rows)
        if (std::ranges::any_of(row.cells, [](const auto& cell) { return !trim(cell).empty(); }))
            found.people.push_back(person_of(row, header));
    if (found.people.empty())
        throw unreadable(file, start.line, "nobody stands below the names of the columns",
                         "a row for each person has to follow");
    return found;
}

} // namespace mentor
