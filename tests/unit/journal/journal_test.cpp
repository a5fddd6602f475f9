// SPDX-License-Identifier: MIT
#include "journal/journal.hpp"
#include "support/lines.hpp"
#include "support/memory_host.hpp"

#include "mentor/error.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>

namespace mentor::journal_test {

using namespace mentor::testing;

namespace {

const std::string ada = R"(
    name = "Ada" # the first
    role = "mentor"
)"_lines;
const std::string grace = R"(
    name = "Grace"
    role = "mentee"
)"_lines;
const std::string broken = R"(
    name = "Zoë
    role = "mentor"
)"_lines;
const std::string newer = R"(
    name = "Ada"
    role = "mentor"
    format = 2
)"_lines;

using Names = std::vector<std::string>;

struct Shelf {
    MemoryHost host;
    UndoLog log{host, "/state/undo", "test"};
    Journal journal{host, log, "/journal"};

    Shelf() { host.make_folder("/journal"); }
    void put(const std::string& name, std::string text) {
        host.put("/journal/" + name, std::move(text));
    }
    std::string text(const std::string& name) const { return host.files.at("/journal/" + name); }
    // What was changed in the journal, beside what undo keeps.
    Names changes() const {
        Names changes = host.changes;
        std::erase_if(changes, [](const std::string& change) {
            return change.find("/state/undo/") != std::string::npos;
        });
        return changes;
    }
};

Document with_stage(const Record& record) {
    return record.document.with_value({"stage"}, "paused");
}

Document unchanged(const Record& record) {
    return record.document;
}

struct Failure {
    Exit exit = Exit::done;
    std::string text; // as a person sees it
    bool operator==(const Failure&) const = default;
};

Failure failure(const std::function<void()>& action) {
    try {
        action();
        return {};
    } catch (const Error& error) {
        return {error.exit(), to_text(error.diagnostic())};
    }
}

// "ada.toml: before -> after" with "-" for no file, one line a change.
std::string told(const std::vector<Change>& changes) {
    std::string text;
    for (const Change& change : changes) {
        text += fmt::format("{}: {} -> {}\n", change.file.filename().string(),
                            change.before.value_or("-"), change.after.value_or("-"));
    }
    return text;
}

std::vector<std::string> names_of(const std::vector<Relationship>& relationships) {
    std::vector<std::string> names;
    for (const auto& relationship : relationships)
        names.push_back(relationship.name);
    return names;
}

} // namespace

TEST_CASE("the journal's files are those that end with .toml and aren't hidden") {
    Shelf shelf;
    for (const char* name :
         {"ada.toml", "ada-b.toml", ".toml", ".ada.toml", "ada.toml~", "notes.md", "Zoë.toml"}) {
        shelf.put(name, ada);
    }
    CHECK(shelf.journal.slugs() == Names{"Zoë", "ada", "ada-b"});
    CHECK(shelf.journal.file_of("ada") == "/journal/ada.toml");
}

TEST_CASE("a copy counts as nobody where its name says so, or its name and its uid do") {
    const std::string known = "uid = \"7k2m9x4tq8w1c3rd\"\nname = \"Ada\"\nrole = \"mentor\"\n";
    const std::string another = "uid = \"8k2m9x4tq8w1c3rd\"\nname = \"Ada\"\nrole = \"mentor\"\n";
    Shelf shelf;
    for (const char* name : {"ada.toml", "ada-LAPTOP.toml", "ada-LAPTOP-2.toml", "ada (1).toml",
                             "ada-LAPTOP (1).toml", "adam.toml", "bea-ada.toml"})
        shelf.put(name, known);
    shelf.put("ada-king.toml", another);
    shelf.put("ada-king-LAPTOP.toml", another);
    shelf.put("ada-broken.toml", "uid = \"7k2m");
    shelf.put("bob.toml", ada);
    shelf.put("bob-LAPTOP.toml", ada); // without a uid that may be two
    CHECK(shelf.journal.slugs() ==
          Names{"ada", "ada-broken", "ada-king", "adam", "bea-ada", "bob", "bob-LAPTOP"});
    using Copies = std::vector<std::pair<std::string, std::string>>;
    CHECK(shelf.journal.conflict_copies() == Copies{{"ada (1)", "ada"},
                                                    {"ada-LAPTOP", "ada"},
                                                    {"ada-LAPTOP (1)", "ada"},
                                                    {"ada-LAPTOP-2", "ada"},
                                                    {"ada-king-LAPTOP", "ada-king"}});
}

