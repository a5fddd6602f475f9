// SPDX-License-Identifier: MIT
#include "report/pages/journal/export_report.hpp"

#include "core/text.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/looking/history_report.hpp"
#include "report/pages/looking/show_report.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace mentor {
namespace {

// The name of a file that another program made may have lines, a row's cell of it has one.
Fields slug_of_row(const Relationship& person) {
    return {{"slug", one_line(person.slug)}};
}

// The keys of the file's own lines and of its tables, in one row.
Fields keys_of(const Relationship& person) {
    Fields fields = joined({slug_of_row(person), table_fields(person, "")});
    for (const char* table : {"contact", "agreement", "ending"})
        for (auto& [key, value] : table_fields(person, table))
            fields.emplace_back(fmt::format("{}.{}", table, key), std::move(value));
    return fields;
}

Fields row_of(const Relationship& person, const Fields& thing) {
    return joined({slug_of_row(person), {{"name", person.name}}, thing});
}

struct Table {
    std::string_view name;
    std::vector<Fields> (*rows)(const Relationship& person, Date since);
    Fields (*of_nothing)(); // whose names are the columns
};

template<auto member, auto fields_of, class Thing>
Table table_of(std::string_view name) {
    return {name,
            [](const Relationship& person, Date since) {
                std::vector<Fields> rows;
                for (const Thing& thing : person.*member) {
                    if constexpr (requires { thing.on.time; })
                        if (thing.on.date < since) continue;
                    rows.push_back(row_of(person, fields_of(thing)));
                }
                return rows;
            },
            [] {
                return joined({whose({}), fields_of(Thing())});
            }};
}

const std::vector<Table>& tables() {
    using R = Relationship;
    static const std::vector<Table> all{
        table_of<&R::log, entry_fields, LogEntry>("log"),
        {"people", [](const R& person, Date) { return std::vector<Fields>{keys_of(person)}; },
         [] { return keys_of({}); }},
        table_of<&R::occasions, occasion_fields, Occasion>("occasion"),
        table_of<&R::goals, goal_fields, Goal>("goal"),
        table_of<&R::milestones, milestone_fields, Milestone>("milestone"),
        table_of<&R::advice, advice_fields, Advice>("advice"),
        table_of<&R::commitments, commitment_fields, Commitment>("commitment"),
        table_of<&R::questions, question_fields, Question>("question"),
        table_of<&R::gifts, gift_fields, Gift>("gift"),
    };
    return all;
}

} // namespace

const std::vector<std::string>& export_table_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Table& table : tables())
            all.emplace_back(table.name);
        return all;
    }();
    return names;
}

Report table_report(std::string_view table, const std::vector<Relationship>& people, Date since,
                    Date today) {
    const Table& wanted = *std::ranges::find(tables(), table, &Table::name);
    Report report;
    report.today = today;
    for (const auto& [name, value] : wanted.of_nothing())
        report.fields.push_back(name);
    for (const Relationship& person : people)
        std::ranges::move(wanted.rows(person, since), std::back_inserter(report.items));
    return report;
}

Report export_report(const std::vector<WholeFile>& files, Date today) {
    Report report = report_of("mentor.export/1", today);
    for (const auto& [person, text] : files)
        report.items.push_back(joined({file_fields(person), {{"file", or_null(text)}}}));
    return report;
}

bool EntriesToExport::take(const LogEntry& entry) const {
    return entry.on.date >= since && (private_too || !entry.is_private);
}

Page export_page(const std::vector<Relationship>& people, const EntriesToExport& wanted,
                 const Config& config, Date today) {
    Page page;
    for (const Relationship& person : people) {
        std::ranges::move(show_report(person, config, today, Lately::left_out).page,
                          std::back_inserter(page));
        std::vector<const LogEntry*> entries;
        for (const std::size_t at : by_day(person))
            if (wanted.take(person.log[at])) entries.insert(entries.begin(), &person.log[at]);
        if (entries.empty()) continue;
        // Its first block names whom it is about, which was said.
        Page history = history_report(person, entries, today).page;
        std::move(history.begin() + 1, history.end(), std::back_inserter(page));
    }
    return page;
}

} // namespace mentor
