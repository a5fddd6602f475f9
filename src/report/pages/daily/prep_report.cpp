// SPDX-License-Identifier: MIT
#include "report/pages/daily/prep_report.hpp"

#include "core/rules/people/occasions.hpp"
#include "core/shell_words.hpp"
#include "core/text.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/promises/suggestions_report.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

constexpr std::size_t newest_contacts = 2;
constexpr Days ending_near{35};

// An occasion with the day on which it falls this time.
auto near_occasion_fields(Date today) {
    return [today](const NearOccasion& near) {
        return joined({occasion_fields(*near.occasion),
                       {{"falls", near.on}, {"days", days_until(near.on, today)}}});
    };
}

Fields win_fields(const Win& win) {
    return {{"what", win.what},
            {"on", win.on},
            {"of", to_text(win.of)},
            {"id", or_null(win.id)},
            {"outcome", or_null(win.outcome)}};
}

Fields taken_fields(const AdviceTaken& advice) {
    return {{"id", or_null(advice.entry->id)},
            {"on", advice.entry->on},
            {"kind", advice.entry->kind},
            {"advice", advice.entry->advice},
            {"commitment", listed(advice.led_to, commitment_fields)},
            {"wants_thanks", advice.wants_thanks}};
}

Fields goal_ahead_fields(const GoalAhead& ahead) {
    return joined({goal_fields(*ahead.goal), {{"next", maybe(ahead.next, milestone_fields)}}});
}

Fields prep_item(const Prep& prep, const Config& config, Date today) {
    const Relationship& relationship = *prep.relationship;
    return joined({person_fields(relationship),
                   {{"stage", to_text(relationship.stage)},
                    {"next", relationship.next},
                    {"snoozed", relationship.snoozed},
                    {"ends", relationship.ends},
                    {"cadence", to_text(cadence_of(relationship, config))},
                    {"last", maybe(prep.last, entry_fields)},
                    {"since", listed(prep.since, entry_fields)},
                    {"occasion", listed(prep.occasions, near_occasion_fields(today))},
                    {"about", or_null(relationship.about)},
                    {"values", relationship.values},
                    {"learn", relationship.learn},
                    {"wins", listed(prep.wins, win_fields)},
                    {"advice", listed(prep.advice, taken_fields)},
                    {"tried", listed(prep.tried, advice_fields)},
                    {"to_try", listed(prep.to_try, advice_fields)},
                    {"kept_by_them", listed(prep.kept_by_them, commitment_fields)},
                    {"to_report", listed(prep.to_report, commitment_fields)},
                    {"yours", listed(prep.yours, commitment_fields)},
                    {"theirs", listed(prep.theirs, commitment_fields)},
                    {"question", listed(prep.questions, question_fields)},
                    {"suggestions", listed(prep.suggestions, suggestion_fields)},
                    {"gift", listed(prep.gifts, gift_fields)},
                    {"goal", listed(prep.goals, goal_ahead_fields)},
                    {"contact", table_fields(relationship, "contact")},
                    {"agreement", table_fields(relationship, "agreement")},
                    {"ending", ending_fields(relationship)}}});
}

Text with_outcome(Text text, const std::string& outcome) {
    if (!trim(outcome).empty()) text.push_back({": " + trim(outcome)});
    return text;
}

// "Fri 20 Nov", with its year where it isn't this one.
std::string near_day(Date day, Date today) {
    return year_of(day) == year_of(today) ? short_day(day) : to_words(day);
}

std::string near_words(Date day, Date today) {
    return near_day(day, today) + ", " + relative(day, today);
}

Text with_due(const std::string& words, const std::optional<Date>& due, Date today) {
    if (!due) return {{words}};
    if (*due == today) return {{words}, {", due today", Style::soon}};
    if (*due > today) return {{words}, {", by " + near_day(*due, today), Style::quiet}};
    return {{words}, {", due " + near_day(*due, today), Style::late}};
}

// "done: Ask him what he needs: a freeze in December"
Text closed(const Commitment& promise) {
    const Style style = promise.done ? Style::good : Style::quiet;
    return with_outcome({{promise.done ? "done: " : "let go: ", style}, {promise.what}},
                        promise.outcome);
}

Text kept_word(const Commitment& promise) {
    return with_outcome({{"a promise kept: ", Style::good}, {promise.what}}, promise.outcome);
}

Text words_of(const Win& win) {
    if (win.of == WinOf::entry) return {{win.what, Style::good}};
    const std::string how = win.of == WinOf::goal ? "goal reached: " : "step done: ";
    return with_outcome({{how + win.what, Style::good}}, win.outcome);
}

// One fact a part, so that an ordinary month fits on a screen. No ids: the page is read before a
// meeting, and commands take the words as well.
class PrepPage {
public:
    PrepPage(const Prep& prep, const Config& config, Date today)
        : prep_(prep), it_(*prep.relationship), config_(config), today_(today) {
        page_.push_back(Heading{it_.name + ", " + who_they_are(it_), Style::name, 1});
        next_meeting();
        last_time();
        person();
        thanks_and_wins();
        advice();
        promises();
        questions();
        gifts();
        goals();
        frame();
    }

