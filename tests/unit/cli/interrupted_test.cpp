// SPDX-License-Identifier: MIT
//
// Every command that changes several files, on a machine that stops before each of them in turn:
// whoever writes next finishes what was begun, so that all of it is done or nothing.
#include "cli/run.hpp"
#include "support/lines.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace mentor::interrupted_test {

using namespace mentor::testing;

namespace {

using Words = std::vector<std::string>;
using State = std::map<std::filesystem::path, std::string>;

struct Stopped {};

const std::string ada = R"(
    name = "Ada"
    role = "mentor"
)"_lines;
const std::string grace = R"(
    name = "Grace"
    role = "peer"
)"_lines;

struct Row {
    std::vector<Words> before; // commands that nothing interrupts
    Words words;
    State given; // files besides
};

const std::vector<Row> rows{
    {{}, {"log", "ada", "--with", "grace", "Lunch"}, {}},
    {{}, {"rename", "ada", "Augusta"}, {}},
    {{}, {"remove", "ada", "--yes"}, {}},
    {{}, {"end", "ada", "--thanks", "All of it"}, {}},
    {{},
     {"check", "--fix", "--yes"},
     {{"/config/config.toml", "withn = \"2w\"\n"},
      {"/journal/ada.toml", ada + "stag = \"paused\"\n"},
      {"/journal/grace.toml", grace + "stag = \"paused\"\n"}}},
    {{{"log", "ada", "--with", "grace", "Lunch"}}, {"undo"}, {}},
    {{{"rename", "ada", "Augusta"}}, {"undo"}, {}},
    {{{"log", "ada", "--with", "grace", "Lunch"}, {"rename", "grace", "Hopper"}},
     {"undo", "2", "--yes"},
     {}},
    {{{"log", "ada", "--with", "grace", "Lunch"}, {"undo"}}, {"redo"}, {}},
    {{{"rename", "ada", "Augusta"}, {"undo"}}, {"redo"}, {}},
};

struct World {
    MemoryHost host;

    explicit World(const Row& row) {
        host.environment = {{"HOME", "/home"},
                            {"MENTOR_DIR", "/journal"},
                            {"MENTOR_CONFIG", "/config/config.toml"}};
        host.put("/journal/ada.toml", ada);
        host.put("/journal/grace.toml", grace);
        host.put("/journal/zoe.toml", "name = \"Zoe\"\nrole = \"peer\"\n");
        host.put("/config/config.toml", "within = \"2w\"\n");
        for (const auto& [file, text] : row.given)
            host.put(file, text);
    }

    Exit run(const Words& words) {
        host.output.clear();
        host.error.clear();
        return mentor::run(host, words);
    }
    // Whether it came to its end.
    bool run_until(const Words& words, std::size_t changes) {
        host.before_change = [changes, made = std::size_t{0}](const Change&) mutable {
            if (made++ == changes) throw Stopped();
        };
        bool whole = true;
        try {
            run(words);
        } catch (const Stopped&) {
            whole = false;
        }
        host.before_change = nullptr;
        return whole;
    }
    State state() const {
        State state = host.files;
        std::erase_if(state, [](const auto& file) {
            return file.first.string().find("/undo/") != std::string::npos;
        });
        return state;
    }
};

State state_after(const Row& row) {
    World world(row);
    for (const Words& words : row.before)
        world.run(words);
    world.run(row.words);
    return world.state();
}

} // namespace

