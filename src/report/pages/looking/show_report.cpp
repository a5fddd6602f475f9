// SPDX-License-Identifier: MIT
#include "report/pages/looking/show_report.hpp"

#include "core/model/keys/keys.hpp"
#include "core/text.hpp"
#include "report/blocks.hpp"
#include "report/pages/fields.hpp"
#include "report/pages/people/occasions_report.hpp"
#include "report/pages/phrases.hpp"
#include "report/pages/schemas.hpp"

#include <algorithm>

namespace mentor {
namespace {

constexpr std::size_t newest_entries = 3;
constexpr std::size_t newest_advice = 5;

Fields show_item(const Relationship& relationship, const Config& config, Date today) {
    return joined({file_fields(relationship), rhythm_fields(relationship, config, today)});
}

std::string opening_of(const Relationship& relationship) {
    std::string words = who_they_are(relationship);
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    const auto until = has_ended(relationship) ? relationship.ending->on : relationship.ends;
    const bool both = is_over(relationship.stage) && relationship.started && until;
    if (relationship.started)
        words += (both ? ", from " : ", since ") + to_words(*relationship.started);
    if (until) words += (both ? " to " : ", until ") + to_words(*until);
    return words + ".";
}

// A pulse without words has its scores to tell.
std::string told_of(const LogEntry& entry) {
    std::string words = first_paragraph(entry.note);
    return words.empty() ? score_words(entry) : words;
}

// "every 4 weeks, as agreed, late after 2 weeks more"
std::string cadence_words(const Relationship& relationship, const Config& config) {
    const Agreement& agreement = relationship.agreement;
    const bool rests = relationship.stage == Stage::paused && agreement.every;
    if (!has_rhythm(relationship.stage) && !rests) return "";
    const bool alumni = relationship.stage == Stage::alumni;
    const bool agreed =
        alumni ? relationship.ending && relationship.ending->keep : agreement.every.has_value();
    std::string words = rhythm_words(cadence_of(relationship, config));
    const auto* tag = alumni ? nullptr : find_cadence_of_tag(relationship, config);
    words += agreed ? ", as agreed" : tag ? ", the default of " + tag->first : ", the default";
    if (rests) return words + ", once you go on";
    if (agreement.grace && !alumni) words += ", late after " + to_words(*agreement.grace) + " more";
    return words;
}

class ShowPage {
public:
    ShowPage(const Relationship& relationship, const Config& config, Date today, Lately lately)
        : it_(relationship), config_(config), today_(today), first_(called(relationship)) {
        opening();
        agreement();
        about();
        goals();
        commitments(Side::me);
        commitments(Side::them);
        questions();
        gifts();
        advice();
        if (lately == Lately::shown) log();
        ending();
    }

    Page page() && { return std::move(page_); }

private:
    void fact(const std::string& label, const std::string& words) { add_fact(page_, label, words); }
    void fact(const std::string& label, const std::optional<Date>& day) {
        if (day) fact(label, day_words(*day, today_));
    }
    void heading(const std::string& title) { page_.push_back(Heading{title}); }

    // A part whose facts may all be missing: its heading only appears above one of them.
    template<class Facts>
    void part(const std::string& title, Facts facts) {
        heading(title);
        const std::size_t before = page_.size();
        facts();
        if (page_.size() == before) page_.pop_back();
    }

    void opening() {
        page_.push_back(Heading{it_.name, Style::name, 1});
        page_.push_back(sentence(opening_of(it_)));
        page_.push_back(Blank{});
        fact("aka", one_line(join(it_.aka, ", ")));
        fact("type", it_.type);
        fact("tags", one_line(join(it_.tags, ", ")));
        fact("met", it_.met);
        fact("through", it_.through);
        if (const LogEntry* last = last_meeting(it_, config_.kinds, today_)) {
            fact("last meeting", last->kind + " on " + day_words(last->on.date, today_));
        }
        // What counts from now on is any contact.
        if (it_.stage == Stage::alumni) {
            const LogEntry* contact = last_contact(it_, config_.kinds, today_);
            if (contact && !config_.kinds.is_meeting(contact->kind))
                fact("last contact", contact->kind + " on " + day_words(contact->on.date, today_));
        }
        if (it_.next) {
            const bool waits = asks_whether_met(it_, config_, today_);
            fact("next", to_words(*it_.next) + ", " + relative(it_.next->date, today_) +
                             (waits ? ": did you meet?" : ""));
        }
        if (!has_meeting_ahead(it_, today_)) fact("check-in", next_check_in(it_, config_, today_));
        fact("cadence", cadence_words(it_, config_));
        if (is_snoozed(it_, today_)) {
            fact(it_.stage == Stage::paused ? "paused" : "snoozed",
                 "until " + to_words(*it_.snoozed));
        }
        facts_of("contact");
    }

    // A row for each key of a table, in words of its own where the value alone would say too
    // little.
    void facts_of(std::string_view table) {
        for (const auto& key : relationship_keys())
            if (key.table() == table) fact(std::string(key.field()), words_of(key));
    }