TEST_CASE("a copy of someone who has another name by now is theirs, by the uid") {
    const std::string known = "uid = \"7k2m9x4tq8w1c3rd\"\nname = \"Ada\"\nrole = \"mentor\"\n";
    Shelf shelf;
    shelf.put("ada.sync-conflict-20261122-101112-ABCDEFG.toml", known);
    CHECK(shelf.journal.slugs().size() == 1); // the only copy of somebody is that person
    shelf.put("ada (1).toml", ada);           // without a uid nothing tells
    shelf.put("ada-king.toml",
              "uid = \"7k2m9x4tq8w1c3rd\"\nname = \"Ada King\"\nrole = \"mentor\"\n");
    CHECK(shelf.journal.slugs() == Names{"ada (1)", "ada-king"});
    CHECK(shelf.journal.conflict_copies() ==
          std::vector<std::pair<std::string, std::string>>{
              {"ada.sync-conflict-20261122-101112-ABCDEFG", "ada-king"}});
}

TEST_CASE("a journal that isn't there holds nothing") {
    MemoryHost host;
    UndoLog log(host, "/state/undo", "test");
    const Journal journal(host, log, "/nowhere");
    CHECK(!journal.exists());
    CHECK(journal.slugs().empty());
    CHECK(journal.load().relationships.empty());
}

TEST_CASE("one broken file among ten harms no other") {
    Shelf shelf;
    for (int i = 0; i < 10; ++i) {
        shelf.put(fmt::format("p{}.toml", i), i == 4 ? broken : ada);
    }
    const Contents contents = shelf.journal.load();
    CHECK(contents.relationships.size() == 9);
    CHECK(contents.relationships[4].slug == "p5");
    REQUIRE(contents.broken.size() == 1);
    CHECK(contents.broken[0].file == "p4.toml");
    CHECK(contents.broken[0].line == 1);
}

TEST_CASE("many files are read on several threads, and told by slug all the same") {
    Shelf shelf;
    for (int i = 0; i < 200; ++i) {
        const std::string text = fmt::format("name = \"P{}\"\nrole = \"peer\"\n", i);
        shelf.put(fmt::format("p{:03}.toml", i), i % 50 == 7 ? "role = 5\n" : text);
    }
    const Contents contents = shelf.journal.load();
    CHECK(contents.relationships.size() == 196);
    CHECK(contents.relationships.front().name == "P0");
    CHECK(contents.relationships.back().name == "P199");
    REQUIRE(contents.broken.size() == 4);
    CHECK(to_text(contents.broken[1]) == R"(
        p057.toml:1:1: error: this file has no `name`
          add a line: name = "their name"
    )"_lines);
}

TEST_CASE("a file that the system won't read is told by its name, and the others are read") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    shelf.put("grace.toml", grace);
    shelf.host.fail_next_read(
        Error(Exit::system, "can't read /journal/ada.toml: Permission denied"));
    const Contents contents = shelf.journal.load();
    CHECK(names_of(contents.relationships) == Names{"Grace"});
    REQUIRE(contents.broken.size() == 1);
    CHECK(contents.broken[0].file == "ada.toml");
    CHECK(contents.broken[0].what == "can't read /journal/ada.toml: Permission denied");
}

TEST_CASE("only the wanted are loaded, and one that vanished is no fault") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    shelf.put("grace.toml", grace);
    shelf.put("zoe.toml", broken);
    const Contents contents = shelf.journal.load({"grace", "gone", "ada"});
    CHECK(names_of(contents.relationships) == Names{"Ada", "Grace"});
    CHECK(contents.broken.empty());
}