TEST_CASE("what stops between two files is finished by whoever writes next") {
    std::size_t between = 0;
    for (const Row& row : rows) {
        CAPTURE(row.words);
        for (std::size_t changes = 0, whole = false; !whole; ++changes) {
            CAPTURE(changes);
            World world(row);
            const State begun = world.state();
            for (const Words& words : row.before)
                REQUIRE(world.run(words) == Exit::done);
            const State before = world.state(), after = state_after(row);
            REQUIRE(before != after);

            whole = world.run_until(row.words, changes);
            const State stopped = world.state();
            const bool is_half = stopped != before && stopped != after;
            between += is_half;
            CHECK((world.run({"check"}) == Exit::broken) >= is_half);
            CHECK((world.host.output.find("was interrupted: done in") != std::string::npos) ==
                  is_half);
            CHECK(world.state() == stopped);

            REQUIRE(world.run({"set", "zoe", "role=peer"}) == Exit::done);
            CHECK((world.host.error.find("was interrupted, and is finished now") !=
                   std::string::npos) == is_half);
            CHECK((world.state() == before || world.state() == after));
            CHECK((world.state() == before) == (stopped == before));
            world.run({"check"});
            CHECK(world.host.output.find("was interrupted") == std::string::npos);

            if (row.words.front() == "undo" && world.state() == after) {
                REQUIRE(world.run({"redo"}) == Exit::done);
                while (world.state() != before)
                    REQUIRE(world.run({"redo"}) == Exit::done);
            }
            while (world.run({"undo"}) == Exit::done) {
            }
            CHECK(world.host.error.find("nothing to take back") != std::string::npos);
            CHECK(world.state() == begun);
        }
    }
    CHECK(between >= 9);
}

TEST_CASE("check --fix finishes what was interrupted") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    CHECK(world.run({"check", "--fix", "--yes"}) == Exit::done);
    CHECK(world.host.error.find("`log` of Sun 22 Nov 2026, 15:30 was interrupted, and is finished "
                                "now: grace.toml") != std::string::npos);
    CHECK(world.state().at("/journal/grace.toml") != grace);
}

TEST_CASE("a dry run finishes nothing") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    const State stopped = world.state();
    world.run({"log", "zoe", "Lunch", "--dry-run"});
    world.run({"undo", "--dry-run"});
    world.run({"check", "--fix", "--dry-run"});
    CHECK(world.state() == stopped);
}

TEST_CASE("what other hands changed since gets what is lacking, and undo knows what came") {
    const std::string theirs = "about = \"theirs\"\n";
    for (const std::string edited : {"ada", "grace"}) {
        CAPTURE(edited);
        World world(rows[0]);
        REQUIRE_FALSE(world.run_until(rows[0].words, 2));
        const std::filesystem::path file = "/journal/" + edited + ".toml";
        std::string text = world.state().at(file);
        text.insert(text.find("role"), theirs);
        world.host.put(file, text);
        CHECK(world.run({"check"}) == Exit::broken);
        CHECK(world.host.output.find("changed by other hands since in " + edited + ".toml") !=
              std::string::npos);
        world.run({"set", "zoe", "role=peer"});
        CHECK(world.host.error.find("was interrupted, and is finished now: grace.toml") !=
              std::string::npos);
        for (const std::string person : {"ada", "grace"}) {
            const std::string held = world.state().at("/journal/" + person + ".toml");
            CHECK(held.find("Lunch") != std::string::npos);
            CHECK((held.find(theirs) != std::string::npos) == (person == edited));
        }
        CHECK(world.run({"check"}) == Exit::done);
        if (edited == "grace") {
            CHECK(world.run({"undo"}) == Exit::done);
            CHECK(world.state().at(file).find("Lunch") == std::string::npos);
            CHECK(world.state().at(file).find(theirs) != std::string::npos);
        }
    }
}

TEST_CASE("what can't be brought together is left as it is, and named once") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    world.host.put("/journal/grace.toml", grace + "about = \n");
    const State stopped = world.state();
    CHECK(world.run({"check"}) == Exit::broken);
    CHECK(world.host.output.find("done in ada.toml, changed by other hands since in grace.toml") !=
          std::string::npos);
    world.run({"set", "zoe", "role=peer"});
    CHECK(world.host.error.find("`log` of Sun 22 Nov 2026, 15:30 was interrupted, and grace.toml "
                                "changed since by other hands: left as it is\n"
                                "  it is done in ada.toml\n") != std::string::npos);
    CHECK(world.state() == stopped);
    world.run({"set", "zoe", "role=peer"});
    CHECK(world.host.error.find("interrupted") == std::string::npos);
}

