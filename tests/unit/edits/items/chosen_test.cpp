// SPDX-License-Identifier: MIT
//
// Every command that takes a REF, on random files full of twins: equal words, doubled ids, ids that
// begin like others, open and settled ones. What changes is the one thing that REF names, or
// nothing.
#include "cli/run.hpp"
#include "cli/table.hpp"
#include "core/text.hpp"
#include "support/memory_host.hpp"
#include "support/rounds.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace mentor::chosen_test {

namespace {

using Words = std::vector<std::string>;

const std::filesystem::path file = "/home/ada/.local/share/mentor/ada.toml";

enum class Standing { open, settled, told };

struct Thing {
    std::string table, id, words;
    Standing standing = Standing::open;
};

// A table of the file, by its mark: a number in a comment behind its header, so that twins can be
// told apart. What has no mark was added.
using Blocks = std::map<int, std::string>;

class Dice {
public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t count) { return engine_() % count; }
    const std::string& pick(const Words& from) { return from[below(from.size())]; }

private:
    std::mt19937 engine_;
};

const Words ids{"", "", "c7k2", "c7k2", "c7k3", "c9", "send", "read"};
const Words texts{"Send notes", "Send notes", "Send notes to Grace", "send NOTES", "Read a book"};
const Words refs{"c7k2", "C7K2", "c7", "c", "send", "send notes", "notes", "grace", "book", "read"};

std::string text_of(const Thing& thing, int mark) {
    std::string text = fmt::format("[[{}]] # {}\n", thing.table, mark);
    if (!thing.id.empty()) text += fmt::format("id = \"{}\"\n", thing.id);
    const char* words = thing.table == "goal"       ? "title"
                        : thing.table == "question" ? "ask"
                                                    : "what";
    text += fmt::format("{} = \"{}\"\n", words, thing.words);
    if (thing.table == "milestone") text += "goal = \"gaaa\"\n";
    if (thing.standing != Standing::open)
        text += fmt::format("{} = 2026-11-01\n", thing.table == "question" ? "asked"
                                                 : thing.table == "gift"   ? "given"
                                                 : thing.table == "advice"
                                                     ? "tried = 2026-11-01\nthanked"
                                                     : "done");
    if (thing.standing == Standing::told) text += "told = 2026-11-02\n";
    return text;
}

struct Journal {
    std::vector<Thing> things; // marks are positions
    std::string text() const {
        std::string text = "name = \"Ada\"\nrole = \"mentor\"\n";
        for (std::size_t i = 0; i < things.size(); ++i)
            text += "\n" + text_of(things[i], static_cast<int>(i));
        return text;
    }
};

Journal make_journal(Dice& dice) {
    Journal journal{{{"goal", "gzzz", "Zebra"}}};
    for (std::size_t i = 2 + dice.below(8); i > 0; --i) {
        Thing thing{dice.pick({"commitment", "goal", "milestone", "question", "gift", "advice"}),
                    dice.pick(ids), dice.pick(texts)};
        if (dice.below(2) == 0) thing.standing = Standing::settled;
        if (thing.table == "commitment" && dice.below(4) == 0) thing.standing = Standing::told;
        journal.things.push_back(std::move(thing));
    }
    return journal;
}

constexpr int unmarked = -1;

Blocks blocks_of(const std::string& text) {
    Blocks blocks;
    int mark = unmarked;
    for (const std::string& line : split_lines(text)) {
        if (line.starts_with("[")) {
            const auto hash = line.find('#');
            mark = hash == std::string::npos ? unmarked : std::stoi(line.substr(hash + 1));
        }
        blocks[mark] += line + "\n";
    }
    for (auto& [number, block] : blocks)
        block = trim(block);
    return blocks;
}

// One way to name a thing.
struct Way {
    std::string parameter; // as the command declares it: "done REF", "log --answer"
    std::string table;     // any_item for all that `amend` takes
    Words (*words)(const std::string& ref);
    Standing wanted = Standing::open;
    bool or_other_by_id = false; // an id names one that stands otherwise, too
    bool refers = false;         // nothing of the thing changes; its id goes into what is added
};

const char *any_item = "any", *promise_or_advice = "promise or advice";

bool takes(const Way& way, const Thing& thing) {
    if (way.table == promise_or_advice)
        return thing.table == "commitment" || thing.table == "advice";
    return way.table == any_item ? thing.table != "goal" : thing.table == way.table;
}

