// SPDX-License-Identifier: MIT
#include "report/pages/promises/suggestions_report.hpp"

#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>
#include <utility>

namespace mentor {

Fields suggestion_fields(const BankQuestion& question) {
    return {{"ask", question.ask}, {"phase", to_text(question.phase)}, {"topics", question.topics}};
}

Report suggestions_report(const Relationship& relationship,
                          const std::vector<const BankQuestion*>& questions, std::size_t count,
                          Date today) {
    Report report = report_of("mentor.suggestions/1", today);
    const std::string name = first_name(relationship);
    Grid grid = plain_grid(2);
    grid.folds = true;
    for (std::size_t i = 0; i < std::min(count, questions.size()); ++i) {
        const auto number = static_cast<int>(i + 1);
        report.items.push_back(
            joined({whose(relationship), {{"number", number}}, suggestion_fields(*questions[i])}));
        grid.rows.push_back(row(std::to_string(number), questions[i]->ask));
    }
    if (grid.rows.empty()) {
        report.page.push_back(suggestion("Nothing new to suggest for " + name + ". Your own:",
                                         to_type("mentor ask {} TEXT", relationship.slug)));
        return report;
    }
    report.page.push_back(Heading{"Worth asking " + name});
    report.page.push_back(std::move(grid));
    report.page.push_back(Blank{});
    report.page.push_back(suggestion("To park one of them for next time:",
                                     to_type("mentor ask {} --take 1", relationship.slug)));
    return report;
}

} // namespace mentor
