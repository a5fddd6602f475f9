// SPDX-License-Identifier: MIT

#include "core/rules/looking/search.hpp"

#include "core/model/privacy.hpp"
#include "core/names.hpp"
#include "core/text.hpp"

#include <algorithm>
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
    std::string_view text;
    bool is_private;
};

// What one thing is, and all its texts, none of them copied: most hold nothing that is looked for.
struct Thing {
    Finding what;
    std::vector<Words> texts = {};

    void add(std::string_view key, const std::string& text) { add_of(what.table, key, text); }
    void add(std::string_view key, const std::vector<std::string>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            texts.push_back({what.table, key, i, list[i], what.is_private});
    }
    // Of a table beside its own.
    void add_of(std::string_view other, std::string_view key, const std::string& text) {
        if (!text.empty()) texts.push_back({other, key, std::nullopt, text, what.is_private});
    }
};

std::optional<Moment> moment_of(const std::optional<Date>& day) {
    return day ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

Thing element_of(std::string_view table, Part part, std::size_t position, std::string_view id = "",
                 const std::optional<Date>& day = std::nullopt) {
    Thing thing;
    thing.what.part = part;
    thing.what.id = id;
    thing.what.on = moment_of(day);
    thing.what.table = table;
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
        thing.texts.push_back({thing.what.table, fit.criterion, std::nullopt, *text, false});
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

// Each is a thing of its own.
template<class Take>
void for_each_win(const LogEntry& entry, std::size_t position, const Take& take) {
    for (std::size_t i = 0; i < entry.wins.size(); ++i) {
        Thing thing = of_entry(Part::win, entry, position);
        thing.texts.push_back({"log", "wins", i, entry.wins[i], entry.is_private});
        take(thing);
    }
}

// Advice that stands in its entry's own list, as older files have it, stands there; what the entry
// knows of other tables comes behind its own.
template<class Take>
void for_each_advice(const Relationship& person, const Take& take) {
    std::size_t position = 0;
    for (; position < person.advice.size() && !person.advice[position].in_entry; ++position)
        take(advice(person.advice[position], position));
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
            take(thing);
            ++position;
        }
    }
    // Where they don't go together, only their place isn't known.
    for (; position < person.advice.size(); ++position) {
        Thing thing = advice(person.advice[position], position);
        thing.what.position.reset();
        take(thing);
    }
}

template<class Take>
void for_each_thing(const Relationship& person, const Take& take) {
    const auto take_each = [&](const auto& elements, const auto& thing_of) {
        for (std::size_t i = 0; i < elements.size(); ++i)
            take(thing_of(elements[i], i));
    };
    take(about(person));
    take(agreement(person));
    take_each(person.occasions, occasion);
    for (const Fit& met : person.fit)
        take(fit(met));
    take_each(person.goals, goal);
    const PrivateIds goals(person.goals);
    take_each(person.milestones, [&](const Milestone& step, std::size_t position) {
        return milestone(step, position, goals);
    });
    for (std::size_t i = 0; i < person.log.size(); ++i) {
        take(note(person.log[i], i));
        for_each_win(person.log[i], i, take);
    }
    for_each_advice(person, take);
    take_each(person.commitments, commitment);
    take_each(person.questions, question);
    take_each(person.gifts, gift);
    take(ending(person));
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
std::vector<TextRange> united(const Finds& finds) {
    if (finds.size() == 1) return finds.front();
    std::vector<TextRange> all;
    for (const auto& stretches : finds)
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

// What was found, thing by thing.
class Found {
public:
    explicit Found(const SearchTerms& terms) : terms_(terms) {
        constexpr std::size_t usual_finds = 32;
        findings_.reserve(usual_finds);
    }

    // Its texts in which something is, where all terms are in one or another of them.
    void look_at(const Thing& thing) {
        const std::size_t begin = findings_.size();
        is_found_.assign(terms_.size(), false);
        for (const Words& words : thing.texts)
            if (terms_.find_in(words.text, finds_)) add(thing, words, findings_.size() > begin);
        if (findings_.size() == begin) return;
        if (std::ranges::find(is_found_, false) != is_found_.end())
            findings_.resize(begin);
        else
            things_.push_back({begin, findings_.size()});
    }

    std::vector<Finding> newest_first() && {
        std::ranges::stable_sort(things_, [&](const Slice& some, const Slice& other) {
            const auto &day = findings_[some.begin].on, &other_day = findings_[other.begin].on;
            if (!day || !other_day) return !day && other_day;
            return *day > *other_day;
        });
        std::vector<Finding> sorted;
        sorted.reserve(findings_.size());
        for (const Slice& thing : things_)
            for (std::size_t i = thing.begin; i < thing.end; ++i)
                sorted.push_back(std::move(findings_[i]));
        return sorted;
    }

private:
    struct Slice { // of the findings: those of one thing
        std::size_t begin, end;
    };

    void add(const Thing& thing, const Words& words, bool continues) {
        Finding& finding = findings_.emplace_back(thing.what);
        for (std::size_t i = 0; i < finds_.size(); ++i) {
            if (finds_[i].empty()) continue;
            is_found_[i] = true;
            finding.firsts.push_back(finds_[i].front());
        }
        finding.table = words.table;
        finding.key = words.key;
        finding.element = words.element;
        finding.text = words.text;
        finding.is_private = words.is_private;
        finding.found = united(finds_);
        finding.continues = continues;
    }

    const SearchTerms& terms_;
    std::vector<Finding> findings_;
    std::vector<Slice> things_;
    std::vector<bool> is_found_; // of each term
    Finds finds_;                // in one text
};

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
    Found found(search.terms);
    for_each_thing(relationship, [&](const Thing& thing) {
        if (is_meant(thing.what, search, kinds)) found.look_at(thing);
    });
    return std::move(found).newest_first();
}

} // namespace mentor
