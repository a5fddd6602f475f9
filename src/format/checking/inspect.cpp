// SPDX-License-Identifier: MIT
#include "core/dates/date_grammar.hpp"
#include "core/model/day_order.hpp"
#include "core/model/ids.hpp"
#include "core/near_words.hpp"
#include "core/rules/looking/pulse.hpp"
#include "core/rules/people/message_hours.hpp"
#include "core/text.hpp"
#include "format/decoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace mentor {

namespace {

// A place that names something by its id.
struct Reference {
    std::string path;       // toml++'s: "milestone[2].goal"
    std::string id;         // of the one that is meant
    std::string_view table; // that it is in
};

std::vector<Reference> references_in(const Relationship& relationship, const toml::table& root) {
    std::vector<Reference> references;
    const auto add = [&](std::string path, const std::string& id, std::string_view table) {
        if (!id.empty()) references.push_back({std::move(path), id, table});
    };
    for (std::size_t i = 0; i < relationship.goals.size(); ++i)
        add(fmt::format("goal[{}].follows", i), relationship.goals[i].follows, "goal");
    for (std::size_t i = 0; i < relationship.milestones.size(); ++i)
        add(fmt::format("milestone[{}].goal", i), relationship.milestones[i].goal, "goal");
    for (std::size_t i = 0; i < relationship.commitments.size(); ++i)
        add(fmt::format("commitment[{}].log", i), relationship.commitments[i].log, "log");
    for (std::size_t i = 0; i < relationship.advice.size(); ++i)
        if (!relationship.advice[i].in_entry)
            add(fmt::format("advice[{}].log", i), relationship.advice[i].log, "log");
    for (std::size_t i = 0; i < relationship.log.size(); ++i) {
        const auto& ids = relationship.log[i].goals;
        const auto* array = root.at_path(fmt::format("log[{}].goals", i)).as_array();
        // Where the array holds something that isn't a text, the positions don't match the ids.
        if (!array || array->size() != ids.size()) continue;
        for (std::size_t j = 0; j < ids.size(); ++j)
            add(fmt::format("log[{}].goals[{}]", i, j), ids[j], "goal");
    }
    return references;
}

// Every `id` of a table that has one, in the order of the text.
std::vector<const toml::value<std::string>*> ids_in(const toml::table& root) {
    std::vector<const toml::value<std::string>*> ids;
    for (const char* table :
         {"goal", "milestone", "log", "advice", "commitment", "question", "gift"}) {
        const auto* elements = root[table].as_array();
        if (!elements) continue;
        for (const toml::node& element : *elements) {
            const auto* fields = element.as_table();
            const auto* id = fields ? fields->get_as<std::string>("id") : nullptr;
            if (id) ids.push_back(id);
        }
    }
    std::ranges::sort(ids, {}, [](const auto* id) {
        return std::pair(id->source().begin.line, id->source().begin.column);
    });
    return ids;
}

// Of two with one id that others point to, which is to get another. What points to a private one
// is private with it, and stays so only where it goes on pointing to that.
std::string advice_on_meant_twins(const std::string& id, const Relationship& relationship) {
    const auto differ = [&](const auto& all) {
        const auto count = [&](bool is_private) {
            return std::ranges::count_if(all, [&](const auto& each) {
                return each.id == id && each.is_private == is_private;
            });
        };
        return count(true) > 0 && count(false) > 0;
    };
    if (differ(relationship.log) || differ(relationship.goals))
        return "is as private as one of them; give the one that isn't private an id of its own";
    return "finds the first; give the other one an id of its own";
}

class Inspection {
public:
    Inspection(const Relationship& relationship, const toml::table& root, const Kinds& kinds,
               Date today, Findings& findings)
        : relationship_(relationship), root_(root), kinds_(kinds), today_(today),
          findings_(findings), references_(references_in(relationship, root)) {}

