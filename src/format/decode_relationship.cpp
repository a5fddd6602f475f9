// SPDX-License-Identifier: MIT
#include "core/model/privacy.hpp"
#include "format/decoding.hpp"
#include "format/plain_reader.hpp"
#include "format/shape_reader.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>

namespace mentor {
namespace {

constexpr Range format_range{1, std::numeric_limits<int>::max(), 1};
constexpr Range minutes_range{0, 24 * 60, 45};
constexpr Range score_range{1, 5, 4};

template<class In>
Contact contact_of(In& in) {
    return {.email = in.line("email"),
            .phone = in.line("phone"),
            .link = in.line("link"),
            .prefers = in.line("prefers"),
            .hours = in.line("hours"),
            .timezone = in.line("timezone")};
}

template<class In>
Agreement agreement_of(In& in) {
    return {.every = in.duration("every"),
            .grace = in.duration("grace"),
            .review = in.duration("review"),
            .initiates = in.one_of("initiates", find_side, side_names()),
            .where = in.line("where"),
            .length = in.line("length"),
            .confidential = in.flag("confidential"),
            .honest = in.flag("honest"),
            .expectations = in.text("expectations"),
            .boundaries = in.text("boundaries"),
            .agreed = in.date("agreed")};
}

template<class In>
Occasion occasion_of(In& in) {
    in.require("what", "\"birthday\"");
    in.require("on", "\"12-10\"");
    const auto day = in.day_of_year("on").value_or(DayOfYear{});
    return {.what = in.line("what"),
            .month = day.month,
            .day = day.day,
            .year = day.year,
            .yearly = in.flag("yearly").value_or(true),
            .notice = in.duration("notice")};
}

template<class In>
Goal goal_of(In& in) {
    in.require("title", "\"what to reach\"");
    return {.id = in.line("id"),
            .title = in.text("title"),
            .why = in.text("why"),
            .measure = in.text("measure"),
            .set = in.date("set"),
            .due = in.date("due"),
            .reality = in.text("reality"),
            .options = in.text("options"),
            .way = in.text("way"),
            .follows = in.line("follows"),
            .is_private = in.flag("private").value_or(false),
            .done = in.date("done"),
            .dropped = in.date("dropped"),
            .outcome = in.text("outcome")};
}

template<class In>
Milestone milestone_of(In& in) {
    in.require("goal", "\"the id of a goal\"");
    in.require("what", "\"what comes first\"");
    return {.id = in.line("id"),
            .goal = in.line("goal"),
            .what = in.text("what"),
            .due = in.date("due"),
            .done = in.date("done")};
}

template<class In>
std::map<std::string, int> scores_of(In& in) {
    std::map<std::string, int> scores;
    for (const std::string& name : in.keys()) {
        if (const auto score = in.number(name, score_range)) scores[name] = *score;
    }
    return scores;
}

template<class In>
LogEntry log_entry_of(In& in) {
    in.require("on", "2026-11-22");
    in.require("kind", "\"coffee\"");
    return {.id = in.line("id"),
            .on = in.moment("on").value_or(Moment{}),
            .kind = in.line("kind"),
            .by = in.one_of("by", find_side, side_names()),
            .minutes = in.number("minutes", minutes_range),
            .where = in.line("where"),
            .topics = in.detail_words("topics"),
            .note = in.detail_text("note"),
            .advice = in.words("advice"),
            .wins = in.words("wins"),
            .rating = in.number("rating", score_range),
            .is_private = in.flag("private").value_or(false),
            .goals = in.words("goals"),
            .scores = in.table("scores", scores_of<In>).value_or(std::map<std::string, int>()),
            .mark = in.line("mark"),
            .recap = in.words("recap")};
}

template<class In>
Commitment commitment_of(In& in) {
    in.require("what", "\"what was promised\"");
    return {.id = in.line("id"),
            .owner = in.one_of("owner", find_side, side_names()).value_or(Side::me),
            .what = in.text("what"),
            .made = in.date("made"),
            .due = in.date("due"),
            .moved = in.dates("moved"),
            .log = in.line("log"),
            .done = in.date("done"),
            .dropped = in.date("dropped"),
            .outcome = in.text("outcome"),
            .told = in.date("told"),
            .is_private = in.flag("private").value_or(false),
            .mark = in.line("mark")};
}

template<class In>
Advice advice_of(In& in) {
    in.require("what", "\"what was advised\"");
    return {.id = in.line("id"),
            .what = in.text("what"),
            .on = in.date("on"),
            .log = in.line("log"),
            .tried = in.date("tried"),
            .verdict = in.one_of("verdict", find_verdict, verdict_names()),
            .outcome = in.text("outcome"),
            .told = in.date("told"),
            .thanked = in.date("thanked"),
            .is_private = in.flag("private").value_or(false)};
}

// Advice is the same wherever it stands: an entry knows what was given in it, and the list knows
// what stands in older entries.
void unite_advice(Relationship& relationship) {
    std::unordered_map<std::string_view, std::vector<std::string>> given; // by entry
    for (const Advice& advice : relationship.advice)
        if (!advice.log.empty()) given[advice.log].push_back(advice.what);
    std::vector<Advice> in_entries;
    for (LogEntry& entry : relationship.log) {
        for (const std::string& what : entry.advice)
            in_entries.push_back({.what = what,
                                  .on = entry.on.date,
                                  .log = entry.id,
                                  .in_entry = true,
                                  .is_private = entry.is_private});
        if (const auto found = given.find(entry.id); found != given.end())
            std::ranges::copy(found->second, std::back_inserter(entry.advice));
    }
    std::ranges::move(in_entries, std::back_inserter(relationship.advice));
}

template<class In>
Question question_of(In& in) {
    in.require("ask", "\"what to ask\"");
    return {.id = in.line("id"),
            .ask = in.text("ask"),
            .added = in.date("added"),
            .asked = in.date("asked"),
            .answer = in.text("answer"),
            .is_private = in.flag("private").value_or(false)};
}

template<class In>
Gift gift_of(In& in) {
    in.require("what", "\"what is for them\"");
    return {.id = in.line("id"),
            .what = in.text("what"),
            .added = in.date("added"),
            .by = in.date("by"),
            .given = in.date("given"),
            .is_private = in.flag("private").value_or(false)};
}

template<class In>
std::vector<Fit> fit_of(In& in) {
    std::vector<Fit> fit;
    for (const std::string& criterion : in.keys())
        fit.push_back({criterion, in.text(criterion)});
    return fit;
}

template<class In>
Ending ending_of(In& in) {
    return {.on = in.date("on"),
            .outcome = in.text("outcome"),
            .thanked = in.flag("thanked"),
            .keep = in.duration("keep")};
}

} // namespace

template<class In>
Relationship read_relationship(In& in, std::string slug) {
    in.require("name", "\"their name\"");
    in.require("role", "\"mentor\"");
    Relationship relationship{
        .slug = std::move(slug),
        .format = in.number("format", format_range).value_or(1),
        .uid = in.line("uid"),
        .name = in.line("name"),
        .role = in.one_of("role", find_role, role_names()).value_or(Role::mentor),
        .type = in.line("type"),
        .stage = in.one_of("stage", find_stage, stage_names()).value_or(Stage::active),
        .aka = in.words("aka"),
        .added = in.date("added"),
        .started = in.date("started"),
        .ends = in.date("ends"),
        .met = in.text("met"),
        .through = in.line("through"),
        .tags = in.words("tags"),
        .next = in.moment("next"),
        .snoozed = in.date("snoozed"),
        .about = in.text("about"),
        .address = in.line("address"),
        .values = in.words("values"),
        .learn = in.words("learn"),
        .contact = in.table("contact", contact_of<In>).value_or(Contact()),
        .agreement = in.table("agreement", agreement_of<In>).value_or(Agreement()),
        .occasions = in.tables("occasion", occasion_of<In>),
        .goals = in.tables("goal", goal_of<In>),
        .milestones = in.tables("milestone", milestone_of<In>),
        .log = in.tables("log", log_entry_of<In>),
        .advice = in.tables("advice", advice_of<In>),
        .commitments = in.tables("commitment", commitment_of<In>),
        .questions = in.tables("question", question_of<In>),
        .gifts = in.tables("gift", gift_of<In>),
        .fit = in.table("fit", fit_of<In>).value_or(std::vector<Fit>()),
        .ending = in.table("ending", ending_of<In>)};
    keep_what_came_of_private(relationship);
    unite_advice(relationship);
    return relationship;
}

template Relationship read_relationship(Reader&, std::string);
template Relationship read_relationship(PlainReader&, std::string);
template Relationship read_relationship(ShapeReader&, std::string);

} // namespace mentor
