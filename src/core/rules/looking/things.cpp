// SPDX-License-Identifier: MIT
#include "core/rules/looking/things.hpp"

#include "core/model/privacy.hpp"

#include <string>

namespace mentor {
namespace {

std::optional<Moment> moment_of(const std::optional<Date>& day) {
    return day ? std::optional(Moment{*day, std::nullopt}) : std::nullopt;
}

Thing element_of(ThingTexts& texts, std::string_view table, Part part, std::size_t position,
                 std::string_view id = "", const std::optional<Date>& day = std::nullopt) {
    Thing thing(texts);
    thing.what.part = part;
    thing.what.id = id;
    thing.what.on = moment_of(day);
    thing.what.table = table;
    thing.what.position = position;
    return thing;
}

Thing table_of(ThingTexts& texts, std::string_view table, Part part,
               const std::optional<Date>& day = std::nullopt) {
    Thing thing = element_of(texts, table, part, 0, "", day);
    thing.what.position.reset();
    return thing;
}

Thing about(ThingTexts& texts, const Relationship& person) {
    Thing thing = table_of(texts, "", Part::about);
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

Thing agreement(ThingTexts& texts, const Relationship& person) {
    Thing thing = table_of(texts, "agreement", Part::agreement, person.agreement.agreed);
    thing.add("where", person.agreement.where);
    thing.add("expectations", person.agreement.expectations);
    thing.add("boundaries", person.agreement.boundaries);
    return thing;
}

Thing ending(ThingTexts& texts, const Relationship& person) {
    if (!person.ending) return table_of(texts, "ending", Part::ending);
    Thing thing = table_of(texts, "ending", Part::ending, person.ending->on);
    thing.add("outcome", person.ending->outcome);
    return thing;
}

Thing fit(ThingTexts& texts, const Fit& fit) {
    Thing thing = table_of(texts, "fit", Part::fit);
    for (const std::string* text : {&fit.criterion, &fit.words})
        thing.texts.push_back({thing.what.table, fit.criterion, std::nullopt, *text, false});
    return thing;
}

Thing goal(ThingTexts& texts, const Goal& goal, std::size_t position) {
    Thing thing = element_of(texts, "goal", Part::goal, position, goal.id,
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

Thing milestone(ThingTexts& texts, const Milestone& step, std::size_t position,
                const PrivateIds& goals) {
    Thing thing = element_of(texts, "milestone", Part::milestone, position, step.id, step.done);
    thing.what.is_private = goals.keep(step.goal);
    thing.add("what", step.what);
    return thing;
}

Thing of_entry(ThingTexts& texts, Part part, const LogEntry& entry, std::size_t position) {
    Thing thing = element_of(texts, "log", part, position, entry.id);
    thing.what.on = entry.on;
    thing.what.kind = entry.kind;
    thing.what.is_private = entry.is_private;
    return thing;
}

Thing note(ThingTexts& texts, const LogEntry& entry, std::size_t position, const LookUp& left_out) {
    Thing thing = of_entry(texts, Part::note, entry, position);
    if (left_out) {
        const EntryTexts& own = left_out(position);
        thing.add("note", own.note);
        thing.add("topics", own.topics);
    } else {
        thing.add("note", entry.note);
        thing.add("topics", entry.topics);
    }
    thing.add("where", entry.where);
    return thing;
}

Thing commitment(ThingTexts& texts, const Commitment& promise, std::size_t position) {
    Thing thing = element_of(texts, "commitment", Part::commitment, position, promise.id,
                             promise.done      ? promise.done
                             : promise.dropped ? promise.dropped
                                               : promise.made);
    thing.what.is_private = promise.is_private;
    thing.add("what", promise.what);
    thing.add("outcome", promise.outcome);
    return thing;
}

Thing advice(ThingTexts& texts, const Advice& advice, std::size_t position) {
    Thing thing = element_of(texts, "advice", Part::advice, position, advice.id,
                             advice.tried ? advice.tried : advice.on);
    thing.what.is_private = advice.is_private;
    thing.add("what", advice.what);
    thing.add("outcome", advice.outcome);
    return thing;
}

Thing question(ThingTexts& texts, const Question& question, std::size_t position) {
    Thing thing = element_of(texts, "question", Part::question, position, question.id,
                             question.asked ? question.asked : question.added);
    thing.what.is_private = question.is_private;
    thing.add("ask", question.ask);
    thing.add("answer", question.answer);
    return thing;
}

Thing gift(ThingTexts& texts, const Gift& gift, std::size_t position) {
    Thing thing = element_of(texts, "gift", Part::gift, position, gift.id,
                             gift.given ? gift.given : gift.added);
    thing.what.is_private = gift.is_private;
    thing.add("what", gift.what);
    return thing;
}

Thing occasion(ThingTexts& texts, const Occasion& occasion, std::size_t position) {
    Thing thing = element_of(texts, "occasion", Part::occasion, position);
    thing.add("what", occasion.what);
    return thing;
}

// Each is a thing of its own.
void for_each_win(ThingTexts& texts, const LogEntry& entry, std::size_t position,
                  const TakeThing& take) {
    for (std::size_t i = 0; i < entry.wins.size(); ++i) {
        Thing thing = of_entry(texts, Part::win, entry, position);
        thing.texts.push_back({"log", "wins", i, entry.wins[i], entry.is_private});
        take(thing);
    }
}

// Advice that stands in its entry's own list, as older files have it, stands there; what the entry
// knows of other tables comes behind its own.
void for_each_advice(ThingTexts& texts, const Relationship& person, const TakeThing& take) {
    std::size_t position = 0;
    for (; position < person.advice.size() && !person.advice[position].in_entry; ++position)
        take(advice(texts, person.advice[position], position));
    for (std::size_t entry = 0; entry < person.log.size(); ++entry) {
        const std::string& id = person.log[entry].id;
        for (std::size_t element = 0; element < person.log[entry].advice.size(); ++element) {
            if (position == person.advice.size()) break;
            const Advice& own = person.advice[position];
            if (own.log != id || own.what != person.log[entry].advice[element]) break;
            Thing thing = advice(texts, own, entry);
            for (ThingText& words : thing.texts) {
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
        Thing thing = advice(texts, person.advice[position], position);
        thing.what.position.reset();
        take(thing);
    }
}

} // namespace

void for_each_thing(const Relationship& person, const LookUp& left_out, const TakeThing& take) {
    ThingTexts texts;
    const auto take_each = [&](const auto& elements, const auto& thing_of) {
        for (std::size_t i = 0; i < elements.size(); ++i)
            take(thing_of(texts, elements[i], i));
    };
    take(about(texts, person));
    take(agreement(texts, person));
    take_each(person.occasions, occasion);
    for (const Fit& met : person.fit)
        take(fit(texts, met));
    take_each(person.goals, goal);
    const PrivateIds goals(person.goals);
    take_each(person.milestones, [&](ThingTexts&, const Milestone& step, std::size_t position) {
        return milestone(texts, step, position, goals);
    });
    for (std::size_t i = 0; i < person.log.size(); ++i) {
        take(note(texts, person.log[i], i, left_out));
        for_each_win(texts, person.log[i], i, take);
    }
    for_each_advice(texts, person, take);
    take_each(person.commitments, commitment);
    take_each(person.questions, question);
    take_each(person.gifts, gift);
    take(ending(texts, person));
}

} // namespace mentor
