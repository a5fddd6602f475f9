// SPDX-License-Identifier: MIT
#include "report/pages/people/draft_report.hpp"

#include "core/text.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Letters are read in lines of this width, however wide the window is.
constexpr std::size_t readable = 72;

Fields draft_item(const DraftReport& message) {
    List gaps;
    for (const Gap& gap : message.draft.gaps)
        gaps.push_back(Fields{{"what", gap.words}, {"command", or_null(gap.source)}});
    return joined({person_fields(*message.to),
                   {{"kind", message.kind},
                    {"other", maybe(message.other, person_fields)},
                    {"to", message.addresses},
                    {"subject", or_null(message.draft.subject)},
                    {"body", join(message.draft.paragraphs, "\n\n")},
                    {"gaps", std::move(gaps)},
                    {"link", message.link}}});
}

// The text in runs, the gaps in it in the colour of what is to be done.
Text marked(const std::string& text, const std::vector<Gap>& gaps) {
    Text runs;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = text.size(), length = 0;
        for (const Gap& gap : gaps) {
            const std::string place = "[" + gap.words + "]";
            const std::size_t found = text.find(place, at);
            if (found < next) next = found, length = place.size();
        }
        if (next > at) runs.push_back({text.substr(at, next - at)});
        if (length > 0) runs.push_back({text.substr(next, length), Style::soon});
        at = next + length;
    }
    return runs;
}

} // namespace

Report draft_report(const DraftReport& message, Date today) {
    Report report = report_of("mentor.draft/1", today);
    report.items.push_back(draft_item(message));
    const Draft& draft = message.draft;
    if (!draft.subject.empty())
        report.page.push_back(Paragraph{marked("Subject: " + draft.subject, draft.gaps)});
    for (const std::string& paragraph : draft.paragraphs) {
        if (!report.page.empty()) report.page.push_back(Blank{});
        // A mark has to stay on its line, or whoever reads the mail in would lose a day.
        const auto begins_line = [&](const char* mark) {
            return ("\n" + paragraph).find(std::string("\n") + mark) != std::string::npos;
        };
        const bool has_marks = begins_line("[ ] ") || begins_line("> ") || begins_line("next: ");
        report.page.push_back(
            Paragraph{marked(paragraph, draft.gaps), 0, has_marks ? 0 : readable});
    }
    return report;
}

} // namespace mentor