    Page page() && { return std::move(page_); }

private:
    using Lines = std::vector<Text>;

    // A line end of the file's within an item would read as the end of the item.
    void part(const std::string& label, const Lines& lines) {
        if (lines.empty()) return;
        Fact fact{label, {}, 2, true};
        for (const Text& line : lines) {
            if (!fact.text.empty()) fact.text.push_back({"\n"});
            for (const Run& run : line)
                fact.text.push_back({join(split_lines(run.text), " "), run.style});
        }
        page_.push_back(std::move(fact));
    }
    void part(const std::string& label, const std::string& words) {
        if (!trim(words).empty()) part(label, Lines{{{trim(words)}}});
    }

    void next_meeting() {
        std::vector<std::string> place;
        if (!is_over(it_.stage)) {
            if (!it_.agreement.where.empty()) place.push_back(it_.agreement.where);
            if (!it_.agreement.length.empty()) place.push_back("for " + it_.agreement.length);
        }
        Lines lines;
        if (has_meeting_ahead(it_, today_)) {
            lines.push_back(
                {{to_words(*it_.next), Style::soon}, {", " + relative(it_.next->date, today_)}});
            for (const std::string& words : place)
                lines.back().push_back({", " + words});
        } else {
            if (const Text step = step_to_meeting(); !step.empty()) lines.push_back(step);
            if (!place.empty()) lines.push_back({{join(place, ", ")}});
        }
        part("you meet", lines);
    }

    Text step_to_meeting() const {
        switch (it_.stage) {
        case Stage::active:
        case Stage::winding_down:
            if (it_.next && (!prep_.last || prep_.last->on.date < it_.next->date)) {
                return {{"agreed for " + near_words(it_.next->date, today_) + "; if you met: "},
                        {to_type("mentor log {}", it_), Style::command}};
            }
            return {{"no day yet; to note one: "},
                    {to_type("mentor plan {} WHEN", it_), Style::command}};
        case Stage::paused:
            if (!is_snoozed(it_, today_)) return {};
            return {{"not before " + near_day(*it_.snoozed, today_)}};
        case Stage::alumni:
            return {{rhythm_words(cadence_of(it_, config_)) + ", to stay in touch"}};
        case Stage::prospect:
        case Stage::declined:
            break;
        }
        return {};
    }

    void last_time() {
        if (const LogEntry* last = prep_.last) {
            std::string words = last->kind + " on " + near_words(last->on.date, today_);
            if (!last->topics.empty()) words += ": " + join(last->topics, ", ");
            Lines lines{{{words}}};
            if (!trim(last->note).empty()) lines.push_back({{gist(last->note)}});
            part("last time", lines);
        } else {
            part("first time", first_meeting());
        }
        Lines lines;
        const std::size_t count = prep_.since.size();
        for (std::size_t i = count - std::min(count, newest_contacts); i < count; ++i) {
            const LogEntry& entry = *prep_.since[i];
            std::string words = entry.kind + " on " + near_words(entry.on.date, today_);
            if (!trim(entry.note).empty()) words += ": " + gist(entry.note);
            lines.push_back({{words}});
        }
        part(prep_.last ? "since then" : "so far", lines);
        if (it_.ending && it_.ending->on) {
            lines = {{{near_words(*it_.ending->on, today_)}}};
            if (!trim(it_.ending->outcome).empty()) lines.push_back({{gist(it_.ending->outcome)}});
            part("ended", lines);
        }
    }

    std::string first_meeting() const {
        if (it_.stage == Stage::active)
            return "what each of you hopes for, how often and how long you meet, and what stays "
                   "between you";
        if (it_.stage != Stage::prospect || !prep_.since.empty()) return "";
        if (it_.role == Role::mentee) return "what they hope for, and what you can give";
        return "who you are, what you like in their work, and one question";
    }

    void person() {
        Lines lines;
        for (const auto& [occasion, on] : prep_.occasions) {
            const bool past = on < today_;
            std::string words = first_line(occasion->what) + ", ";
            if (occasion->day)
                words += near_words(on, today_);
            else
                words += is_this_month(*occasion, today_) ? "this month" : month_words(*occasion);
            if (const auto age = age_on(on, *occasion))
                words += (past ? ", turned " : ", turns ") + std::to_string(*age);
            lines.push_back({{words, past ? Style::plain : Style::soon}});
        }
        part("ask after", lines);
        part("about", gist(it_.about));
        part("they value", join(it_.values, "; "));
        part(it_.role == Role::mentee ? "they learn" : "you learn", join(it_.learn, "; "));
    }

