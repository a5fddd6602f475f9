// SPDX-License-Identifier: MIT
#include "report/pages/promises/suggestions_report.hpp"

#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <utility>

namespace mentor {

Fields suggestion_fields(const BankQuestion& question) {
    return {{"ask", question.ask}, {"phase", to_text(question.phase)}, {"topics", question.topics}};
}

Report suggestions_report(const Relationship& relationship,
                          const std::vector<Suggestion>& suggestions, std::size_t count,
                          const std::optional<std::string>& options, Date today) {
    Report report = report_of("mentor.suggestions/1", today);
    const std::string name = called(relationship);
    Page list;
    const auto numbered = [&](std::size_t number) {
        return options ? fmt::format("{:<2}", number) : "-";
    };
    for (const auto& [question, number] : suggestions) {
        if (list.size() == count) break;
        report.items.push_back(joined({whose(relationship),
                                       {{"number", static_cast<int>(number)}},
                                       suggestion_fields(*question)}));
        list.push_back(Bullet{numbered(number), {{question->ask}}, 2});
    }
    if (list.empty()) {
        report.page.push_back(suggestion("Nothing new to suggest for " + name + ". Your own:",
                                         to_type("mentor ask {} TEXT", relationship)));
        return report;
    }
    report.page.push_back(Heading{"Worth asking " + name});
    report.page.insert(report.page.end(), list.begin(), list.end());
    report.page.push_back(Blank{});
    const std::string ask = to_type("mentor ask {}", relationship);
    report.page.push_back(suggestion(
        "To park one of them for next time:",
        options ? fmt::format("{}{} --take {}", ask, *options, suggestions.front().number)
                : ask + " TEXT"));
    return report;
}

} // namespace mentor