TEST_CASE("reading one gives its text and its values") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    const Record record = shelf.journal.read("ada");
    CHECK(record.document.text() == ada);
    CHECK(record.document.name() == "ada.toml");
    CHECK(record.relationship.slug == "ada");
    CHECK(record.relationship.name == "Ada");
}

TEST_CASE("reading someone who isn't there says so") {
    Shelf shelf;
    shelf.host.put("/secret.toml", ada);
    for (const std::string slug : {"zoe", "../secret", ""}) {
        CHECK(failure([&] { shelf.journal.read(slug); }) ==
              Failure{Exit::unknown, fmt::format("mentor: no relationship called '{}'\n"
                                                 "  to see everyone: mentor list\n",
                                                 slug)});
    }
}

TEST_CASE("an update writes the edited text and says what it replaced") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    const auto changes = shelf.journal.update("ada", with_stage);
    CHECK(told(changes) == "ada.toml: " + ada + " -> " + ada + "stage = \"paused\"\n\n");
    CHECK(shelf.text("ada.toml") == ada + R"(stage = "paused")"_lines);
    CHECK(shelf.changes() == Names{"write /journal/ada.toml"});
}

TEST_CASE("an update reads again inside the lock, and lets go of it") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    shelf.host.before_lock = [&] { shelf.put("ada.toml", ada + R"(met = "meanwhile")"_lines); };
    bool locked = false;
    shelf.journal.update("ada", [&](const Record& record) {
        locked = shelf.host.is_locked("/journal");
        return with_stage(record);
    });
    CHECK(locked);
    CHECK(!shelf.host.is_locked("/journal"));
    CHECK(shelf.text("ada.toml") == ada + R"(
        met = "meanwhile"
        stage = "paused"
    )"_lines);
}

TEST_CASE("an update that changes nothing writes nothing") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    CHECK(shelf.journal.update("ada", unchanged).empty());
    CHECK(shelf.changes().empty());
}

TEST_CASE("an edit whose result doesn't decode is never written") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    const auto edit = [](const Record& record) {
        return record.document.with_value({"stage"}, "gone");
    };
    CHECK(failure([&] { shelf.journal.update("ada", edit); }) == Failure{Exit::broken,
                                                                         R"(
                    ada.toml:3:9: error: `stage` is "gone", but it takes prospect, active, paused, winding-down, alumni or declined
                      write: stage = "prospect"
                )"_lines});
    CHECK(shelf.text("ada.toml") == ada);
    CHECK(!shelf.host.is_locked("/journal"));
}

TEST_CASE("an update of several writes all or none") {
    const auto edit = [](const std::vector<Record>& records) {
        std::vector<Document> documents;
        for (const Record& record : records)
            documents.push_back(with_stage(record));
        return documents;
    };
    Shelf shelf;
    shelf.put("ada.toml", ada);
    shelf.put("grace.toml", broken);
    CHECK(failure([&] { shelf.journal.update({"ada", "grace"}, edit); }).exit == Exit::broken);
    CHECK(shelf.changes().empty());

    shelf.put("grace.toml", grace);
    shelf.host.before_rename = [&] {
        shelf.host.before_rename = [] { throw Error(Exit::system, "disk full"); };
    };
    CHECK(failure([&] { shelf.journal.update({"ada", "grace"}, edit); }).exit == Exit::system);
    CHECK(shelf.changes().empty());

    CHECK(shelf.journal.update({"ada", "grace", "ada"}, edit).size() == 2);
    CHECK(shelf.text("ada.toml") == ada + R"(stage = "paused")"_lines);
    CHECK(shelf.text("grace.toml") == grace + R"(stage = "paused")"_lines);
}

TEST_CASE("a new file beside a changed one is written with it, or neither") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    const auto add_beside = [&](const Journal::NewFile& fresh) {
        return shelf.journal.update_beside("ada", with_stage, fresh);
    };
    CHECK(failure([&] { add_beside({"ada", grace}); }).exit == Exit::usage);
    CHECK(failure([&] { add_beside({"../grace", grace}); }).exit == Exit::usage);
    CHECK(failure([&] { add_beside({"grace", broken}); }).exit == Exit::broken);
    CHECK(shelf.changes().empty());

    CHECK(add_beside({"grace", grace}).size() == 2);
    CHECK(shelf.text("ada.toml") == ada + R"(stage = "paused")"_lines);
    CHECK(shelf.text("grace.toml") == grace);
}

