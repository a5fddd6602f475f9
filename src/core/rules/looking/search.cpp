// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "core/names.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mentor {
namespace {

constexpr auto parts = names_of<Part>({
    {Part::about, "about"},
    {Part::agreement, "agreement"},
    {Part::occasion, "occasion"},
    {Part::fit, "fit"},
    {Part::goal, "goal"},
    {Part::milestone, "milestone"},
    {Part::note, "note"},
    {Part::win, "win"},
    {Part::advice, "advice"},
    {Part::commitment, "commitment"},
    {Part::question, "question"},
    {Part::gift, "gift"},
    {Part::ending, "ending"},
});

// All texts of one thing, of which the first says what it is.
using Thing = std::vector<Finding>;

// A text of the thing that `of` says everything else about.
Finding text_of(Finding of, std::string_view key, std::string text,
                std::optional<std::size_t> element = std::nullopt) {
    of.key = key;
    of.text = std::move(text);
    of.element = element;
    return of;
}

void add(Thing& thing, const Finding& of, std::string_view key, const std::string& text) {
    if (!text.empty()) thing.push_back(text_of(of, key, text));
}

void add(Thing& thing, const Finding& of, std::string_view key,
         const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
        thing.push_back(text_of(of, key, texts[i], i));
}

std::optional<Moment> moment_of(const std::optional<Date>& day) {
    return day ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

Finding of_element(Part part, std::string table, std::size_t position, std::string id = "",
                   const std::optional<Date>& day = std::nullopt) {
    return {.part = part,
            .id = std::move(id),
            .on = moment_of(day),
            .kind = "",
            .table = std::move(table),
            .position = position,
            .key = "",
            .element = std::nullopt,
            .text = "",
            .found = {},
            .firsts = {}};
}

Finding of_table(Part part, std::string table, const std::optional<Date>& day = std::nullopt) {
    Finding finding = of_element(part, std::move(table), 0, "", day);
    finding.position.reset();
    return finding;
}

Thing about(const Relationship& person) {
    Thing thing;
    const Finding head = of_table(Part::about, "");
    add(thing, head, "name", person.name);
    add(thing, head, "aka", person.aka);
    add(thing, head, "type", person.type);
    add(thing, head, "met", person.met);
    add(thing, head, "through", person.through);
    add(thing, head, "tags", person.tags);
    add(thing, head, "about", person.about);
    add(thing, head, "address", person.address);
    add(thing, head, "values", person.values);
    add(thing, head, "learn", person.learn);
    const Finding contact = of_table(Part::about, "contact");
    add(thing, contact, "email", person.contact.email);
    add(thing, contact, "phone", person.contact.phone);
    add(thing, contact, "link", person.contact.link);
    add(thing, contact, "prefers", person.contact.prefers);
    add(thing, contact, "hours", person.contact.hours);
    add(thing, contact, "timezone", person.contact.timezone);
    return thing;
}

Thing agreement(const Relationship& person) {
    Thing thing;
    const Finding of = of_table(Part::agreement, "agreement", person.agreement.agreed);
    add(thing, of, "where", person.agreement.where);
    add(thing, of, "expectations", person.agreement.expectations);
    add(thing, of, "boundaries", person.agreement.boundaries);
    return thing;
}

Thing ending(const Relationship& person) {
    Thing thing;
    if (person.ending)
        add(thing, of_table(Part::ending, "ending", person.ending->on), "outcome",
            person.ending->outcome);
    return thing;
}

Thing goal(const Goal& goal, std::size_t position) {
    Thing thing;
    Finding of = of_element(Part::goal, "goal", position, goal.id,
                            goal.done      ? goal.done
                            : goal.dropped ? goal.dropped
                                           : goal.set);
    add(thing, of, "title", goal.title);
    of.is_private = goal.is_private; // of all but the title
    add(thing, of, "why", goal.why);
    add(thing, of, "measure", goal.measure);
    add(thing, of, "reality", goal.reality);
    add(thing, of, "options", goal.options);
    add(thing, of, "way", goal.way);
    add(thing, of, "outcome", goal.outcome);
    return thing;
}

Thing milestone(const Milestone& step, std::size_t position) {
    Thing thing;
    add(thing, of_element(Part::milestone, "milestone", position, step.id, step.done), "what",
        step.what);
    return thing;
}

Finding of_entry(Part part, const LogEntry& entry, std::size_t position) {
    Finding of = of_element(part, "log", position, entry.id);
    of.on = entry.on;
    of.kind = entry.kind;
    of.is_private = entry.is_private;
    return of;
}

Thing note(const LogEntry& entry, std::size_t position) {
    Thing thing;
    const Finding of = of_entry(Part::note, entry, position);
    thing.reserve(2 + entry.topics.size());
    add(thing, of, "note", entry.note);
    add(thing, of, "topics", entry.topics);
    add(thing, of, "where", entry.where);
    return thing;
}

Thing commitment(const Commitment& promise, std::size_t position) {
    Thing thing;
    Finding of = of_element(Part::commitment, "commitment", position, promise.id,
                            promise.done      ? promise.done
                            : promise.dropped ? promise.dropped
                                              : promise.made);
    of.is_private = promise.is_private;
    add(thing, of, "what", promise.what);
    add(thing, of, "outcome", promise.outcome);
    return thing;
}

Thing advice(const Advice& advice, std::size_t position) {
    Thing thing;
    Finding of = of_element(Part::advice, "advice", position, advice.id,
                            advice.tried ? advice.tried : advice.on);
    of.is_private = advice.is_private;
    add(thing, of, "what", advice.what);
    add(thing, of, "outcome", advice.outcome);
    return thing;
}

Thing question(const Question& question, std::size_t position) {
    Thing thing;
    Finding of = of_element(Part::question, "question", position, question.id,
                            question.asked ? question.asked : question.added);
    of.is_private = question.is_private;
    add(thing, of, "ask", question.ask);
    add(thing, of, "answer", question.answer);
    return thing;
}

Thing gift(const Gift& gift, std::size_t position) {
    Thing thing;
    Finding of =
        of_element(Part::gift, "gift", position, gift.id, gift.given ? gift.given : gift.added);
    of.is_private = gift.is_private;
    add(thing, of, "what", gift.what);
    return thing;
}

Thing occasion(const Occasion& occasion, std::size_t position) {
    Thing thing;
    add(thing, of_element(Part::occasion, "occasion", position), "what", occasion.what);
    return thing;
}

template<class Element>
void add_each(std::vector<Thing>& things, const std::vector<Element>& elements,
              Thing (*thing_of)(const Element&, std::size_t)) {
    for (std::size_t i = 0; i < elements.size(); ++i)
        things.push_back(thing_of(elements[i], i));
}

// Advice that stands in its entry's own list, as older files have it, stands there; what the entry
// knows of other tables comes behind its own.
void add_advice(std::vector<Thing>& things, const Relationship& person) {
    std::size_t position = 0;
    for (; position < person.advice.size() && !person.advice[position].in_entry; ++position)
        things.push_back(advice(person.advice[position], position));
    for (std::size_t entry = 0; entry < person.log.size(); ++entry) {
        const std::string& id = person.log[entry].id;
        for (std::size_t element = 0; element < person.log[entry].advice.size(); ++element) {
            if (position == person.advice.size()) break;
            const Advice& own = person.advice[position];
            if (own.log != id || own.what != person.log[entry].advice[element]) break;
            Thing thing = advice(own, entry);
            for (Finding& finding : thing) {
                finding.table = "log";
                finding.key = "advice";
                finding.element = element;
            }
            things.push_back(std::move(thing));
            ++position;
        }
    }
    // Where they don't go together, only their place isn't known.
    for (; position < person.advice.size(); ++position) {
        Thing thing = advice(person.advice[position], position);
        for (Finding& finding : thing)
            finding.position.reset();
        things.push_back(std::move(thing));
    }
}

std::vector<Thing> things_of(const Relationship& person) {
    std::vector<Thing> things;
    things.reserve(2 + 2 * person.log.size() + person.commitments.size() + person.advice.size());
    things.push_back(about(person));
    things.push_back(agreement(person));
    add_each(things, person.occasions, occasion);
    for (const Fit& fit : person.fit)
        things.push_back({text_of(of_table(Part::fit, "fit"), fit.criterion, fit.criterion),
                          text_of(of_table(Part::fit, "fit"), fit.criterion, fit.words)});
    add_each(things, person.goals, goal);
    add_each(things, person.milestones, milestone);
    for (std::size_t i = 0; i < person.log.size(); ++i) {
        things.push_back(note(person.log[i], i));
        if (person.log[i].wins.empty()) continue;
        Thing wins;
        add(wins, of_entry(Part::win, person.log[i], i), "wins", person.log[i].wins);
        for (Finding& win : wins)
            things.push_back({std::move(win)});
    }
    add_advice(things, person);
    add_each(things, person.commitments, commitment);
    add_each(things, person.questions, question);
    add_each(things, person.gifts, gift);
    things.push_back(ending(person));
    std::erase_if(things, [](const Thing& thing) { return thing.empty(); });
    return things;
}

bool is_meant(const Finding& first, const Search& search, const Kinds& kinds) {
    if (!search.parts.empty() && std::ranges::find(search.parts, first.part) == search.parts.end())
        return false;
    if (search.span && !(first.on && search.span->contains(first.on->date))) return false;
    return search.kinds.empty() ||
           (!first.kind.empty() && std::ranges::any_of(search.kinds, [&](const auto& word) {
               return kinds.covers(word, first.kind);
           }));
}

// Those of one text in its order, where two touch or overlap as one.
std::vector<TextRange> united(const std::vector<std::vector<TextRange>>& found) {
    std::vector<TextRange> all;
    for (const auto& stretches : found)
        all.insert(all.end(), stretches.begin(), stretches.end());
    std::ranges::sort(all, {}, &TextRange::begin);
    std::vector<TextRange> united;
    for (const TextRange& stretch : all) {
        if (united.empty() || stretch.begin > united.back().end)
            united.push_back(stretch);
        else
            united.back().end = std::max(united.back().end, stretch.end);
    }
    return united;
}

// Its texts in which something is, where all terms are in one or another of them.
Thing found_in(Thing thing, const SearchTerms& terms) {
    std::vector<bool> is_found(terms.size(), false);
    for (Finding& finding : thing) {
        const auto found = terms.find_in(finding.text);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i].empty()) continue;
            is_found[i] = true;
            finding.firsts.push_back(found[i].front());
        }
        finding.found = united(found);
    }
    if (std::ranges::find(is_found, false) != is_found.end()) return {};
    std::erase_if(thing, [](const Finding& finding) { return finding.found.empty(); });
    for (std::size_t i = 1; i < thing.size(); ++i)
        thing[i].continues = true;
    return thing;
}

} // namespace

std::string_view to_text(Part part) {
    return parts.text(part);
}

std::optional<Part> find_part(std::string_view word) {
    return parts.find(word);
}

const std::vector<std::string>& part_names() {
    static const std::vector<std::string> names = parts.list();
    return names;
}

bool is_key(const Finding& finding) {
    return finding.part == Part::fit && finding.text == finding.key;
}

std::vector<Finding> search(const Relationship& relationship, const Search& search,
                            const Kinds& kinds) {
    std::vector<Thing> things;
    for (Thing& thing : things_of(relationship)) {
        if (!is_meant(thing.front(), search, kinds)) continue;
        if (Thing found = found_in(std::move(thing), search.terms); !found.empty())
            things.push_back(std::move(found));
    }
    std::ranges::stable_sort(things, [](const Thing& some, const Thing& other) {
        const auto &day = some.front().on, &other_day = other.front().on;
        if (!day || !other_day) return !day && other_day;
        return *day > *other_day;
    });
    std::vector<Finding> findings;
    for (Thing& thing : things)
        std::ranges::move(thing, std::back_inserter(findings));
    return findings;
}

} // namespace mentor
