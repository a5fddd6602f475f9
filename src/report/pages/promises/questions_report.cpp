// SPDX-License-Identifier: MIT
#include "report/pages/promises/questions_report.hpp"

#include "core/shell_words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {

namespace {

// Adds those of one person that are still to ask, or those that were asked.
void add_questions(Report& report, const Relationship& person, bool open, const std::string& name,
                   Needs needs) {
    bool first = true;
    for (const Question& question : person.questions) {
        if (question.open() != open) continue;
        if (needs.data) report.items.push_back(joined({whose(person), question_fields(question)}));
        if (first) report.page.push_back(Heading{(open ? "To ask " : "Asked ") + name});
        add_question(report.page, question);
        first = false;
    }
}

} // namespace

Report questions_report(const std::vector<Relationship>& people, bool all, Date today,
                        Needs needs) {
    Report report = report_of("mentor.questions/1", today);
    const bool is_one = people.size() == 1;
    for (const Relationship& person : people) {
        const std::string name = is_one ? called(person) : person.name;
        add_questions(report, person, true, name, needs);
        if (all) add_questions(report, person, false, name, needs);
    }
    if (!report.page.empty()) return report;
    if (is_one) {
        const Relationship& person = people.front();
        report.page = {
            suggestion("No question for " + called(person) + " is parked. To park one:",
                       to_type("mentor ask {} TEXT", person)),
            suggestion("What is worth asking:", to_type("mentor ask {} --suggest", person))};
    } else {
        report.page = {suggestion("No question is parked. To park one:", "mentor ask WHO TEXT"),
                       suggestion("What is worth asking:", "mentor ask WHO --suggest")};
    }
    return report;
}

} // namespace mentor