    // A mentee's wins are theirs to be proud of, and yours to celebrate.
    void thanks_and_wins() {
        const bool mentee = it_.role == Role::mentee;
        Lines thanks, wins;
        for (const AdviceTaken& advice : prep_.advice)
            if (advice.wants_thanks) add_advice(thanks, advice);
        for (const Win& win : prep_.wins)
            wins.push_back(words_of(win));
        for (const Commitment* one : prep_.kept_by_them)
            if (!stands_with_advice(one)) (mentee ? wins : thanks).push_back(kept_word(*one));
        part("thanks for", thanks);
        part(mentee ? "celebrate" : "tell them", wins);
    }

    void advice() {
        Lines lines;
        for (const AdviceTaken& advice : prep_.advice)
            if (!advice.wants_thanks) add_advice(lines, advice);
        part(it_.role == Role::mentee ? "you advised" : "advice", lines);

        lines.clear();
        for (const Commitment* one : prep_.to_report)
            if (!stands_with_advice(one)) lines.push_back(closed(*one));
        for (const Advice* each : prep_.tried)
            lines.push_back(
                {{first_line(each->what) + ", "}, {fate_words(*each, today_), Style::quiet}});
        part("report on", lines);

        lines.clear();
        for (const Advice* each : prep_.to_try)
            lines.push_back(with_id(first_line(each->what), each->id));
        part(it_.role == Role::mentee ? "they try" : "to try", lines);
    }

    // What is still open stands among the promises.
    static void add_advice(Lines& lines, const AdviceTaken& advice) {
        for (const std::string& words : advice.entry->advice)
            lines.push_back({{trim(words)}});
        for (const Commitment* one : advice.led_to)
            if (!one->open()) lines.push_back(closed(*one));
        if (advice.led_to.empty() && !advice.wants_thanks && !advice.is_tried)
            lines.push_back({{"what came of it?", Style::quiet}});
    }

    bool stands_with_advice(const Commitment* promise) const {
        return std::ranges::any_of(prep_.advice, [&](const AdviceTaken& advice) {
            return std::ranges::find(advice.led_to, promise) != advice.led_to.end();
        });
    }

    void promises() {
        for (const Side owner : {Side::me, Side::them}) {
            Lines lines;
            for (const Commitment* one : owner == Side::me ? prep_.yours : prep_.theirs) {
                lines.push_back(with_due(one->what, one->due, today_));
                if (const Text moved = moved_words(*one); !moved.empty())
                    lines.back().insert(lines.back().end(),
                                        {{", "}, moved[0], {": make it smaller, or let it go?"}});
            }
            part(owner == Side::me ? "you owe" : "they owe", lines);
        }
    }

    void questions() {
        Lines lines;
        for (const Question* one : prep_.questions)
            lines.push_back({{one->ask}});
        part("to ask", lines);

        lines.clear();
        for (const BankQuestion* one : prep_.suggestions)
            lines.push_back({{one->ask}});
        if (!lines.empty())
            lines.push_back({{"more: ", Style::quiet},
                             {to_type("mentor ask {} --suggest", it_), Style::command}});
        part("could ask", lines);
    }

    void gifts() {
        Lines lines;
        for (const Gift* one : prep_.gifts)
            lines.push_back(with_due(one->what, one->by, today_));
        part("to give", lines);
    }

    void goals() {
        Lines lines;
        for (const auto& [goal, next] : prep_.goals) {
            lines.push_back(with_due(goal->title, goal->due, today_));
            if (next) lines.push_back(with_due("next: " + next->what, next->due, today_));
        }
        part(prep_.goals.size() == 1 ? "goal" : "goals", lines);
    }

    // What holds it all: what to respect, how and when to reach them, and until when you meet.
    void frame() {
        part("respect", it_.agreement.boundaries);
        std::vector<std::string> ways;
        for (const std::string& words : {it_.contact.prefers, it_.contact.hours})
            if (!words.empty()) ways.push_back(words);
        if (!ways.empty() && !it_.contact.timezone.empty())
            ways.back() += " (" + it_.contact.timezone + ")";
        part("reach them", join(ways, ", "));
        if (is_under_way(it_.stage) && it_.ends && *it_.ends <= today_ + ending_near) {
            const std::string words = near_words(*it_.ends, today_);
            part("ends", Lines{{{words + ": talk about what comes after", Style::soon}}});
        } else if (it_.stage == Stage::winding_down) {
            part("ends", "slowly: talk about what you take with you, and what comes after");
        }
    }

    const Prep& prep_;
    const Relationship& it_;
    const Config& config_;
    Date today_;
    Page page_;
};

} // namespace

Report prep_report(const Prep& prep, const Config& config, Date today, Needs needs) {
    Report report = report_of("mentor.prep/1", today);
    if (needs.data) report.items.push_back(prep_item(prep, config, today));
    if (needs.page) report.page = PrepPage(prep, config, today).page();
    return report;
}

} // namespace mentor
