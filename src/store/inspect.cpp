// SPDX-License-Identifier: MIT
#include "decoding.hpp"

#include "mentor/core/text.hpp"
#include "mentor/store/journal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace mentor {

namespace {

// A day and the key that holds it.
struct NamedDay {
    std::string_view key;
    std::optional<Date> day;
};

bool is_id(std::string_view id) {
    return id.size() == 4 && id.find_first_not_of(id_letters) == std::string_view::npos;
}

class Inspection {
public:
    Inspection(const Relationship& relationship, const toml::table& root, const Kinds& kinds,
               Findings& findings)
        : relationship_(relationship), root_(root), kinds_(kinds), findings_(findings) {}

    void run() {
        inspect_name();
        inspect_days();
        inspect_ids();
        inspect_log();
        inspect_references();
    }

private:
    void inspect_name();
    void inspect_days();
    void inspect_ids();
    void inspect_log();
    void inspect_references();
    void inspect_chain(std::size_t goal);

    void expect_order(const std::string& table, const NamedDay& first, const NamedDay& then);
    void expect_one(const std::string& table, const NamedDay& one, const NamedDay& other);
    void expect_reference(const std::string& path, const std::string& id,
                          const std::set<std::string>& known, std::string_view table);
    // `path` is toml++'s: "commitment[2].done".
    toml::source_position position(const std::string& path) const {
        return root_.at_path(path).node()->source().begin;
    }

    const Relationship& relationship_;
    const toml::table& root_;
    const Kinds& kinds_;
    Findings& findings_;
};

void Inspection::inspect_days() {
    const auto& r = relationship_;
    expect_order("", {"started", r.started}, {"ends", r.ends});
    if (r.ending && r.ending->on && r.started && *r.ending->on < *r.started) {
        findings_.warn(position("ending.on"),
                       fmt::format("`on` ({}) is before `started` ({})", to_iso(*r.ending->on),
                                   to_iso(*r.started)),
                       "change one of the two days");
    }
    for (std::size_t i = 0; i < r.goals.size(); ++i) {
        const Goal& goal = r.goals[i];
        const std::string table = fmt::format("goal[{}].", i);
        expect_order(table, {"set", goal.set}, {"due", goal.due});
        expect_order(table, {"set", goal.set}, {"done", goal.done});
        expect_order(table, {"set", goal.set}, {"dropped", goal.dropped});
        expect_one(table, {"done", goal.done}, {"dropped", goal.dropped});
    }
    for (std::size_t i = 0; i < r.commitments.size(); ++i) {
        const Commitment& commitment = r.commitments[i];
        const std::string table = fmt::format("commitment[{}].", i);
        expect_order(table, {"made", commitment.made}, {"due", commitment.due});
        expect_order(table, {"made", commitment.made}, {"done", commitment.done});
        expect_order(table, {"made", commitment.made}, {"dropped", commitment.dropped});
        expect_order(table, {"done", commitment.done}, {"told", commitment.told});
        expect_one(table, {"done", commitment.done}, {"dropped", commitment.dropped});
    }
    for (std::size_t i = 0; i < r.questions.size(); ++i) {
        const Question& question = r.questions[i];
        expect_order(fmt::format("question[{}].", i), {"added", question.added},
                     {"asked", question.asked});
    }
}

void Inspection::inspect_name() {
    const std::string& name = relationship_.name;
    if (visible(name) == name && name.find_first_of("\n\t") == std::string::npos) return;
    findings_.warn(position("name"), "`name` holds a character that can't be seen",
                   "write the name in one line, without control characters");
}

void Inspection::inspect_ids() {
    std::map<std::string, std::vector<toml::source_position>> places;
    for (const char* table : {"goal", "milestone", "log", "commitment", "question"}) {
        const auto* elements = root_[table].as_array();
        if (!elements) continue;
        for (const toml::node& element : *elements) {
            const auto* fields = element.as_table();
            const auto* id = fields ? fields->get_as<std::string>("id") : nullptr;
            if (!id) continue;
            const auto where = id->source().begin;
            places[id->get()].push_back(where);
            if (is_id(id->get())) continue;
            findings_.warn(where, fmt::format("\"{}\" isn't an id", first_line(id->get())),
                           fmt::format("an id is four characters from {}", id_letters));
        }
    }
    for (auto& [id, where] : places) {
        std::ranges::sort(where, {}, &toml::source_position::line);
        for (std::size_t i = 1; i < where.size(); ++i) {
            findings_.warn(where[i],
                           fmt::format("the id \"{}\" is in line {} too", id, where[0].line),
                           "give one of them an id of its own");
        }
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
                                        : fmt::format("did you mean {}?", near.front()));
            findings_.mend_word(*root_.at_path(fmt::format("log[{}].kind", i)).node(),
                                kinds_.names());
        } else if (!entry.scores.empty() && kinds_.class_of(entry.kind) != KindClass::pulse) {
            findings_.warn(
                position(fmt::format("log[{}].scores", i)),
                fmt::format("`scores` are for a pulse, but the kind is \"{}\"", entry.kind),
                "write: kind = \"pulse\"");
        }
    }
}