    void run() {
        inspect_name();
        inspect_uid();
        inspect_order();
        inspect_past();
        inspect_times();
        inspect_ids();
        inspect_log();
        inspect_references();
    }

private:
    void inspect_name();
    void inspect_uid();
    void inspect_order();
    void inspect_past();
    void inspect_times();
    void inspect_ids();
    void inspect_log();
    void inspect_scores(std::size_t entry);
    void inspect_references();
    void inspect_chains();

    void expect_one_end(const std::string& table, bool has_both);
    void expect_past(const std::string& table, std::string_view key, std::optional<Date> day);
    void give_new_id(const toml::node& id, std::set<std::string>& taken, std::string& last);
    // `path` is toml++'s: "commitment[2].done".
    toml::source_position position(const std::string& path) const {
        return root_.at_path(path).node()->source().begin;
    }

    const Relationship& relationship_;
    const toml::table& root_;
    const Kinds& kinds_;
    Date today_;
    Findings& findings_;
    std::vector<Reference> references_;
};

void Inspection::inspect_order() {
    for (const auto& [path, first, then] : disorders_of(relationship_))
        findings_.warn(position(path),
                       fmt::format("`{}` ({}) is before `{}` ({})", then.key, to_iso(then.day),
                                   first.key, to_iso(first.day)),
                       "change one of the two days");
    for (std::size_t i = 0; i < relationship_.goals.size(); ++i) {
        const Goal& goal = relationship_.goals[i];
        expect_one_end(fmt::format("goal[{}]", i), goal.done && goal.dropped);
    }
    for (std::size_t i = 0; i < relationship_.commitments.size(); ++i) {
        const Commitment& promise = relationship_.commitments[i];
        expect_one_end(fmt::format("commitment[{}]", i), promise.done && promise.dropped);
    }
}

void Inspection::inspect_name() {
    // As it is in the file: what is decoded has no line ends any more.
    const std::string name = root_["name"].value_or(relationship_.name);
    if (visible(name) == name && name.find_first_of("\n\t") == std::string::npos) return;
    findings_.warn(position("name"), "`name` holds a character that can't be seen",
                   "write the name in one line, without control characters");
}

void Inspection::inspect_uid() {
    const auto* uid = root_["uid"].as_string();
    if (!uid || is_uid(uid->get())) return;
    findings_.warn(uid->source().begin, fmt::format("\"{}\" isn't a uid", first_line(uid->get())),
                   fmt::format("a uid is {} characters from {}; without the line the next export "
                               "writes one",
                               uid_length, id_letters));
}

// What can only have happened, and yet lies ahead: a slip, or a clock that was wrong when it was
// written or is wrong now. Where another machine stands it may be tomorrow already.
void Inspection::inspect_past() {
    const auto& r = relationship_;
    expect_past("", "added", r.added);
    expect_past("agreement.", "agreed", r.agreement.agreed);
    if (r.ending) expect_past("ending.", "on", r.ending->on);
    for (std::size_t i = 0; i < r.goals.size(); ++i) {
        const std::string table = fmt::format("goal[{}].", i);
        expect_past(table, "set", r.goals[i].set);
        expect_past(table, "done", r.goals[i].done);
        expect_past(table, "dropped", r.goals[i].dropped);
    }
    for (std::size_t i = 0; i < r.milestones.size(); ++i)
        expect_past(fmt::format("milestone[{}].", i), "done", r.milestones[i].done);
    for (std::size_t i = 0; i < r.log.size(); ++i)
        expect_past(fmt::format("log[{}].", i), "on", r.log[i].on.date);
    for (std::size_t i = 0; i < r.gifts.size(); ++i) {
        const std::string table = fmt::format("gift[{}].", i);
        expect_past(table, "added", r.gifts[i].added);
        expect_past(table, "given", r.gifts[i].given);
    }
    for (std::size_t i = 0; i < r.advice.size(); ++i) {
        if (r.advice[i].in_entry) break;
        const std::string table = fmt::format("advice[{}].", i);
        expect_past(table, "on", r.advice[i].on);
        expect_past(table, "tried", r.advice[i].tried);
        expect_past(table, "told", r.advice[i].told);
        expect_past(table, "thanked", r.advice[i].thanked);
    }
    for (std::size_t i = 0; i < r.commitments.size(); ++i) {
        const std::string table = fmt::format("commitment[{}].", i);
        expect_past(table, "made", r.commitments[i].made);
        expect_past(table, "done", r.commitments[i].done);
        expect_past(table, "dropped", r.commitments[i].dropped);
        expect_past(table, "told", r.commitments[i].told);
    }
    for (std::size_t i = 0; i < r.questions.size(); ++i) {
        const std::string table = fmt::format("question[{}].", i);
        expect_past(table, "added", r.questions[i].added);
        expect_past(table, "asked", r.questions[i].asked);
    }
}

// Texts that no calendar can say, so that it would say nothing of them.
void Inspection::inspect_times() {
    const std::string& length = relationship_.agreement.length;
    if (!length.empty() && !find_minutes(length))
        findings_.warn(position("agreement.length"), "`length` is no time that a meeting may take",
                       "write it like \"45m\", \"1h\" or \"1h30\"");
    if (const auto time = find_impossible_time(relationship_.contact.hours))
        findings_.warn(position("contact.hours"),
                       fmt::format("`hours` has the time {}, which no day has", *time),
                       "write it like \"09:00-17:00\", or in words");
}

void Inspection::inspect_ids() {
    const auto ids = ids_in(root_);
    std::map<std::string, toml::source_index> first_line_of;
    std::map<std::string, std::string> last_after; // the id that the last of its doubles got
    std::set<std::string> taken;
    for (const auto* id : ids)
        taken.insert(id->get());
    std::map<std::string_view, const Reference*> meant;
    for (const Reference& reference : references_)
        meant.emplace(reference.id, &reference);
    for (const auto* id : ids) {
        const auto where = id->source().begin;
        if (!is_id(id->get())) {
            findings_.warn(where, fmt::format("\"{}\" isn't an id", first_line(id->get())),
                           fmt::format("an id is four characters from {}", id_letters));
        }
        const auto [first, is_new] = first_line_of.emplace(id->get(), where.line);
        if (is_new || id->get().empty()) continue;
        const auto reference = meant.find(id->get());
        const bool is_meant = reference != meant.end();
        findings_.warn(
            where,
            fmt::format("the id \"{}\" is in line {} too", first_line(id->get()), first->second),
            is_meant ? fmt::format("line {} refers to it, and {}",
                                   position(reference->second->path).line,
                                   advice_on_meant_twins(id->get(), relationship_))
                     : "give one of them an id of its own");
        if (!is_meant && is_id(id->get()))
            give_new_id(*id, taken, last_after.try_emplace(id->get(), id->get()).first->second);
    }
}

void Inspection::inspect_log() {
    for (std::size_t i = 0; i < relationship_.log.size(); ++i) {
        const LogEntry& entry = relationship_.log[i];
        if (entry.kind.empty()) continue;
        if (!kinds_.contains(entry.kind)) {
            const auto near = nearest(entry.kind, kinds_.names(), 1);
            findings_.warn(position(fmt::format("log[{}].kind", i)),
                           fmt::format("\"{}\" isn't a known kind, so it counts as a note",
                                       first_line(entry.kind)),
                           near.empty() ? "say in the configuration what it is, under [kinds]"
                                        : did_you_mean(near));
            findings_.mend_word(*root_.at_path(fmt::format("log[{}].kind", i)).node(),
                                kinds_.names());
        } else if (!entry.scores.empty() && kinds_.class_of(entry.kind) != KindClass::pulse) {
            findings_.warn(
                position(fmt::format("log[{}].scores", i)),
                fmt::format("`scores` are for a pulse, but the kind is \"{}\"", entry.kind),
                "write: kind = \"pulse\"");
        }
        inspect_scores(i);
    }
}

// A score of one's own is fine, but not one that is almost named like one of the seven.
void Inspection::inspect_scores(std::size_t entry) {
    if (relationship_.log[entry].scores.empty()) return;
    const std::vector<std::string> names(score_names.begin(), score_names.end());
    for (const auto& [key, value] :
         *root_.at_path(fmt::format("log[{}].scores", entry)).as_table()) {
        if (std::ranges::find(names, key.str()) != names.end()) continue;
        const auto near = nearest(key.str(), names, 1);
        if (near.empty()) continue;
        findings_.warn(key.source().begin,
                       fmt::format("`{}` isn't one of the seven scores", key.str()),
                       did_you_mean(near));
        findings_.mend_key(key, value, names);
    }
}

void Inspection::inspect_references() {
    std::set<std::string> goals, entries;
    for (const Goal& goal : relationship_.goals)
        goals.insert(goal.id);
    for (const LogEntry& entry : relationship_.log)
        entries.insert(entry.id);

    for (const Reference& reference : references_) {
        if ((reference.table == "goal" ? goals : entries).contains(reference.id)) continue;
        const bool is_of_milestone = reference.path.starts_with("milestone");
        const bool is_in_list = reference.path.ends_with(']');
        // What came of an entry is as private as that was, which nobody knows any more.
        const bool is_as_private = reference.path.ends_with(".log");
        findings_.warn(position(reference.path),
                       fmt::format("no [[{}]] in this file has the id \"{}\"", reference.table,
                                   first_line(reference.id)),
                       is_as_private
                           ? "write the id of one that is here, or in this line's place: "
                             "private = true"
                           : fmt::format("write the id of one that is here, or take {} out",
                                         is_of_milestone ? "the milestone"
                                         : is_in_list    ? "this one"
                                                         : "this line"));
    }
    inspect_chains();
}

// Goals that build on themselves, be it through others. Each is passed once: a chain that comes
// into one that was passed before adds nothing to it.
void Inspection::inspect_chains() {
    const auto& goals = relationship_.goals;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < goals.size(); ++i)
        places.emplace(goals[i].id, i);
    std::vector<std::size_t> chain_of(goals.size(), 0); // from 1, each named for where it begins
    for (std::size_t start = 0; start < goals.size(); ++start) {
        std::size_t at = start;
        const auto step = [&] {
            const auto next = places.find(goals[at].follows);
            const bool goes_on = !goals[at].follows.empty() && next != places.end();
            if (goes_on) at = next->second;
            return goes_on;
        };
        bool goes_on = true;
        while (goes_on && chain_of[at] == 0) {
            chain_of[at] = start + 1;
            goes_on = step();
        }
        if (!goes_on || chain_of[at] != start + 1) continue;
        const std::size_t first = at;
        do {
            findings_.warn(position(fmt::format("goal[{}].follows", at)),
                           fmt::format("the goal \"{}\" builds on itself", goals[at].id),
                           "take one `follows` out");
            step();
        } while (at != first);
    }
}

void Inspection::expect_one_end(const std::string& table, bool has_both) {
    if (!has_both) return;
    findings_.warn(position(table + ".dropped"), "`done` and `dropped` are both here",
                   "keep the one that holds");
}

void Inspection::expect_past(const std::string& table, std::string_view key,
                             std::optional<Date> day) {
    if (!day || *day <= today_ + Days{1}) return;
    findings_.warn(
        position(fmt::format("{}{}", table, key)),
        fmt::format("`{}` is {}, which lies ahead: today is {}", key, to_iso(*day), to_iso(today_)),
        "it says what has happened: correct it, unless the clock is wrong");
}

void Inspection::give_new_id(const toml::node& id, std::set<std::string>& taken,
                             std::string& last) {
    if (taken.size() >= id_count) return;
    do
        last = id_after(last);
    while (!taken.insert(last).second);
    findings_.mend_text(id, last);
}

} // namespace

void inspect_values(const Relationship& relationship, const toml::table& root, const Kinds& kinds,
                    Date today, Findings& findings) {
    Inspection(relationship, root, kinds, today, findings).run();
}

} // namespace mentor
