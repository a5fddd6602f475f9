// SPDX-License-Identifier: MIT
#include "report/pages/promises/questions_report.hpp"

#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {

Report questions_report(const Relationship& relationship, bool all, Date today) {
    Report report = report_of("mentor.questions/1", today);
    const std::string name = first_name(relationship);
    for (const bool open : {true, false}) {
        if (!open && !all) break;
        bool first = true;
        for (const Question& question : relationship.questions) {
            if (question.open() != open) continue;
            report.items.push_back(joined({whose(relationship), question_fields(question)}));
            if (first) report.page.push_back(Heading{(open ? "To ask " : "Asked ") + name});
            add_question(report.page, question);
            first = false;
        }
    }
    if (report.page.empty()) {
        report.page.push_back(suggestion("No question for " + name + " is parked. To park one:",
                                         to_type("mentor ask {} TEXT", relationship.slug)));
        report.page.push_back(suggestion("What is worth asking:",
                                         to_type("mentor ask {} --suggest", relationship.slug)));
    }
    return report;
}

} // namespace mentor
