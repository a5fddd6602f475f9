// SPDX-License-Identifier: MIT
#include "journal/undo_log.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

namespace mentor::undo_log_test {

namespace {

const UndoScope scope{"/journal", "/config/config.toml"};

// A machine whose files are each a word, and the log of what is done to them.
struct Desk {
    MemoryHost host;
    Desk() {
        host.make_folder("/journal");
        host.put("/journal/ada.toml", "a");
    }

    // A command in a process of its own.
    UndoLog log(std::string command = "log") { return {host, "/state/undo", std::move(command)}; }
    void write(const std::string& file, const FileText& text, std::string command = "log") {
        UndoLog log = this->log(std::move(command));
        const auto locks = log.lock({"/journal"});
        log.write({{"/journal/" + file, this->text(file), text}});
    }
    FileText text(const std::string& file) { return host.find_text("/journal/" + file); }

    UndoHistory history() { return log().history(scope); }
    // What the next `undo` would find in its way.
    UndoPlan undo(std::string_view id = "") {
        UndoLog log = this->log("undo");
        const auto locks = log.lock({"/journal", "/config"});
        const UndoPlan plan = plan_undo(host, history().done, id);
        if (!plan.changes.empty()) log.undo(plan);
        return plan;
    }
    UndoPlan redo() {
        UndoLog log = this->log("redo");
        const auto locks = log.lock({"/journal", "/config"});
        const UndoPlan plan = plan_redo(host, history());
        if (!plan.changes.empty()) log.redo(plan);
        return plan;
    }
};

std::vector<std::string> commands_of(const std::vector<UndoStep>& steps) {
    std::vector<std::string> commands;
    for (const UndoStep& step : steps)
        commands.push_back(step.command);
    return commands;
}
using Commands = std::vector<std::string>;

} // namespace

TEST_CASE("what was written is taken back step by step, and brought back the same way") {
    Desk desk;
    desk.write("ada.toml", "b", "set");
    desk.write("bob.toml", "new", "add");
    desk.write("ada.toml", std::nullopt, "remove");
    CHECK(commands_of(desk.history().done) == Commands{"remove", "add", "set"});
    desk.undo();
    CHECK(desk.text("ada.toml") == "b");
    desk.undo();
    CHECK(desk.text("bob.toml") == std::nullopt);
    desk.undo();
    CHECK(desk.text("ada.toml") == "a");
    CHECK(desk.undo().changes.empty());
    CHECK(commands_of(desk.history().undone) == Commands{"set", "add", "remove"});
    desk.redo();
    desk.redo();
    CHECK(desk.text("ada.toml") == "b");
    CHECK(desk.text("bob.toml") == "new");
    desk.redo();
    CHECK(desk.text("ada.toml") == std::nullopt);
    CHECK(desk.redo().changes.empty());
    CHECK(commands_of(desk.history().done) == Commands{"remove", "add", "set"});
}

TEST_CASE("a step keeps its id when it is taken back and brought back") {
    Desk desk;
    desk.write("ada.toml", "b");
    desk.write("ada.toml", "c");
    const std::string first = desk.history().done[1].id, second = desk.history().done[0].id;
    CHECK(first != second);
    CHECK(first.size() == 4);
    CHECK(desk.undo(first).steps.size() == 2);
    CHECK(desk.text("ada.toml") == "a");
    CHECK(desk.history().undone[0].id == first);
    desk.redo();
    desk.redo();
    CHECK(desk.history().done[0].id == second);
    CHECK(desk.history().done[1].id == first);
    CHECK(desk.host.list("/state/undo").size() == 2);
}

TEST_CASE("a new change leaves what was taken back within reach of its file") {
    Desk desk;
    desk.write("ada.toml", "b");
    desk.undo();
    desk.write("bob.toml", "new");
    desk.redo();
    CHECK(desk.text("ada.toml") == "b");
    CHECK(desk.text("bob.toml") == "new");
}

TEST_CASE("a text by other hands is in the way, and becomes a step of its own where it must go") {
    Desk desk;
    desk.write("ada.toml", "b", "set");
    desk.host.put("/journal/ada.toml", "x");
    const UndoPlan plan = desk.undo();
    REQUIRE(plan.foreign.size() == 1);
    CHECK(plan.foreign[0].before == "b");
    CHECK(plan.foreign[0].after == "x");
    CHECK(desk.text("ada.toml") == "a");
    CHECK(commands_of(desk.history().undone) == Commands{"set", "by hand"});
    desk.redo();
    CHECK(desk.text("ada.toml") == "b");
    desk.redo();
    CHECK(desk.text("ada.toml") == "x");
    CHECK(desk.redo().changes.empty());
}

TEST_CASE("what stands in the way of bringing back can be had again too") {
    Desk desk;
    desk.write("ada.toml", "b", "set");
    desk.undo();
    desk.host.put("/journal/ada.toml", "x");
    CHECK(desk.redo().foreign.size() == 1);
    CHECK(desk.text("ada.toml") == "b");
    desk.undo();
    CHECK(desk.text("ada.toml") == "x");
}

TEST_CASE("a step that never came to its file counts as taken back") {
    Desk desk;
    desk.write("ada.toml", "b", "first");
    desk.write("ada.toml", "c", "second");
    desk.write("ada.toml", "d", "stopped");
    desk.host.put("/journal/ada.toml", "c");
    CHECK(commands_of(desk.history().done) == Commands{"second", "first"});
    CHECK(commands_of(desk.history().undone) == Commands{"stopped"});

    SUBCASE("and is no hindrance to those before it") {
        for (const char* text : {"b", "a"}) {
            CHECK(desk.undo().foreign.empty());
            CHECK(desk.text("ada.toml") == text);
        }
        CHECK(commands_of(desk.history().undone) == Commands{"first", "second", "stopped"});
        CHECK(desk.history().done.empty());
    }
    SUBCASE("nor to those after it, which come back in their order") {
        desk.write("ada.toml", "e", "later");
        for (const char* text : {"c", "b", "a"}) {
            CHECK(desk.undo().foreign.empty());
            CHECK(desk.text("ada.toml") == text);
        }
        for (const char* text : {"b", "c", "e"}) {
            CHECK(desk.redo().foreign.empty());
            CHECK(desk.text("ada.toml") == text);
        }
    }
    SUBCASE("and can be brought back") {
        desk.redo();
        CHECK(desk.text("ada.toml") == "d");
        CHECK(desk.history().done.size() == 3);
        CHECK(desk.history().undone.empty());
    }
    SUBCASE("unless other folders alone were written to since") {
        desk.host.make_folder("/config");
        desk.log("config").write({{"/config/config.toml", std::nullopt, "b"}});
        CHECK(desk.history().done.size() == 4);
        CHECK(desk.undo(desk.history().done.back().id).foreign.empty());
        CHECK(desk.text("ada.toml") == "a");
        CHECK(desk.history().undone.size() == 4);
    }
}

TEST_CASE("taking back that stopped before it was noted is taken back") {
    Desk desk;
    desk.write("ada.toml", "b", "first");
    desk.write("ada.toml", "c", "second");
    desk.undo();
    desk.host.put("/journal/ada.toml", "a");
    CHECK(desk.history().done.empty());
    for (const char* text : {"b", "c"}) {
        CHECK(desk.redo().foreign.empty());
        CHECK(desk.text("ada.toml") == text);
    }
}

TEST_CASE("of several files, those are taken back that the step came to") {
    Desk desk;
    desk.log().write({{"/journal/ada.toml", "a", "b"}, {"/journal/bob.toml", std::nullopt, "new"}});
    desk.host.remove("/journal/bob.toml");
    const UndoPlan plan = desk.undo();
    CHECK(plan.foreign.empty());
    CHECK(plan.changes.size() == 1);
    CHECK(desk.text("ada.toml") == "a");
    desk.redo();
    CHECK(desk.text("ada.toml") == "b");
    CHECK(desk.text("bob.toml") == "new");
}

TEST_CASE("a standing that was written twice is the later one") {
    Desk desk;
    desk.write("ada.toml", "b");
    const auto before = desk.host.files;
    desk.undo();
    for (const auto& [file, text] : before) {
        if (file.parent_path() == "/state/undo") desk.host.files[file] = text;
    }
    CHECK(desk.host.list("/state/undo").size() == 2);
    CHECK(desk.history().done.empty());
    CHECK(desk.history().undone.size() == 1);
}

TEST_CASE("a write that fails leaves no step") {
    Desk desk;
    CHECK_THROWS_AS(desk.log().write({{"/nowhere/ada.toml", std::nullopt, "b"}}), Error);
    CHECK(desk.log().size() == 0);
    CHECK(desk.host.list("/state/undo").empty());
}

TEST_CASE("a change is made although it can't be kept, unless a file would be lost") {
    Desk desk;
    desk.host.put("/state", "a file where the folder should be");
    UndoLog log = desk.log();
    log.write({{"/journal/ada.toml", "a", "b"}});
    CHECK(desk.text("ada.toml") == "b");
    REQUIRE(log.fault());
    CHECK(to_text(*log.fault()) ==
          "mentor: warning: `mentor undo` won't know of this: can't make /state: a file has that "
          "name\n"
          "  it is done all the same\n");
    CHECK_THROWS_AS(desk.write("ada.toml", std::nullopt, "remove"), Error);
    CHECK(desk.text("ada.toml") == "b");
}

TEST_CASE("the last fifty steps are kept, of all journals") {
    Desk desk;
    for (int i = 0; i < 55; ++i)
        desk.write("ada.toml", fmt::format("text {}", i), fmt::format("command {}", i));
    const auto done = desk.history().done;
    REQUIRE(done.size() == 50);
    CHECK(done.front().command == "command 54");
    CHECK(done.back().command == "command 5");
    desk.host.make_folder("/other");
    desk.log().write({{"/other/ada.toml", std::nullopt, "b"}});
    CHECK(desk.history().done.size() == 49);
    CHECK(desk.log().size() == 50);
}

TEST_CASE("no more than 32 MiB are kept, but always the last step") {
    Desk desk;
    const std::string large(9 << 20, 'x');
    for (int i = 0; i < 5; ++i)
        desk.write(fmt::format("{}.toml", i), large);
    CHECK(desk.history().done.size() == 3);
    desk.write("ada.toml", std::string(40 << 20, 'y'));
    CHECK(desk.history().done.size() == 1);
    desk.undo();
    CHECK(desk.text("ada.toml") == "a");
}

TEST_CASE("a step too large to be read again isn't kept, and drops no other") {
    Desk desk;
    desk.write("ada.toml", "b");
    UndoLog log = desk.log();
    log.write({{"/journal/bob.toml", std::nullopt, std::string(70 << 20, 'x')}});
    REQUIRE(log.fault());
    CHECK(log.fault()->what == "`mentor undo` won't know of this: 73 MB are more than is kept");
    CHECK(commands_of(desk.history().done) == Commands{"log"});
    desk.undo();
    CHECK(desk.text("ada.toml") == "a");
}

TEST_CASE("a fault is that of the last write, not of one that came to nothing before it") {
    Desk desk;
    UndoLog log = desk.log();
    desk.host.fail_next_write(Error(Exit::system, "can't write"));
    desk.host.before_rename = [&] { desk.host.put("/journal/ada.toml", "theirs"); };
    CHECK_THROWS_AS(log.write({{"/journal/ada.toml", "a", "c"}}), Overtaken);
    CHECK(log.fault());
    log.write({{"/journal/ada.toml", "theirs", "c"}});
    CHECK_FALSE(log.fault());
    CHECK(desk.history().done.size() == 1);
}

TEST_CASE("a write that other hands overtook leaves no step") {
    Desk desk;
    desk.write("ada.toml", "b");
    desk.host.before_rename = [&] {
        desk.host.before_rename = [&] { desk.host.put("/journal/ada.toml", "theirs"); };
    };
    CHECK_THROWS_AS(desk.log().write({{"/journal/ada.toml", "b", "c"}}), Overtaken);
    CHECK(desk.text("ada.toml") == "theirs");
    CHECK(desk.log().size() == 1);
}

TEST_CASE("what other hands kept from coming back can still be brought back") {
    Desk desk;
    desk.write("ada.toml", "b");
    desk.undo();
    const UndoPlan plan = plan_redo(desk.host, desk.history());
    desk.host.put("/journal/ada.toml", "theirs");
    CHECK_THROWS_AS(desk.log("redo").redo(plan), Overtaken);
    CHECK(desk.history().done.empty());
    CHECK(desk.redo().foreign.size() == 1);
    CHECK(desk.text("ada.toml") == "b");
}

TEST_CASE("half of a step isn't brought back where the other half was done over since") {
    Desk desk;
    const auto rename = [&](const std::string& to) {
        desk.log("rename").write(
            {{"/journal/" + to, std::nullopt, "a"}, {"/journal/ada.toml", "a", std::nullopt}});
    };
    rename("king.toml");
    desk.undo();
    rename("byron.toml");
    const UndoPlan plan = plan_redo(desk.host, desk.history());
    REQUIRE(plan.foreign.size() == 1);
    CHECK(plan.foreign.front().file == "/journal/ada.toml");
    desk.undo();
    CHECK(plan_redo(desk.host, desk.history()).foreign.empty());
}

TEST_CASE("a damaged record is named and passed over") {
    Desk desk;
    desk.write("ada.toml", "b", "set");
    desk.write("bob.toml", "new", "add");
    const auto newest = std::string("/state/undo/") + desk.host.list("/state/undo").back();
    desk.host.files[newest].pop_back();
    const UndoHistory history = desk.history();
    CHECK(commands_of(history.done) == Commands{"set"});
    REQUIRE(history.damaged.size() == 1);
    CHECK(to_text(history.damaged.front()) ==
          newest + ": warning: this is not what mentor writes, or not all of it\n"
                   "  what it knew can't be taken back or brought back; the rest can\n");
}

TEST_CASE("a journal knows its own changes and those of the configuration alone") {
    Desk desk;
    desk.write("ada.toml", "b", "set");
    desk.host.make_folder("/other");
    desk.host.make_folder("/config");
    desk.log("add").write({{"/other/ada.toml", std::nullopt, "b"}});
    desk.log("config").write({{"/config/config.toml", std::nullopt, "b"}});
    CHECK(commands_of(desk.history().done) == Commands{"config", "set"});
    const UndoScope other{"/other/", "/elsewhere/config.toml"};
    CHECK(commands_of(desk.log().history(other).done) == Commands{"add"});
}

TEST_CASE("what isn't a step's file is passed over, and all is forgotten") {
    Desk desk;
    desk.write("ada.toml", "b");
    desk.host.put("/state/undo/.mentor-1-2.tmp", "half a text");
    desk.host.put("/state/undo/00000009-k3f9-4.done", "torn");
    CHECK(desk.history().done.size() == 1);
    desk.log().forget();
    CHECK(desk.host.list("/state/undo") == std::vector<std::string>{"00000009.forgotten"});
    CHECK(desk.text("ada.toml") == "b");
}

TEST_CASE("no id is ever that of another change, whatever was taken back or forgotten") {
    Desk desk;
    std::set<std::string> ids;
    for (int i = 0; i < 60; ++i) {
        desk.write("ada.toml", std::to_string(i));
        CHECK(ids.insert(desk.history().done.front().id).second);
        if (i % 3 == 0) desk.undo();
        if (i % 5 == 0) desk.redo();
        if (i % 7 == 0) desk.log().forget();
        if (i % 21 == 0) desk.log().forget();
    }
}

} // namespace mentor::undo_log_test
