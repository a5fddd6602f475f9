// SPDX-License-Identifier: MIT
#include "report/pages/people/prospects_report.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "core/words.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mentor {
namespace {

Fields me_fields(const Me& me) {
    return {{"name", or_null(me.name)},
            {"goal", or_null(me.goal)},
            {"values", me.values},
            {"looking_for", me.looking_for},
            {"obstacles", or_null(me.obstacles)}};
}

Fields prospect_item(const ProspectLine& line) {
    const Prospect& prospect = line.prospect;
    const Relationship& relationship = *prospect.relationship;
    return joined({person_fields(relationship),
                   {{"progress", to_text(prospect.progress)},
                    {"since", prospect.since},
                    {"outreaches", prospect.outreaches},
                    {"answer", maybe(prospect.answer, entry_fields)},
                    {"next", relationship.next},
                    {"about", or_null(relationship.about)},
                    {"values", relationship.values},
                    {"met", or_null(relationship.met)},
                    {"through", or_null(relationship.through)},
                    {"introducers", listed(line.introducers.all, person_fields)},
                    {"link", or_null(relationship.contact.link)},
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
    const Relationship& relationship = *prospect.relationship;
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
        return {{"you meet on " + to_words(*relationship.next) + ": "}, command};
    case ProspectStep::log:
        return {{"if you met on " + to_words(relationship.next->date) + ": "}, command};
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
    for (const Relationship* person : line.introducers.all)
        if (person != line.introducers.named) names.push_back(person->name + ", who knows them");
    return join(names, "; ");
}

void add_prospect(Page& page, const ProspectLine& line, Date today) {
    const Relationship& relationship = *line.prospect.relationship;
    Text name{{relationship.name, Style::name}};
    if (relationship.role != Role::mentor)
        name.push_back({", " + who_they_are(relationship), Style::quiet});
    const std::string standing = standing_of(line.prospect, today);
    if (!standing.empty()) name.push_back({", " + standing, Style::quiet});
    page.push_back(indented({std::move(name)}));
    add_fact(page, "about", join(split_lines(trim(relationship.about)), " "), 4);
    add_fact(page, "values", one_line(join(relationship.values, "; ")), 4);
    add_fact(page, "met", first_line(relationship.met), 4);
    add_fact(page, "through", introducers_of(line), 4);
    add_fact(page, "link", relationship.contact.link, 4);
    const Text step = step_of(line.prospect, today);
    if (!step.empty()) page.push_back(Fact{"next", step, 4});
}

// Advice can only be weighed against something.
void add_me(Page& page, const Me& me) {
    if (me.looking_for.empty() && me.goal.empty() && me.values.empty()) {
        page.push_back(suggestion("Know what you look for:", "mentor config me.looking_for TEXT"));
        return;
    }
    add_fact(page, "you look for", one_line(join(me.looking_for, "; ")));
    add_fact(page, "your goal", me.goal);
    add_fact(page, "in the way", me.obstacles);
    add_fact(page, "you value", one_line(join(me.values, "; ")));
}

// --- side by side

bool is_among(const std::string& word, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const auto& other) { return fold(other) == fold(word); });
}

std::vector<std::string> shared(const std::vector<std::string>& theirs,
                                const std::vector<std::string>& mine) {
    std::vector<std::string> both;
    for (const std::string& word : theirs)
        if (std::ranges::any_of(mine,
                                [&](const auto& own) { return stem_of(own) == stem_of(word); }))
            both.push_back(word);
    return both;
}

// The topics of what you want: the words of your goal, of what you look for and would learn.
std::vector<std::string> my_topics(const Me& me, const Relationship& person) {
    std::vector<std::string> topics = person.learn;
    std::string words = me.goal;
    for (const std::string& criterion : me.looking_for)
        words += " " + criterion;
    for (const std::string& word : words_in(words))
        topics.push_back(word);
    return topics;
}

std::string fit_to(const Relationship& person, const std::string& criterion) {
    for (const Fit& fit : person.fit)
        if (fold(fit.criterion) == fold(criterion)) return trim(fit.words);
    return "";
}

// Those you look for, then what else you noted of anyone.
std::vector<std::string> criteria_of(const std::vector<ProspectLine>& lines, const Me& me) {
    std::vector<std::string> criteria = me.looking_for;
    for (const ProspectLine& line : lines)
        for (const Fit& fit : line.prospect.relationship->fit)
            if (!is_among(fit.criterion, criteria)) criteria.push_back(fit.criterion);
    return criteria;
}

Fields comparison_item(const Relationship& relationship, const std::vector<std::string>& criteria,
                       const Me& me) {
    List list;
    for (const std::string& criterion : criteria)
        list.emplace_back(fit_fields({criterion, fit_to(relationship, criterion)}));
    return joined({person_fields(relationship),
                   {{"about", or_null(relationship.about)},
                    {"values", relationship.values},
                    {"shared_values", shared(relationship.values, me.values)},
                    {"tags", relationship.tags},
                    {"shared_topics", shared(relationship.tags, my_topics(me, relationship))},
                    {"learn", relationship.learn},
                    {"criteria", std::move(list)},
                    {"hours", or_null(relationship.contact.hours)},
                    {"timezone", or_null(relationship.contact.timezone)}}});
}

// What both of you have is marked.
Text marked(const std::vector<std::string>& theirs, const std::vector<std::string>& both) {
    Text text;
    for (const std::string& word : theirs) {
        if (!text.empty()) text.push_back({", "});
        const bool is_shared = is_among(word, both);
        text.push_back({word, is_shared ? Style::good : Style::plain});
        if (is_shared) text.push_back({" (you too)", Style::good});
    }
    return text;
}

// Whether it is worth a word that nobody's is known.
enum class Unknown { hidden, shown };

// A heading, and a row for each of them.
template<class TextOf>
void add_comparison(Page& page, const std::string& heading, const std::vector<ProspectLine>& lines,
                    TextOf text_of, Unknown unknown = Unknown::hidden) {
    Grid grid = plain_grid();
    grid.folds = true;
    bool says_something = unknown == Unknown::shown;
    for (const ProspectLine& line : lines) {
        const Relationship& relationship = *line.prospect.relationship;
        Text text = text_of(relationship);
        says_something = says_something || !text.empty();
        if (text.empty()) text = {{"not known yet", Style::quiet}};
        grid.rows.push_back({{{relationship.name, Style::name}}, std::move(text)});
    }
    if (!says_something) return;
    page.push_back(Heading{heading});
    page.push_back(std::move(grid));
}

Text text_if(const std::string& words) {
    return words.empty() ? Text() : Text{{words}};
}

// `set` takes what stands before the first "=", without the blanks around it, for the key.
bool can_be_set(const std::string& criterion) {
    return criterion.find('=') == std::string::npos && criterion == trim(criterion) &&
           is_in_a_line(criterion);
}

std::string command_to_meet(const Relationship& relationship, const std::string& criterion) {
    if (!can_be_set(criterion)) return to_type("mentor edit {}", relationship);
    return to_type("mentor set {} {}", relationship, "fit." + criterion + "=TEXT");
}

// The first gap, as the way to fill it.
void add_gap(Page& page, const std::vector<ProspectLine>& lines,
             const std::vector<std::string>& criteria) {
    for (const std::string& criterion : criteria)
        for (const ProspectLine& line : lines) {
            const Relationship& relationship = *line.prospect.relationship;
            if (!fit_to(relationship, criterion).empty()) continue;
            page.push_back(Blank{});
            page.push_back(suggestion(can_be_set(criterion) ? "To say how one is met:"
                                                            : "To say how one is met, under [fit]:",
                                      command_to_meet(relationship, criterion)));
            return;
        }
}

} // namespace

Report comparison_report(const std::vector<ProspectLine>& lines, const Me& me, Date today,
                         Needs needs) {
    Report report = report_of("mentor.comparison/1", today);
    const std::vector<std::string> criteria = criteria_of(lines, me);
    if (needs.data) {
        report.head = {{"me", me_fields(me)}};
        for (const ProspectLine& line : lines)
            report.items.push_back(comparison_item(*line.prospect.relationship, criteria, me));
    }
    Page& page = report.page;
    add_me(page, me);
    if (lines.empty()) {
        page.push_back(Blank{});
        page.push_back(suggestion("There is nobody to compare yet. To put somebody on the list:",
                                  "mentor add NAME --role mentor --stage prospect"));
        return report;
    }
    for (const std::string& criterion : criteria)
        add_comparison(
            page, criterion, lines,
            [&](const Relationship& relationship) {
                return text_if(first_line(fit_to(relationship, criterion)));
            },
            Unknown::shown);
    add_comparison(page, "You would learn", lines, [](const Relationship& relationship) {
        return text_if(join(relationship.learn, ", "));
    });
    add_comparison(page, "They value", lines, [&](const Relationship& relationship) {
        return marked(relationship.values, shared(relationship.values, me.values));
    });
    add_comparison(page, "Their topics", lines, [&](const Relationship& relationship) {
        return marked(relationship.tags, shared(relationship.tags, my_topics(me, relationship)));
    });
    add_comparison(page, "When messages are welcome", lines, [](const Relationship& relationship) {
        const auto& [hours, zone] =
            std::pair(relationship.contact.hours, relationship.contact.timezone);
        return text_if(zone.empty() ? hours : hours.empty() ? zone : hours + " (" + zone + ")");
    });
    add_comparison(page, "What you know", lines, [](const Relationship& relationship) {
        return text_if(first_paragraph(relationship.about));
    });
    add_gap(page, lines, criteria);
    return report;
}

Report prospects_report(const std::vector<ProspectLine>& lines, const Me& me, Date today,
                        Needs needs) {
    Report report = report_of("mentor.prospects/1", today);
    if (needs.data) {
        report.head = {{"me", me_fields(me)}};
        for (const ProspectLine& line : lines)
            report.items.push_back(prospect_item(line));
    }
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
