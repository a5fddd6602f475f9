// SPDX-License-Identifier: MIT
#include "report/pages/people/prospects_report.hpp"

#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

namespace mentor {
namespace {

Fields me_fields(const Me& me) {
    return {{"name", or_null(me.name)},
            {"goal", or_null(me.goal)},
            {"values", me.values},
            {"looking_for", or_null(me.looking_for)}};
}

Fields prospect_item(const ProspectLine& line) {
    const Prospect& prospect = line.prospect;
    const Relationship& it = *prospect.relationship;
    return joined({person_fields(it),
                   {{"progress", to_text(prospect.progress)},
                    {"since", prospect.since},
                    {"outreaches", prospect.outreaches},
                    {"answer", maybe(prospect.answer, entry_fields)},
                    {"next", it.next},
                    {"about", or_null(it.about)},
                    {"values", it.values},
                    {"met", or_null(it.met)},
                    {"through", or_null(it.through)},
                    {"introducers", listed(line.introducers, person_fields)},
                    {"link", or_null(it.contact.link)},
                    {"step", or_null(std::string(to_text(prospect.step)))},
                    {"step_on", prospect.step_on},
                    {"command", or_null(command_for(prospect))}}});
}

const char* heading_of(Progress progress) {
    switch (progress) {
    case Progress::answered:
        return "In touch";
    case Progress::waiting:
        return "Waiting for an answer";
    case Progress::to_contact:
        return "To contact";
    case Progress::to_research:
        return "To find out about";
    case Progress::declined:
        break;
    }
    return "Not this time";
}

// What happened last, and how long ago.
std::string standing_of(const Prospect& prospect, Date today) {
    if (!prospect.since) return "";
    const std::string when = relative(*prospect.since, today);
    if (prospect.outreaches > 1) return "you wrote again " + when;
    if (prospect.outreaches == 1) return "you wrote " + when;
    if (!prospect.answer) return "on the list since " + to_words(*prospect.since);
    return (prospect.answer->by == Side::them ? "wrote to you " : "you met ") + when;
}

Text step_of(const Prospect& prospect, Date today) {
    const Relationship& it = *prospect.relationship;
    const Run command{command_for(prospect), Style::command};
    switch (prospect.step) {
    case ProspectStep::research:
        return {{"what they made, wrote or changed: "}, command};
    case ProspectStep::write:
        return {{"a first word: "}, command};
    case ProspectStep::follow_up:
        if (*prospect.step_on > today)
            return {{"wait; a follow-up from " + short_day(*prospect.step_on) + " on"}};
        return {{"one polite follow-up: "}, command};
    case ProspectStep::let_go:
        if (*prospect.step_on > today)
            return {{"wait until " + short_day(*prospect.step_on) + ", then let it rest"}};
        return {{"let it rest: "}, command};
    case ProspectStep::suggest:
        return {{"suggest a coffee or a call, and note the day: "}, command};
    case ProspectStep::prepare:
        return {{"you meet on " + to_words(*it.next) + ": "}, command};
    case ProspectStep::log:
        return {{"if you met on " + to_words(it.next->date) + ": "}, command};
    case ProspectStep::begin:
        return {{"if it fits you both: "}, command};
    case ProspectStep::none:
        break;
    }
    return {};
}

// Whom the file names, and those of the journal who know them.
std::string introducers_of(const ProspectLine& line) {
    std::vector<std::string> names;
    const std::string& through = line.prospect.relationship->through;
    if (!through.empty()) names.push_back(first_line(through));
    for (const Relationship* person : line.introducers) {
        const bool named = fold(person->name) == fold(trim(through));
        if (!named) names.push_back(person->name + ", who knows them");
    }
    return join(names, "; ");
}

void add_prospect(Page& page, const ProspectLine& line, Date today) {
    const Relationship& it = *line.prospect.relationship;
    Text name{{it.name, Style::name}};
    if (it.role != Role::mentor) name.push_back({", " + who_they_are(it), Style::quiet});
    const std::string standing = standing_of(line.prospect, today);
    if (!standing.empty()) name.push_back({", " + standing, Style::quiet});
    page.push_back(indented({std::move(name)}));
    add_fact(page, "about", join(split_lines(trim(it.about)), " "), 4);
    add_fact(page, "values", join(it.values, "; "), 4);
    add_fact(page, "met", first_line(it.met), 4);
    add_fact(page, "through", introducers_of(line), 4);
    add_fact(page, "link", it.contact.link, 4);
    const Text step = step_of(line.prospect, today);
    if (!step.empty()) page.push_back(Fact{"next", step, 4});
}

// Advice can only be weighed against something.
void add_me(Page& page, const Me& me) {
    if (me.looking_for.empty() && me.goal.empty() && me.values.empty()) {
        page.push_back(suggestion("Know what you look for:", "mentor config me.looking_for TEXT"));
        return;
    }
    add_fact(page, "you look for", me.looking_for);
    add_fact(page, "your goal", me.goal);
    add_fact(page, "you value", join(me.values, "; "));
}

} // namespace

Report prospects_report(const std::vector<ProspectLine>& lines, const Me& me, Date today) {
    Report report = report_of("mentor.prospects/1", today);
    report.head = {{"me", me_fields(me)}};
    for (const ProspectLine& line : lines)
        report.items.push_back(prospect_item(line));
    Page& page = report.page;
    add_me(page, me);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Progress progress = lines[i].prospect.progress;
        if (i == 0 || progress != lines[i - 1].prospect.progress)
            page.push_back(Heading{heading_of(progress)});
        else
            page.push_back(Blank{});
        add_prospect(page, lines[i], today);
    }
    if (lines.empty()) {
        page.push_back(Blank{});
        page.push_back(suggestion("Nobody is on your list yet. To begin one:",
                                  "mentor add NAME --role mentor --stage prospect"));
    }
    return report;
}

} // namespace mentor
