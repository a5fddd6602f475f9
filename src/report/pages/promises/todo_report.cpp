// SPDX-License-Identifier: MIT
#include "report/pages/promises/todo_report.hpp"

#include "core/model/who.hpp"
#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

struct Promise {
    const Relationship* relationship;
    const Commitment* commitment;
};

Fields todo_item(const Promise& promise, Date today) {
    return joined({whose(*promise.relationship),
                   commitment_fields(*promise.commitment),
                   {{"days", days_until(promise.commitment->due, today)}}});
}

// Open ones by due day, those without a day last; then the closed ones, newest first.
bool comes_before(const Promise& a, const Promise& b) {
    const Commitment &first = *a.commitment, &second = *b.commitment;
    if (first.open() != second.open()) return first.open();
    if (first.open()) return first.due.value_or(Date::max()) < second.due.value_or(Date::max());
    const auto closed = [](const Commitment& one) { return one.done ? one.done : one.dropped; };
    return closed(first) > closed(second);
}

std::vector<Promise> promises_of(Side owner, const std::vector<Relationship>& relationships,
                                 bool all) {
    std::vector<Promise> promises;
    for (const Relationship& relationship : relationships) {
        for (const Commitment& commitment : relationship.commitments) {
            const bool wanted = commitment.owner == owner && (all || commitment.open());
            if (wanted) promises.push_back({&relationship, &commitment});
        }
    }
    std::stable_sort(promises.begin(), promises.end(), comes_before);
    return promises;
}

// Whose promises they are goes without saying where there is one person.
Grid grid_of(const std::vector<Promise>& promises, bool named, Date today) {
    Grid grid = plain_grid(named ? 3 : 2);
    grid.folds = named;
    for (const auto& [relationship, commitment] : promises) {
        Row row{with_id(commitment->what, commitment->id), standing_of(*commitment, today)};
        if (named) row.insert(row.begin(), Text{{relationship->name, Style::name}});
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

// One word for all that was moved time and again, below the lists.
void add_word_on_moved(Page& page, const std::vector<Relationship>& relationships) {
    std::vector<std::string> commands;
    for (const Relationship& relationship : relationships) {
        for (const Commitment& one : relationship.commitments) {
            if (is_too_big(one) && !one.id.empty())
                commands.push_back(to_type("mentor drop {} {}", relationship, ref_to_type(one.id)));
        }
    }
    if (commands.empty()) return;
    page.push_back(Blank{});
    page.push_back(suggestion("What moves again and again may be too big. Make it smaller, or let "
                              "it go:",
                              commands.size() == 1 ? commands.front() : "mentor drop WHO REF"));
}

} // namespace

Report todo_report(const std::vector<Relationship>& relationships, bool all, Date today,
                   Needs needs) {
    Report report = report_of("mentor.todo/1", today);
    const bool named = relationships.size() != 1;
    for (Side owner : {Side::me, Side::them}) {
        const auto promises = promises_of(owner, relationships, all);
        if (promises.empty()) continue;
        if (needs.data)
            for (const Promise& promise : promises)
                report.items.push_back(todo_item(promise, today));
        const bool theirs = owner == Side::them;
        const std::string who =
            named ? (theirs ? "They" : "You") : subject_of(owner, relationships.front());
        report.page.push_back(Heading{who + " promised"});
        report.page.push_back(grid_of(promises, named, today));
    }
    add_word_on_moved(report.page, relationships);
    if (report.page.empty()) {
        report.page.push_back(sentence("No promise is open, on either side."));
    }
    return report;
}

} // namespace mentor