void Inspection::inspect_references() {
    std::set<std::string> goals, entries;
    for (const Goal& goal : relationship_.goals)
        goals.insert(goal.id);
    for (const LogEntry& entry : relationship_.log)
        entries.insert(entry.id);

    for (std::size_t i = 0; i < relationship_.goals.size(); ++i) {
        expect_reference(fmt::format("goal[{}].follows", i), relationship_.goals[i].follows, goals,
                         "goal");
        inspect_chain(i);
    }
    for (std::size_t i = 0; i < relationship_.milestones.size(); ++i) {
        expect_reference(fmt::format("milestone[{}].goal", i), relationship_.milestones[i].goal,
                         goals, "goal");
    }
    for (std::size_t i = 0; i < relationship_.commitments.size(); ++i) {
        expect_reference(fmt::format("commitment[{}].log", i), relationship_.commitments[i].log,
                         entries, "log");
    }
    for (std::size_t i = 0; i < relationship_.log.size(); ++i) {
        const auto& ids = relationship_.log[i].goals;
        const auto* array = root_.at_path(fmt::format("log[{}].goals", i)).as_array();
        // Where the array holds something that isn't a text, the positions don't match the ids.
        if (!array || array->size() != ids.size()) continue;
        for (std::size_t j = 0; j < ids.size(); ++j) {
            expect_reference(fmt::format("log[{}].goals[{}]", i, j), ids[j], goals, "goal");
        }
    }
}

// A goal that builds on itself, be it through others.
void Inspection::inspect_chain(std::size_t goal) {
    const auto& goals = relationship_.goals;
    const std::string& start = goals[goal].id;
    if (start.empty()) return;
    const Goal* step = &goals[goal];
    for (std::size_t i = 0; i < goals.size() && !step->follows.empty(); ++i) {
        if (step->follows == start) {
            findings_.warn(position(fmt::format("goal[{}].follows", goal)),
                           fmt::format("the goal \"{}\" builds on itself", start),
                           "take one `follows` out");
            return;
        }
        const auto next = std::ranges::find(goals, step->follows, &Goal::id);
        if (next == goals.end()) return;
        step = &*next;
    }
}

void Inspection::expect_order(const std::string& table, const NamedDay& first,
                              const NamedDay& then) {
    if (!first.day || !then.day || *first.day <= *then.day) return;
    findings_.warn(position(fmt::format("{}{}", table, then.key)),
                   fmt::format("`{}` ({}) is before `{}` ({})", then.key, to_iso(*then.day),
                               first.key, to_iso(*first.day)),
                   "change one of the two days");
}

void Inspection::expect_one(const std::string& table, const NamedDay& one, const NamedDay& other) {
    if (!one.day || !other.day) return;
    findings_.warn(position(fmt::format("{}{}", table, other.key)),
                   fmt::format("`{}` and `{}` are both here", one.key, other.key),
                   "keep the one that holds");
}

void Inspection::expect_reference(const std::string& path, const std::string& id,
                                  const std::set<std::string>& known, std::string_view table) {
    if (id.empty() || known.contains(id)) return;
    findings_.warn(position(path),
                   fmt::format("no [[{}]] in this file has the id \"{}\"", table, first_line(id)),
                   "write the id of one that is here, or take this line out");
}

} // namespace

void inspect_values(const Relationship& relationship, const toml::table& root, const Kinds& kinds,
                    Findings& findings) {
    Inspection(relationship, root, kinds, findings).run();
}

} // namespace mentor
