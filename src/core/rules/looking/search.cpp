// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "core/model/privacy.hpp"
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

// A text of a thing, and where it stands in the file.
struct Words {
    std::string_view table, key;
    std::optional<std::size_t> element;
    const std::string* text;
    bool is_private;
};

// What one thing is, and all its texts, none of them copied: most hold nothing that is looked for.
struct Thing {
    std::string_view table; // of the file, as its words are: it outlives the thing
    Finding what;
    std::vector<Words> texts = {};

    void add(std::string_view key, const std::string& text) { add_of(table, key, text); }
    void add(std::string_view key, const std::vector<std::string>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            texts.push_back({table, key, i, &list[i], what.is_private});
    }
    // Of a table beside its own.
    void add_of(std::string_view other, std::string_view key, const std::string& text) {
        if (!text.empty()) texts.push_back({other, key, std::nullopt, &text, what.is_private});
    }
};

std::optional<Moment> moment_of(const std::optional<Date>& day) {
    return day ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

Thing element_of(std::string_view table, Part part, std::size_t position, std::string id = "",
                 const std::optional<Date>& day = std::nullopt) {
    Thing thing{table, {}};
    thing.what.part = part;
    thing.what.id = std::move(id);
    thing.what.on = moment_of(day);
    thing.what.position = position;
    return thing;
}

Thing table_of(std::string_view table, Part part, const std::optional<Date>& day = std::nullopt) {
    Thing thing = element_of(table, part, 0, "", day);
    thing.what.position.reset();
    return thing;
}

Thing about(const Relationship& person) {
    Thing thing = table_of("", Part::about);
    thing.add("name", person.name);
    thing.add("aka", person.aka);
    thing.add("type", person.type);
    thing.add("met", person.met);
    thing.add("through", person.through);
    thing.add("tags", person.tags);
    thing.add("about", person.about);
    thing.add("address", person.address);
    thing.add("values", person.values);
    thing.add("learn", person.learn);
    thing.add_of("contact", "email", person.contact.email);
    thing.add_of("contact", "phone", person.contact.phone);
    thing.add_of("contact", "link", person.contact.link);
    thing.add_of("contact", "prefers", person.contact.prefers);
    thing.add_of("contact", "hours", person.contact.hours);
    thing.add_of("contact", "timezone", person.contact.timezone);
    return thing;
}

Thing agreement(const Relationship& person) {
    Thing thing = table_of("agreement", Part::agreement, person.agreement.agreed);
    thing.add("where", person.agreement.where);
    thing.add("expectations", person.agreement.expectations);
    thing.add("boundaries", person.agreement.boundaries);
    return thing;
}

Thing ending(const Relationship& person) {
    if (!person.ending) return table_of("ending", Part::ending);
    Thing thing = table_of("ending", Part::ending, person.ending->on);
    thing.add("outcome", person.ending->outcome);
    return thing;
}

Thing fit(const Fit& fit) {
    Thing thing = table_of("fit", Part::fit);
    for (const std::string* text : {&fit.criterion, &fit.words})
        thing.texts.push_back({thing.table, fit.criterion, std::nullopt, text, false});
    return thing;
}

Thing goal(const Goal& goal, std::size_t position) {
    Thing thing = element_of("goal", Part::goal, position, goal.id,
                             goal.done      ? goal.done
                             : goal.dropped ? goal.dropped
                                            : goal.set);
    thing.add("title", goal.title);
    thing.what.is_private = goal.is_private; // of all but the title
    thing.add("why", goal.why);
    thing.add("measure", goal.measure);
    thing.add("reality", goal.reality);
    thing.add("options", goal.options);
    thing.add("way", goal.way);
    thing.add("outcome", goal.outcome);
    return thing;
}

Thing milestone(const Milestone& step, std::size_t position, const PrivateIds& goals) {
    Thing thing = element_of("milestone", Part::milestone, position, step.id, step.done);
    thing.what.is_private = goals.keep(step.goal);
    thing.add("what", step.what);
    return thing;
}

Thing of_entry(Part part, const LogEntry& entry, std::size_t position) {
    Thing thing = element_of("log", part, position, entry.id);
    thing.what.on = entry.on;
    thing.what.kind = entry.kind;
    thing.what.is_private = entry.is_private;
    return thing;
}

Thing note(const LogEntry& entry, std::size_t position) {
    Thing thing = of_entry(Part::note, entry, position);
    thing.texts.reserve(2 + entry.topics.size());
    thing.add("note", entry.note);
    thing.add("topics", entry.topics);
    thing.add("where", entry.where);
    return thing;
}

Thing commitment(const Commitment& promise, std::size_t position) {
    Thing thing = element_of("commitment", Part::commitment, position, promise.id,
                             promise.done      ? promise.done
                             : promise.dropped ? promise.dropped
                                               : promise.made);
    thing.what.is_private = promise.is_private;
    thing.add("what", promise.what);
    thing.add("outcome", promise.outcome);
    return thing;
}

Thing advice(const Advice& advice, std::size_t position) {
    Thing thing = element_of("advice", Part::advice, position, advice.id,
                             advice.tried ? advice.tried : advice.on);
    thing.what.is_private = advice.is_private;
    thing.add("what", advice.what);
    thing.add("outcome", advice.outcome);
    return thing;
}

Thing question(const Question& question, std::size_t position) {
    Thing thing = element_of("question", Part::question, position, question.id,
                             question.asked ? question.asked : question.added);
    thing.what.is_private = question.is_private;
    thing.add("ask", question.ask);
    thing.add("answer", question.answer);
    return thing;
}

Thing gift(const Gift& gift, std::size_t position) {
    Thing thing =
        element_of("gift", Part::gift, position, gift.id, gift.given ? gift.given : gift.added);
    thing.what.is_private = gift.is_private;
    thing.add("what", gift.what);
    return thing;
}

Thing occasion(const Occasion& occasion, std::size_t position) {
    Thing thing = element_of("occasion", Part::occasion, position);
    thing.add("what", occasion.what);
    return thing;
}

template<class Element, class ThingOf>
void add_each(std::vector<Thing>& things, const std::vector<Element>& elements,
              const ThingOf& thing_of) {
    for (std::size_t i = 0; i < elements.size(); ++i)
        things.push_back(thing_of(elements[i], i));
}

// Each is a thing of its own.
void add_wins(std::vector<Thing>& things, const LogEntry& entry, std::size_t position) {
    for (std::size_t i = 0; i < entry.wins.size(); ++i) {
        things.push_back(of_entry(Part::win, entry, position));
        things.back().texts.push_back({"log", "wins", i, &entry.wins[i], entry.is_private});
    }
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
            for (Words& words : thing.texts) {
                words.table = "log";
                words.key = "advice";
                words.element = element;
            }
            things.push_back(std::move(thing));
            ++position;
        }
    }
    // Where they don't go together, only their place isn't known.
    for (; position < person.advice.size(); ++position) {
        things.push_back(advice(person.advice[position], position));
        things.back().what.position.reset();
    }
}