const std::vector<Way> ways{
    {"amend REF", any_item,
     [](const std::string& ref) {
         return Words{"amend", "ada", ref, "x"};
     },
     Standing::open, true},
    {"amend REF --remove", any_item,
     [](const std::string& ref) {
         return Words{"amend", "ada", ref, "--remove"};
     },
     Standing::open, true},
    {"give TEXT --given", "gift",
     [](const std::string& ref) {
         return Words{"give", "ada", ref, "--given"};
     }},
    {"advice TEXT --told", "advice",
     [](const std::string& ref) {
         return Words{"advice", "ada", ref, "--told"};
     },
     Standing::open, true},
    {"done REF", "commitment",
     [](const std::string& ref) {
         return Words{"done", "ada", ref, "x"};
     }},
    {"drop REF", "commitment",
     [](const std::string& ref) {
         return Words{"drop", "ada", ref, "x"};
     }},
    {"told REF", promise_or_advice,
     [](const std::string& ref) {
         return Words{"told", "ada", ref};
     },
     Standing::settled},
    {"todo move REF", "commitment",
     [](const std::string& ref) {
         return Words{"todo", "move", "ada", ref, "2w"};
     }},
    {"goal done REF", "goal",
     [](const std::string& ref) {
         return Words{"goal", "done", "ada", ref, "x"};
     }},
    {"goal drop REF", "goal",
     [](const std::string& ref) {
         return Words{"goal", "drop", "ada", ref, "x"};
     }},
    {"goal edit REF", "goal",
     [](const std::string& ref) { return Words{"goal", "edit", "ada", ref, "--why", "x"}; },
     Standing::open, true},
    {"goal edit --follows", "goal",
     [](const std::string& ref) { return Words{"goal", "edit", "ada", "zebra", "--follows", ref}; },
     Standing::open, true, true},
    {"goal add --follows", "goal",
     [](const std::string& ref) {
         return Words{"goal", "add", "ada", "New", "--measure", "x", "--follows", ref};
     },
     Standing::open, true, true},
    {"goal grow REF", "goal",
     [](const std::string& ref) { return Words{"goal", "grow", "ada", ref, "--way", "x"}; },
     Standing::open, true},
    {"goal step REF", "goal",
     [](const std::string& ref) {
         return Words{"goal", "step", "ada", ref, "Begin"};
     },
     Standing::open, true, true},
    {"goal step --done", "milestone",
     [](const std::string& ref) {
         return Words{"goal", "step", "ada", "--done", ref};
     }},
    {"ask --answer", "question",
     [](const std::string& ref) {
         return Words{"ask", "ada", "--answer", ref + "=x"};
     },
     Standing::open, true},
    {"log --answer", "question",
     [](const std::string& ref) {
         return Words{"log", "ada", "Tea", "--answer", ref + "=x"};
     },
     Standing::open, true},
    {"log --grow", "goal",
     [](const std::string& ref) {
         return Words{"log", "ada", "Tea", "--grow", ref, "--reality", "x"};
     },
     Standing::open, true},
    {"log --goal", "goal",
     [](const std::string& ref) {
         return Words{"log", "ada", "Tea", "--goal", ref};
     },
     Standing::open, true, true},
    {"end --goal-done", "goal",
     [](const std::string& ref) {
         return Words{"end", "ada", "--goal-done", ref + "=x"};
     }},
    {"end --goal-drop", "goal",
     [](const std::string& ref) {
         return Words{"end", "ada", "--goal-drop", ref + "=x"};
     }},
    {"end --done", "commitment",
     [](const std::string& ref) {
         return Words{"end", "ada", "--done", ref + "=x"};
     }},
    {"end --drop", "commitment",
     [](const std::string& ref) {
         return Words{"end", "ada", "--drop", ref + "=x"};
     }},
};

struct Outcome {
    Exit exit = Exit::done;
    std::string before, after, error; // the file as it was when the lock was taken
};

struct Scene {
    std::string text;
    std::function<std::string(const std::string&)> meanwhile = nullptr; // by other hands
    bool terminal = false;
    std::string answer = {};
};

Outcome run_in(const Scene& scene, Words words) {
    MemoryHost host;
    host.environment["HOME"] = "/home/ada";
    host.make_folder(file.parent_path());
    host.put(file, scene.text);
    if (scene.terminal) host.use_terminal();
    host.answers.push_back(scene.answer);
    Outcome outcome{.before = scene.text, .after = {}, .error = {}};
    if (scene.meanwhile) {
        host.before_lock = [&] {
            if (const auto change = std::exchange(host.before_lock, nullptr)) {
                outcome.before = scene.meanwhile(scene.text);
                host.put(file, outcome.before);
            }
        };
    }
    outcome.exit = run(host, words);
    outcome.after = host.files.at(file);
    outcome.error = host.error;
    return outcome;
}

bool has_word_from(std::string_view text, std::string_view beginning) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((at == 0 || text[at - 1] == ' ') && text.substr(at).starts_with(beginning)) return true;
    return false;
}