TEST_CASE("a dry run says what it would do, and neither writes nor locks") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    UndoLog shut(shelf.host, "/state/undo", "test", Writing::dry);
    Journal dry(shelf.host, shut, "/journal");
    shelf.host.fail_next_lock(Error(Exit::system, "a read-only file system"));
    CHECK(dry.update("ada", with_stage).size() == 1);
    CHECK(dry.create("grace", grace).size() == 1);
    CHECK(dry.rename("ada", "ada-l", with_stage).size() == 2);
    CHECK(dry.replace("ada", ada, grace).size() == 1);
    CHECK(dry.remove("ada").size() == 1);
    CHECK(shelf.changes().empty());
    CHECK(shelf.text("ada.toml") == ada);
}

TEST_CASE("a file of a newer format is read, and never written") {
    Shelf shelf;
    shelf.put("ada.toml", newer);
    CHECK(shelf.journal.load().broken.empty());
    CHECK(shelf.journal.read("ada").relationship.format == 2);
    const Failure refused{Exit::broken,
                          "ada.toml:3:1: error: this file has format 2, and this mentor writes 1\n"
                          "  nothing was changed; a newer mentor can do it\n"};
    CHECK(failure([&] { shelf.journal.update("ada", with_stage); }) == refused);
    CHECK(failure([&] { shelf.journal.rename("ada", "al", with_stage); }) == refused);
    CHECK(failure([&] { shelf.journal.replace("ada", newer, newer + "\n"); }) == refused);
    CHECK(failure([&] { shelf.journal.remove("ada"); }) == refused);
    CHECK(shelf.changes().empty());
}

TEST_CASE("a new relationship takes a free slug and a text that decodes") {
    Shelf shelf;
    CHECK(told(shelf.journal.create("ada", ada)) == "ada.toml: - -> " + ada + "\n");
    CHECK(shelf.text("ada.toml") == ada);
    CHECK(failure([&] { shelf.journal.create("ada", grace); }) ==
          Failure{Exit::usage, "mentor: there is a relationship called 'ada' already\n"
                               "  look at it with: mentor show ada\n"});
    CHECK(failure([&] { shelf.journal.create("../ada", ada); }).exit == Exit::usage);
    CHECK(failure([&] { shelf.journal.create("zoe", broken); }).exit == Exit::broken);
    CHECK(shelf.changes() == Names{"write /journal/ada.toml"});
}

TEST_CASE("renaming moves the file and edits it in one write") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    shelf.put("grace.toml", grace);
    const auto edit = [](const Record& record) {
        return record.document.with_value({"name"}, "Augusta");
    };
    CHECK(failure([&] { shelf.journal.rename("ada", "grace", edit); }).exit == Exit::usage);
    CHECK(shelf.text("grace.toml") == grace);

    const std::string augusta = R"(
        name = "Augusta" # the first
        role = "mentor"
    )"_lines;
    CHECK(told(shelf.journal.rename("ada", "augusta", edit)) ==
          "augusta.toml: - -> " + augusta + "\nada.toml: " + ada + " -> -\n");
    CHECK(shelf.text("augusta.toml") == augusta);
    CHECK(!shelf.host.files.contains("/journal/ada.toml"));

    CHECK(told(shelf.journal.rename("grace", "grace", edit)) ==
          "grace.toml: " + grace + " -> name = \"Augusta\"\nrole = \"mentee\"\n\n");
}

TEST_CASE("removing says what the file held") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    CHECK(told(shelf.journal.remove("ada")) == "ada.toml: " + ada + " -> -\n");
    CHECK(shelf.journal.slugs().empty());
    CHECK(failure([&] { shelf.journal.remove("ada"); }).exit == Exit::unknown);
}