TEST_CASE("nobody is taken away whose new file isn't theirs") {
    World world(rows[1]);
    REQUIRE_FALSE(world.run_until(rows[1].words, 2));
    world.host.put("/journal/augusta.toml", "name = \"Augusta\"\nrole = \n");
    const State stopped = world.state();
    world.run({"set", "zoe", "role=peer"});
    CHECK(world.host.error.find("augusta.toml changed since by other hands: left as it is\n"
                                "  not taken away, for what is in its place: ada.toml\n") !=
          std::string::npos);
    CHECK(world.state() == stopped);
}

TEST_CASE("what can't be finished is said each time, and the command goes on") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    for (int i = 0; i < 2; ++i) {
        world.host.fail_next_write(Error(Exit::system, "can't write grace.toml: disk full"));
        CHECK(world.run({"set", "zoe", "role=peer"}) == Exit::done);
        CHECK(world.host.error.find(
                  "was interrupted and can't be finished: can't write grace.toml") !=
              std::string::npos);
    }
    CHECK(world.run({"set", "zoe", "role=peer"}) == Exit::done);
    CHECK(world.host.error.find("is finished now") != std::string::npos);
}

TEST_CASE("forgetting what could be taken back finishes first what is begun, in every journal") {
    for (const Row& row : rows) {
        CAPTURE(row.words);
        for (const std::string journal : {"/journal", "/other"}) {
            for (std::size_t changes = 0, whole = false; !whole; ++changes) {
                CAPTURE(changes);
                World world(row);
                for (const Words& words : row.before)
                    REQUIRE(world.run(words) == Exit::done);
                const State before = world.state(), after = state_after(row);
                whole = world.run_until(row.words, changes);
                const bool is_half = world.state() != before && world.state() != after;
                world.host.environment["MENTOR_DIR"] = journal;
                world.host.make_folder(journal);
                CHECK(world.run({"undo", "--forget", "--yes"}) == Exit::done);
                CHECK((world.host.error.find("was interrupted, and is finished now") !=
                       std::string::npos) == is_half);
                CHECK((world.state() == before || world.state() == after));
                CHECK(world.run({"undo", "--list"}) == Exit::done);
                CHECK(world.host.output.find("log") == std::string::npos);
            }
        }
    }
}

TEST_CASE("what can't be finished isn't forgotten") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    const State stopped = world.state();
    world.host.fail_next_write(Error(Exit::system, "can't write grace.toml: disk full"));
    CHECK(world.run({"undo", "--forget", "--yes"}) == Exit::system);
    CHECK(world.host.error.find("`log` of Sun 22 Nov 2026, 15:30 isn't finished, and not "
                                "forgotten: ada.toml, grace.toml") != std::string::npos);
    CHECK(world.state() == stopped);
    CHECK(world.run({"undo", "--forget", "--yes"}) == Exit::done);
    CHECK(world.state() == state_after(rows[0]));
}

TEST_CASE("what is begun outlasts whatever is kept since, of other journals") {
    World world(rows[0]);
    REQUIRE_FALSE(world.run_until(rows[0].words, 2));
    world.host.environment["MENTOR_DIR"] = "/other";
    world.host.put("/other/bob.toml", "name = \"Bob\"\nrole = \"peer\"\n");
    for (int i = 0; i < 60; ++i)
        REQUIRE(world.run({"log", "bob", "Lunch"}) == Exit::done);
    world.host.environment["MENTOR_DIR"] = "/journal";
    REQUIRE(world.run({"set", "zoe", "role=peer"}) == Exit::done);
    CHECK(world.host.error.find("is finished now: grace.toml") != std::string::npos);
    const State after = world.state();
    CHECK(after.at("/journal/grace.toml") == state_after(rows[0]).at("/journal/grace.toml"));
}

} // namespace mentor::interrupted_test
