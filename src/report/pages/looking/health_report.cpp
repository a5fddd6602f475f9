// SPDX-License-Identifier: MIT
#include "report/pages/looking/health_report.hpp"

#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/looking/health_words.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace mentor {
namespace {

constexpr std::size_t shown_points = 6;

Fields health_item(const Relationship& relationship, const Signal& signal, Date today) {
    const SignalWords words = words_of(signal, relationship, today);
    return joined({person_fields(relationship),
                   {{"stage", to_text(relationship.stage)},
                    {"signal", to_text(signal.kind())},
                    {"standing", to_text(signal.standing)},
                    {"what", words.what},
                    {"advice", or_null(words.advice)},
                    {"command", or_null(words.command)},
                    {"needs", signal.needs > 0 ? Data(signal.needs) : Data()},
                    {"figures", figures_of(signal)}}});
}

bool has(const Health& person, Standing standing) {
    return std::ranges::find(person.signals, standing, &Signal::standing) != person.signals.end();
}

// --- one person

Fact fact_of(const Signal& signal, const Relationship& relationship, Date today) {
    const SignalWords words = words_of(signal, relationship, today);
    Fact fact{std::string(to_text(signal.kind())), {{words.what}}, 2, true};
    if (!words.advice.empty()) {
        fact.text.push_back({"\n" + words.advice + ": ", Style::quiet});
        fact.text.push_back({words.command, Style::command});
    }
    return fact;
}

void add_signals(Page& page, const Health& person, Standing standing, const std::string& title,
                 Date today) {
    if (!has(person, standing)) return;
    page.push_back(Heading{title});
    for (const Signal& signal : person.signals)
        if (signal.standing == standing)
            page.push_back(fact_of(signal, *person.relationship, today));
}

// "3 4 4 4": how a score went, oldest first.
std::string course_of(const ScoreTrend& trend) {
    const std::size_t from = trend.points.size() - std::min(trend.points.size(), shown_points);
    std::vector<std::string> scores;
    for (std::size_t i = from; i < trend.points.size(); ++i)
        scores.push_back(std::to_string(trend.points[i].score));
    return join(scores, " ");
}

void add_pulse(Page& page, const Health& person, Date today) {
    for (const Signal& signal : person.signals) {
        const auto* figures = std::get_if<PulseFigures>(&signal.figures);
        if (!figures || figures->trends.empty()) continue;
        page.push_back(Heading{"The pulse, " + day_words(figures->last->on.date, today)});
        Grid grid = plain_grid(3);
        for (const ScoreTrend& trend : figures->trends)
            grid.rows.push_back({{{trend.name, Style::quiet}},
                                 {{course_of(trend)}},
                                 change_words(trend.score(), trend.before())});
        page.push_back(std::move(grid));
    }
}

void add_person(Page& page, const Health& person, Date today) {
    const Relationship& relationship = *person.relationship;
    page.push_back(Heading{relationship.name + ", " + who_they_are(relationship), Style::name, 1});
    if (!has(person, Standing::attention) && !has(person, Standing::good))
        page.push_back(sentence("There is too little in the log to tell, and that's all right."));
    add_signals(page, person, Standing::attention, "Worth a look", today);
    add_signals(page, person, Standing::good, "Going well", today);
    add_signals(page, person, Standing::unknown, "Too early to tell", today);
    add_pulse(page, person, today);
}

// --- everyone

void add_names(Page& page, const std::string& title, const std::vector<std::string>& names) {
    if (names.empty()) return;
    page.push_back(Heading{title});
    page.push_back(indented(sentence(join(names, ", "))));
}

void add_overview(Page& page, const std::vector<Health>& people, Date today) {
    Grid grid = plain_grid();
    std::vector<std::string> well, early;
    std::string command; // for the first of them
    for (const Health& person : people) {
        const Relationship& relationship = *person.relationship;
        if (!has(person, Standing::attention)) {
            (has(person, Standing::good) ? well : early).push_back(relationship.name);
            continue;
        }
        if (command.empty()) command = to_type("mentor health {}", relationship);
        for (const Signal& signal : person.signals) {
            if (signal.standing != Standing::attention) continue;
            grid.rows.push_back({{{relationship.name, Style::name}},
                                 {{fmt::format("{}: ", to_text(signal.kind())), Style::quiet},
                                  {words_of(signal, relationship, today).what}}});
        }
    }
    if (!grid.rows.empty()) {
        page.push_back(Heading{"Worth a look"});
        page.push_back(std::move(grid));
    }
    add_names(page, "Going well", well);
    add_names(page, "Too early to tell", early);
    if (!command.empty()) {
        page.push_back(Blank{});
        page.push_back(suggestion("The figures, and what may help:", command));
    }
}

} // namespace

Report health_report(const std::vector<Health>& people, bool full, Date today, Needs needs) {
    Report report = report_of("mentor.health/1", today);
    if (needs.data)
        for (const Health& person : people)
            for (const Signal& signal : person.signals)
                report.items.push_back(health_item(*person.relationship, signal, today));
    if (!needs.page) return report;
    if (people.empty()) {
        report.page.push_back(
            suggestion("No one to show here. To begin with someone:", "mentor add"));
    } else if (full) {
        for (const Health& person : people)
            add_person(report.page, person, today);
    } else {
        add_overview(report.page, people, today);
    }
    return report;
}

} // namespace mentor
