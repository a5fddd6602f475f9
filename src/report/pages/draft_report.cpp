// SPDX-License-Identifier: MIT
#include "core/text.hpp"
#include "report/pages/items.hpp"
#include "report/pages/reports.hpp"

#include <algorithm>

namespace mentor {
namespace {

// Letters are read in lines of this width, however wide the window is.
constexpr std::size_t readable = 72;

Fields draft_item(const DraftReport& message) {
    static const Relationship nobody;
    List gaps;
    for (const Gap& gap : message.draft.gaps)
        gaps.push_back(Fields{{"what", gap.words}, {"command", or_null(gap.source)}});
    Fields fields = person_fields(message.to ? *message.to : nobody);
    const Fields more{{"kind", message.kind},
                      {"other", message.other ? Data(person_fields(*message.other)) : Data()},
                      {"to", message.addresses},
                      {"subject", or_null(message.draft.subject)},
                      {"body", join(message.draft.paragraphs, "\n\n")},
                      {"gaps", std::move(gaps)},
                      {"link", message.link}};
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
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
    Report report = report_of("mentor.draft/1", today, draft_item({}));
    if (!message.to) return report;
    report.items.push_back(draft_item(message));
    const Draft& draft = message.draft;
    if (!draft.subject.empty())
        report.page.push_back(Paragraph{marked("Subject: " + draft.subject, draft.gaps)});
    for (const std::string& paragraph : draft.paragraphs) {
        if (!report.page.empty()) report.page.push_back(Blank{});
        report.page.push_back(Paragraph{marked(paragraph, draft.gaps), 0, readable});
    }
    return report;
}

} // namespace mentor