TEST_CASE("a whole text replaces another, even a broken one, where nobody else changed it") {
    Shelf shelf;
    shelf.put("ada.toml", broken);
    CHECK(shelf.journal.replace("ada", broken, ada).size() == 1);
    CHECK(shelf.text("ada.toml") == ada);
    CHECK(failure([&] { shelf.journal.replace("ada", broken, grace); }) ==
          Failure{Exit::system, "ada.toml: error: the file was changed by other hands meanwhile\n"
                                "  nothing was written over it\n"});
    CHECK(failure([&] { shelf.journal.replace("ada", ada, broken); }).exit == Exit::broken);
    CHECK(shelf.text("ada.toml") == ada);
    CHECK(shelf.journal.replace("ada", ada, ada).empty());
}

TEST_CASE("a whole text takes in what other hands wrote meanwhile, or names what both changed") {
    Shelf shelf;
    shelf.put("ada.toml", ada + R"(stage = "paused")"_lines);
    CHECK(told(shelf.journal.replace("ada", ada, ada + R"(met = "here")"_lines)) ==
          "ada.toml: " + ada + "stage = \"paused\"\n -> " + ada +
              "stage = \"paused\"\nmet = \"here\"\n\n");
    CHECK(failure([&] { shelf.journal.replace("ada", ada, ada + R"(met = "there")"_lines); }) ==
          Failure{Exit::system,
                  "ada.toml: error: the file was changed by other hands meanwhile, in the same "
                  "place: met\n"
                  "  nothing was written over it\n"});
    CHECK(shelf.text("ada.toml") == ada + R"(
        stage = "paused"
        met = "here"
    )"_lines);
    CHECK(shelf.journal.replace("ada", ada, ada + R"(met = "here")"_lines).empty());
}

TEST_CASE("what a program without a lock wrote just before the rename is read again and kept") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    const auto overtake = [&] { shelf.put("ada.toml", ada + R"(met = "here")"_lines); };
    shelf.host.before_rename = overtake;
    shelf.journal.update("ada", with_stage);
    CHECK(shelf.text("ada.toml") == ada + R"(
        met = "here"
        stage = "paused"
    )"_lines);

    shelf.put("ada.toml", ada);
    shelf.host.before_rename = overtake;
    shelf.journal.replace("ada", ada, ada + R"(stage = "paused")"_lines);
    CHECK(shelf.text("ada.toml") == ada + R"(
        met = "here"
        stage = "paused"
    )"_lines);

    shelf.put("ada.toml", ada);
    shelf.host.before_rename = overtake;
    shelf.journal.rename("ada", "bob", unchanged);
    CHECK(shelf.text("bob.toml") == ada + R"(met = "here")"_lines);
    CHECK(shelf.journal.slugs() == Names{"bob"});

    shelf.host.before_rename = overtake;
    CHECK(failure([&] { shelf.journal.create("ada", ada); }).exit == Exit::usage);
    CHECK(shelf.text("ada.toml") == ada + R"(met = "here")"_lines);
}

TEST_CASE("a program that writes for ever is no reason to wait for ever") {
    Shelf shelf;
    shelf.put("ada.toml", ada);
    int writes = 0;
    std::function<void()> overtake = [&] {
        shelf.put("ada.toml", fmt::format("{}# {}\n", ada, ++writes));
        shelf.host.before_rename = overtake;
    };
    shelf.host.before_rename = overtake;
    CHECK(failure([&] { shelf.journal.update("ada", with_stage); }) ==
          Failure{Exit::system, "ada.toml: error: the file was changed by other hands just now\n"
                                "  nothing was changed; try again\n"});
    CHECK(shelf.text("ada.toml") == fmt::format("{}# {}\n", ada, writes));
}

TEST_CASE("nothing is written before there is a journal") {
    MemoryHost host;
    UndoLog log(host, "/state/undo", "test");
    Journal journal(host, log, "/nowhere");
    const Failure refused{Exit::usage, "mentor: there is no journal yet\n"
                                       "  begin with: mentor init\n"};
    CHECK(failure([&] { journal.create("ada", ada); }) == refused);
    CHECK(failure([&] { journal.update("ada", unchanged); }) == refused);
}

} // namespace mentor::journal_test