bool names(const std::string& ref, const Thing& thing) {
    const std::string wanted = fold(ref);
    if (fold(thing.id).starts_with(wanted)) return true;
    std::string rest = wanted;
    while (!rest.empty()) {
        const auto space = std::min(rest.find(' '), rest.size());
        if (!has_word_from(fold(thing.words), rest.substr(0, space))) return false;
        rest.erase(0, std::min(space + 1, rest.size()));
    }
    return true;
}

bool is_sure(const Way& way, const std::string& ref, const Journal& journal, std::size_t at) {
    const Thing& thing = journal.things[at];
    const bool is_wanted = thing.standing == way.wanted;
    if (!takes(way, thing) || !names(ref, thing)) return false;
    const bool by_id = fold(thing.id) == fold(ref);
    for (std::size_t i = 0; i < journal.things.size(); ++i) {
        const Thing& other = journal.things[i];
        if (i == at || !takes(way, other)) continue;
        const bool is_twin = other.id == thing.id && fold(other.words) == fold(thing.words);
        if (is_twin && (other.standing == way.wanted || !is_wanted)) return false;
        if (!is_wanted && !by_id && other.standing == way.wanted && names(ref, other)) return false;
    }
    // What is settled is corrected as well, where nothing open is named.
    if (way.table == any_item) return true;
    return is_wanted ||
           (way.or_other_by_id && !thing.id.empty() && fold(thing.id).starts_with(fold(ref)));
}

// The marks of what changed. Of what has no mark, lines may only be added, and by `end` the stage.
std::vector<int> changed(const Outcome& outcome) {
    const Blocks before = blocks_of(outcome.before);
    const Blocks after = blocks_of(outcome.after);
    std::vector<int> marks;
    for (const auto& [mark, block] : before) {
        if (!after.contains(mark))
            marks.push_back(mark); // taken out
        else if (mark == unmarked)
            CHECK(after.at(mark).starts_with(block));
        else if (after.at(mark) != block)
            marks.push_back(mark);
    }
    CHECK(before.size() - after.size() <= 1);
    return marks;
}

std::set<std::string> declared_refs() {
    std::set<std::string> declared;
    for (const Command* command : command_table()) {
        Declaration declaration;
        const auto invocation = command->invocation();
        invocation->declare(declaration);
        for (const Parameter& parameter : declaration.parameters())
            if (parameter.value.starts_with("REF"))
                declared.insert(fmt::format("{} {}", command->name,
                                            parameter.is_argument() ? "REF" : parameter.names));
    }
    declared.erase("undo REF"); // a change, not a thing of a file
    return declared;
}

} // namespace

TEST_CASE("every parameter that takes a REF is tried here") {
    std::set<std::string> tried;
    for (const Way& way : ways)
        tried.insert(way.parameter);
    for (const std::string& parameter : declared_refs())
        CHECK_MESSAGE(tried.contains(parameter), parameter);
}

TEST_CASE("what REF names is what changes, or nothing does") {
    int changes = 0, refusals = 0;
    for (int seed = 0; seed < rounds(150); ++seed) {
        Dice dice(static_cast<unsigned>(seed));
        const Journal journal = make_journal(dice);
        for (const Way& way : ways) {
            const std::string& ref = dice.pick(refs);
            const Outcome outcome = run_in({journal.text()}, way.words(ref));
            CAPTURE(seed);
            CAPTURE(way.parameter);
            CAPTURE(ref);
            CAPTURE(outcome.before);
            CAPTURE(outcome.after);
            CAPTURE(outcome.error);
            if (outcome.exit != Exit::done) {
                CHECK(outcome.exit == Exit::unknown);
                CHECK(outcome.after == outcome.before);
                ++refusals;
                continue;
            }
            const auto marks = changed(outcome);
            if (way.refers) {
                for (const int mark : marks)
                    CHECK(mark == 0); // the zebra, which follows what REF names
                continue;
            }
            REQUIRE(marks.size() == 1);
            CHECK(is_sure(way, ref, journal, static_cast<std::size_t>(marks.front())));
            ++changes;
        }
    }
    CHECK(changes > 2 * rounds(150));
    CHECK(refusals > 2 * rounds(150));
}

TEST_CASE("what an entry, a step or a goal points to has an id of its own") {
    const std::string text = "name = \"Ada\"\nrole = \"mentor\"\n"
                             "[[goal]]\nid = \"c7k2\"\ntitle = \"Lead\"\n"
                             "[[goal]]\nid = \"c7k2\"\ntitle = \"Write\"\n"
                             "[[goal]]\ntitle = \"Speak\"\n"
                             "[[goal]]\nid = \"c7k3\"\ntitle = \"Learn\"\n"
                             "[[goal]]\nid = \"gzzz\"\ntitle = \"Zebra\"\n";
    for (const Way& way : ways) {
        if (!way.refers) continue;
        CAPTURE(way.parameter);
        for (const char* ref : {"c7k2", "lead", "write", "speak"}) {
            CAPTURE(ref);
            const Outcome outcome = run_in({text}, way.words(ref));
            CHECK(outcome.exit == Exit::unknown);
            CHECK(outcome.after == text);
        }
        const Outcome outcome = run_in({text}, way.words("learn"));
        CHECK(outcome.exit == Exit::done);
        CHECK(outcome.after.find("c7k3", outcome.after.find("Zebra")) != std::string::npos);
    }
}