    std::string words_of(const KeyOf<Relationship>& key) const {
        const Held held = key.held(it_);
        const auto* yes = std::get_if<bool>(&held);
        const auto* day = std::get_if<Moment>(&held);
        if (key.name == "agreement.every" || key.name == "agreement.grace")
            return ""; // the cadence says it
        if (key.name == "agreement.review" && it_.agreement.review)
            return rhythm_words(*it_.agreement.review);
        if (key.name == "agreement.initiates" && it_.agreement.initiates)
            return *it_.agreement.initiates == Side::me ? "you reach out" : first_ + " reaches out";
        if (key.name == "agreement.confidential" && yes && *yes) return "yes, it stays between you";
        if (key.name == "agreement.honest" && yes && *yes)
            return "yes, also when it is hard to hear";
        if (key.name == "ending.thanked" && yes && !*yes) return "not yet";
        if (key.name == "ending.keep" && it_.ending && it_.ending->keep)
            return "in touch " + rhythm_words(*it_.ending->keep);
        return day ? to_words(*day) : text_of(held);
    }

    void agreement() {
        part("What you agreed", [&] { facts_of("agreement"); });
    }

    void about() {
        part("About " + first_, [&] {
            if (const std::string text = trim(it_.about); !text.empty()) {
                page_.push_back(indented(sentence(text)));
            }
            fact("values", one_line(join(it_.values, ", ")));
            fact(it_.role == Role::mentee ? "they learn" : "you learn",
                 one_line(join(it_.learn, ", ")));
            for (const Fit& each : it_.fit)
                fact("fit", one_line(each.criterion) + ": " + first_line(each.words));
            for (const Occasion& each : it_.occasions)
                fact(each.what, occasion_words(each, today_));
        });
    }

    void goals() {
        part("Goals", [&] {
            for (const GoalProgress& progress : progress_of(it_, true, today_))
                add_goal(page_, progress, today_);
        });
    }

    void commitments(Side owner) {
        Grid grid = plain_grid();
        for (const Commitment& one : it_.commitments) {
            if (one.owner != owner || !one.open()) continue;
            grid.rows.push_back({with_id(one.what, one.id), due_words(one.due, today_)});
        }
        if (grid.rows.empty()) return;
        heading(subject_of(owner, it_) + " promised");
        page_.push_back(std::move(grid));
    }

    void questions() {
        part("To ask " + first_, [&] {
            for (const Question& question : it_.questions) {
                if (question.open()) add_question(page_, question);
            }
        });
    }

    void gifts() {
        Grid grid = plain_grid();
        for (const Gift& gift : it_.gifts)
            if (gift.open() && !gift.is_too_late(today_))
                grid.rows.push_back({with_id(gift.what, gift.id), due_words(gift.by, today_)});
        if (grid.rows.empty()) return;
        heading("To give " + first_);
        page_.push_back(std::move(grid));
    }

    // To a mentee the advice is yours.
    void advice() {
        const bool yours = it_.role == Role::mentee;
        part(yours ? "What you advised" : "What " + first_ + " advised", [&] {
            std::vector<const Advice*> all;
            for (const Advice& each : it_.advice)
                all.push_back(&each);
            std::ranges::reverse(all);
            std::ranges::stable_sort(all, std::ranges::greater(),
                                     [](const Advice* each) { return each->on; });
            if (all.size() > newest_advice) all.resize(newest_advice);
            for (const Advice* each : all)
                page_.push_back(Bullet{"-", words_of(*each), 2});
        });
    }

    Text words_of(const Advice& each) const {
        Text text = with_id(each.what, each.id);
        if (const std::string fate = fate_words(each, today_); !fate.empty())
            text.push_back({", " + fate, Style::quiet});
        return text;
    }

    void log() {
        Grid grid = plain_grid(3);
        for (const LogEntry* entry : newest_first()) {
            if (grid.rows.size() == newest_entries) break;
            grid.rows.push_back(
                {{{to_words(entry->on.date)}}, {{entry->kind}}, {{told_of(*entry), Style::quiet}}});
        }
        if (grid.rows.empty()) return;
        heading("Lately");
        page_.push_back(std::move(grid));
    }

    void ending() {
        part("The ending", [&] { facts_of("ending"); });
    }

    std::vector<const LogEntry*> newest_first() const {
        std::vector<const LogEntry*> entries;
        for (const std::size_t position : by_day(it_))
            entries.push_back(&it_.log[position]);
        std::reverse(entries.begin(), entries.end());
        return entries;
    }

    const Relationship& it_;
    const Config& config_;
    Date today_;
    std::string first_;
    Page page_;
};

} // namespace

Report show_report(const Relationship& relationship, const Config& config, Date today,
                   Lately lately, Needs needs) {
    Report report = report_of("mentor.show/1", today);
    if (needs.data) report.items.push_back(show_item(relationship, config, today));
    if (needs.page) report.page = ShowPage(relationship, config, today, lately).page();
    return report;
}

} // namespace mentor