std::vector<Thing> things_of(const Relationship& person) {
    std::vector<Thing> things;
    things.reserve(2 + 2 * person.log.size() + person.commitments.size() + person.advice.size());
    things.push_back(about(person));
    things.push_back(agreement(person));
    add_each(things, person.occasions, occasion);
    std::ranges::transform(person.fit, std::back_inserter(things), fit);
    add_each(things, person.goals, goal);
    const PrivateIds goals(person.goals);
    add_each(things, person.milestones, [&](const Milestone& step, std::size_t position) {
        return milestone(step, position, goals);
    });
    for (std::size_t i = 0; i < person.log.size(); ++i) {
        things.push_back(note(person.log[i], i));
        add_wins(things, person.log[i], i);
    }
    add_advice(things, person);
    add_each(things, person.commitments, commitment);
    add_each(things, person.questions, question);
    add_each(things, person.gifts, gift);
    things.push_back(ending(person));
    std::erase_if(things, [](const Thing& thing) { return thing.texts.empty(); });
    return things;
}

bool is_meant(const Finding& what, const Search& search, const Kinds& kinds) {
    if (!search.parts.empty() && std::ranges::find(search.parts, what.part) == search.parts.end())
        return false;
    if (search.span && !(what.on && search.span->contains(what.on->date))) return false;
    return search.kinds.empty() ||
           (!what.kind.empty() && std::ranges::any_of(search.kinds, [&](const auto& word) {
               return kinds.covers(word, what.kind);
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
std::vector<Finding> found_in(const Thing& thing, const SearchTerms& terms) {
    std::vector<bool> is_found(terms.size(), false);
    std::vector<Finding> findings;
    for (const Words& words : thing.texts) {
        const auto found = terms.find_in(*words.text);
        std::vector<TextRange> firsts;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i].empty()) continue;
            is_found[i] = true;
            firsts.push_back(found[i].front());
        }
        if (firsts.empty()) continue;
        Finding& finding = findings.emplace_back(thing.what);
        finding.table = words.table;
        finding.key = words.key;
        finding.element = words.element;
        finding.text = *words.text;
        finding.is_private = words.is_private;
        finding.found = united(found);
        finding.firsts = std::move(firsts);
        finding.continues = findings.size() > 1;
    }
    if (std::ranges::find(is_found, false) != is_found.end()) return {};
    return findings;
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
    std::vector<std::vector<Finding>> things;
    for (const Thing& thing : things_of(relationship)) {
        if (!is_meant(thing.what, search, kinds)) continue;
        if (auto found = found_in(thing, search.terms); !found.empty())
            things.push_back(std::move(found));
    }
    std::ranges::stable_sort(things, [](const auto& some, const auto& other) {
        const auto &day = some.front().on, &other_day = other.front().on;
        if (!day || !other_day) return !day && other_day;
        return *day > *other_day;
    });
    std::vector<Finding> findings;
    for (auto& thing : things)
        std::ranges::move(thing, std::back_inserter(findings));
    return findings;
}

} // namespace mentor