TEST_CASE("on a terminal the number of one of several chooses that one") {
    for (int seed = 0; seed < rounds(60); ++seed) {
        Dice dice(static_cast<unsigned>(seed));
        const Journal journal = make_journal(dice);
        for (const Way& way : ways) {
            if (way.refers || way.parameter.starts_with("end ")) continue;
            const std::string& ref = dice.pick(refs);
            const Outcome outcome =
                run_in({.text = journal.text(), .terminal = true, .answer = "2"}, way.words(ref));
            CAPTURE(seed);
            CAPTURE(way.parameter);
            CAPTURE(ref);
            CAPTURE(outcome.before);
            CAPTURE(outcome.after);
            CAPTURE(outcome.error);
            if (outcome.exit != Exit::done) {
                CHECK(outcome.after == outcome.before);
                continue;
            }
            const auto marks = changed(outcome);
            REQUIRE(marks.size() == 1);
            const Thing& thing = journal.things[static_cast<std::size_t>(marks.front())];
            CHECK(takes(way, thing));
            CHECK(names(ref, thing));
            if (!way.or_other_by_id) CHECK(thing.standing == way.wanted);
        }
    }
}

// What other hands may do between the choice and the lock.
static const std::vector<std::function<std::string(const std::string&)>> meanwhiles{
    // An equal thing, or one that is called the same, before all others.
    [](const std::string& text) {
        std::string added = text;
        const auto first = text.find("\n[[");
        const auto second = std::min(text.find("\n[[", first + 1), text.size());
        return added.insert(first, text.substr(first, second - first));
    },
    [](const std::string& text) {
        std::string added = text;
        for (const char* table : {"commitment", "goal", "question"})
            added.insert(text.find("\n[["),
                         fmt::format("\n[[{}]] # 99\nid = \"c7k2\"\n{} = \"Send notes\"\n", table,
                                     std::string(table) == "goal"       ? "title"
                                     : std::string(table) == "question" ? "ask"
                                                                        : "what"));
        return added;
    },
    // The first thing is gone.
    [](const std::string& text) {
        std::string removed = text;
        const auto first = text.find("\n[[");
        const auto second = std::min(text.find("\n[[", first + 1), text.size());
        return removed.erase(first, second - first);
    },
    // Every thing says something else now.
    [](const std::string& text) {
        std::string changed;
        for (const std::string& line : split_lines(text))
            changed += (line.starts_with("id = ") ? "id = \"c7k2\"" : line) + "\n";
        return changed;
    },
};

TEST_CASE("what was chosen is what changes, whatever other hands write before the lock is taken") {
    int changes = 0, refusals = 0;
    for (int seed = 0; seed < rounds(60); ++seed) {
        Dice dice(static_cast<unsigned>(seed));
        const Journal journal = make_journal(dice);
        for (const Way& way : ways) {
            if (way.refers) continue;
            const std::string& ref = dice.pick(refs);
            const Outcome alone = run_in({journal.text()}, way.words(ref));
            if (alone.exit != Exit::done) continue;
            const auto& chosen = journal.things[static_cast<std::size_t>(changed(alone).front())];
            const Scene scene{journal.text(), meanwhiles[dice.below(meanwhiles.size())]};
            const Outcome outcome = run_in(scene, way.words(ref));
            CAPTURE(seed);
            CAPTURE(way.parameter);
            CAPTURE(ref);
            CAPTURE(outcome.before);
            CAPTURE(outcome.after);
            CAPTURE(outcome.error);
            if (outcome.exit != Exit::done) {
                CHECK(outcome.exit == Exit::unknown);
                CHECK(outcome.after == outcome.before);
                ++refusals;
                continue;
            }
            const auto marks = changed(outcome);
            REQUIRE(marks.size() == 1);
            REQUIRE(marks.front() != 99);
            const auto& now = journal.things[static_cast<std::size_t>(marks.front())];
            CHECK(text_of(now, 0) == text_of(chosen, 0));
            ++changes;
        }
    }
    CHECK(changes > rounds(60) * 5 / 6);
    CHECK(refusals > (slower_by == 1 ? 15 : 0)); // what hinders is rare in few rounds
}

} // namespace mentor::chosen_test
