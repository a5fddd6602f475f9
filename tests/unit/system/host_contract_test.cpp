// SPDX-License-Identifier: MIT
//
// What every Host promises of files, asked of the real one and of its twin in memory alike: what a
// test learns from the twin holds on the machine.
#include "support/memory_host.hpp"
#include "support/sandbox.hpp"
#include "system/real_host.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace mentor::host_contract_test {

using mentor::Host;
using mentor::system_error;
using std::filesystem::path;
using Names = std::vector<std::string>;

namespace {

struct Memory {
    Memory() { memory.make_folder(folder); }
    void open(const path& file, unsigned mode) { memory.modes[file] = mode; }

    mentor::MemoryHost memory;
    Host& host = memory;
    path folder = "/journal";
};

struct Machine {
    void open(const path& file, unsigned mode) {
        std::filesystem::permissions(file, std::filesystem::perms{mode});
    }

    mentor::RealHost machine;
    mentor::Sandbox sandbox;
    Host& host = machine;
    path folder = sandbox.folder();
};

} // namespace

#define FOR_BOTH_HOSTS(sentence) TEST_CASE_TEMPLATE("Host: " sentence, Place, Memory, Machine)

FOR_BOTH_HOSTS("what was written is read back to the byte") {
    Place place;
    const std::string text("\xEF\xBB\xBF"
                           "name = \"Zo\xC3\xAB\"\r\n\0 and a NUL",
                           30);
    place.host.write({{place.folder / "zoe.toml", std::nullopt, text}});
    CHECK(place.host.find_text(place.folder / "zoe.toml") == text);
}

FOR_BOTH_HOSTS("an empty file is a text, a missing one is none") {
    Place place;
    place.host.write({{place.folder / "empty", std::nullopt, ""}});
    CHECK(place.host.find_text(place.folder / "empty") == "");
    CHECK(place.host.find_text(place.folder / "missing") == std::nullopt);
    CHECK(place.host.find_text(place.folder / "no" / "folder") == std::nullopt);
}

FOR_BOTH_HOSTS("a folder can't be read as a file, nor a file be a folder") {
    Place place;
    place.host.write({{place.folder / "ada.toml", std::nullopt, "x"}});
    const std::string folder = place.folder.string();
    CHECK(system_error([&] { place.host.find_text(place.folder); }) ==
          "can't read " + folder + ": it is a folder, not a file");
    CHECK(system_error([&] { place.host.find_text(place.folder / "ada.toml" / "x"); }) ==
          "can't read " + folder + "/ada.toml/x: Not a directory");
    CHECK(system_error([&] { place.host.list(place.folder / "ada.toml"); }) ==
          "can't list " + folder + "/ada.toml: Not a directory");
    CHECK(system_error([&] { place.host.make_folder(place.folder / "ada.toml"); }) ==
          "can't make " + folder +
              "/ada.toml: a file has that name\n"
              "move it away, or choose another folder");
    CHECK(system_error([&] { place.host.make_folder(place.folder / "ada.toml" / "x"); }) ==
          "can't make " + folder +
              "/ada.toml: a file has that name\n"
              "move it away, or choose another folder");
}

FOR_BOTH_HOSTS("a folder has one canonical name, whether it is there or not") {
    Place place;
    const path folder = place.host.canonical(place.folder);
    CHECK(folder.is_absolute());
    CHECK(place.host.canonical(place.folder / "") == folder);
    CHECK(place.host.canonical(place.folder / "." / "missing" / "..") == folder);
    CHECK(place.host.canonical(place.folder / "missing" / "too" / "") ==
          folder / "missing" / "too");
    CHECK(place.host.canonical("/") == "/");
    CHECK(place.host.canonical("") == place.host.canonical("."));
}

FOR_BOTH_HOSTS("a folder lists the names in it by their bytes") {
    Place place;
    place.host.make_folder(place.folder / "attic");
    for (const char* name : {"zoe.toml", "Bob.toml", "\xC3\xA9mile.toml", "ada.toml", ".hidden"})
        place.host.write({{place.folder / name, std::nullopt, ""}});
    CHECK(place.host.list(place.folder) ==
          Names{".hidden", "Bob.toml", "ada.toml", "attic", "zoe.toml", "\xC3\xA9mile.toml"});
    CHECK(place.host.list(place.folder / "attic") == Names{});
    CHECK(place.host.list(place.folder / "nowhere") == Names{});
}

FOR_BOTH_HOSTS("files and folders exist, others don't") {
    Place place;
    place.host.write({{place.folder / "ada.toml", std::nullopt, ""}});
    CHECK(place.host.exists(place.folder));
    CHECK(place.host.exists(place.folder / "ada.toml"));
    CHECK_FALSE(place.host.exists(place.folder / "grace.toml"));
    CHECK_FALSE(place.host.exists(place.folder / "ada.toml" / "x"));
}

FOR_BOTH_HOSTS("a folder is made with its parents, once") {
    Place place;
    CHECK(place.host.make_folder(place.folder / "a" / "b" / "c"));
    CHECK_FALSE(place.host.make_folder(place.folder / "a" / "b" / "c"));
    CHECK_FALSE(place.host.make_folder(place.folder / "a"));
    CHECK(place.host.make_folder(place.folder / "d/"));
    CHECK(place.host.list(place.folder) == Names{"a", "d"});
    CHECK(place.host.list(place.folder / "a" / "b") == Names{"c"});
}

FOR_BOTH_HOSTS("one write changes, makes and removes several files") {
    Place place;
    place.host.write({{place.folder / "ada.toml", std::nullopt, "old"},
                      {place.folder / "bob.toml", std::nullopt, "bob"}});
    place.host.write({{place.folder / "ada.toml", "old", "new"},
                      {place.folder / "bob.toml", "bob", std::nullopt},
                      {place.folder / "grace.toml", std::nullopt, "grace"},
                      {place.folder / "never-was.toml", std::nullopt, std::nullopt}});
    CHECK(place.host.list(place.folder) == Names{"ada.toml", "grace.toml"});
    CHECK(place.host.find_text(place.folder / "ada.toml") == "new");
    CHECK(place.host.find_text(place.folder / "grace.toml") == "grace");
}

FOR_BOTH_HOSTS("a write that can't be done whole changes nothing") {
    Place place;
    place.host.write({{place.folder / "ada.toml", std::nullopt, "old"}});
    const path missing = place.folder / "missing" / "grace.toml";
    CHECK(system_error([&] {
              place.host.write(
                  {{place.folder / "ada.toml", "old", "new"}, {missing, std::nullopt, "grace"}});
          }) == "can't write " + missing.string() +
                    ": No such file or directory\nnothing was changed; is " +
                    missing.parent_path().string() + " there?");
    CHECK(system_error([&] {
              place.host.write({{place.folder / "ada.toml", "old", "new"},
                                {place.folder, std::nullopt, "text"}});
          }) == "can't write " + place.folder.string() +
                    ": it is a folder, not a file\nnothing was changed");
    CHECK(place.host.find_text(place.folder / "ada.toml") == "old");
    CHECK(place.host.list(place.folder) == Names{"ada.toml"});
}

FOR_BOTH_HOSTS("a file that isn't what a change takes the place of stops all of a write") {
    Place place;
    const path ada = place.folder / "ada.toml", bob = place.folder / "bob.toml";
    place.host.write({{ada, std::nullopt, "theirs"}, {bob, std::nullopt, "bob"}});
    const auto overtaken = [&](std::vector<mentor::Change> changes) {
        CHECK_THROWS_AS(place.host.write(changes), mentor::Overtaken);
        CHECK(place.host.list(place.folder) == Names{"ada.toml", "bob.toml"});
        CHECK(place.host.find_text(ada) == "theirs");
        CHECK(place.host.find_text(bob) == "bob");
    };
    overtaken({{bob, "bob", "new"}, {ada, "old", "new"}});
    overtaken({{bob, "bob", std::nullopt}, {ada, std::nullopt, "new"}});
    overtaken({{bob, "bob", "new"}, {ada, "old", std::nullopt}});
    overtaken({{bob, "bob", "new"}, {place.folder / "grace.toml", "old", "new"}});
    CHECK(system_error([&] {
              place.host.write({{ada, "old", "new"}});
          }) == "the file was changed by other hands just now\nnothing was changed; try again");
    place.host.write({{ada, "theirs", "ours"},
                      {bob, "bob", std::nullopt},
                      {place.folder / "grace.toml", std::nullopt, "grace"}});
    CHECK(place.host.find_text(ada) == "ours");
    CHECK(place.host.list(place.folder) == Names{"ada.toml", "grace.toml"});
}

FOR_BOTH_HOSTS("writing nothing is no error") {
    Place place;
    place.host.write({});
    CHECK(place.host.list(place.folder) == Names{});
}

FOR_BOTH_HOSTS("removing a file that is gone is no error, removing a folder is") {
    Place place;
    place.host.write({{place.folder / "ada.toml", std::nullopt, ""}});
    place.host.remove(place.folder / "ada.toml");
    place.host.remove(place.folder / "ada.toml");
    CHECK(place.host.list(place.folder) == Names{});
    CHECK(system_error([&] { place.host.remove(place.folder); }) ==
          "can't remove " + place.folder.string() + ": Is a directory");
}

FOR_BOTH_HOSTS("a temporary file has the ending that was asked for, and a name of its own") {
    Place place;
    const path one = place.host.make_temporary(".md", "one");
    const path two = place.host.make_temporary(".md", "two");
    CHECK(one != two);
    CHECK(one.extension() == ".md");
    CHECK(place.host.find_text(one) == "one");
    CHECK(place.host.find_text(two) == "two");
    place.host.remove(one);
    place.host.remove(two);
    CHECK_FALSE(place.host.exists(one));
}

FOR_BOTH_HOSTS("the lock can be taken again once it is let go") {
    Place place;
    place.host.lock(place.folder).reset();
    const auto lock = place.host.lock(place.folder);
    CHECK(lock);
    CHECK(place.host.list(place.folder) == Names{});
    CHECK(system_error([&] { place.host.lock(place.folder / "missing"); }) ==
          "can't lock " + place.folder.string() + "/missing: No such file or directory");
}

FOR_BOTH_HOSTS("a program that isn't there isn't started") {
    Place place;
    for (const Names& words : {Names{"mentor-has-no-such-program"}, Names{}, Names{""}}) {
        CHECK(place.host.run(words, std::nullopt).start == mentor::Ended::Start::not_found);
        CHECK(place.host.hear(words, "", {}).start == mentor::Ended::Start::not_found);
    }
}

FOR_BOTH_HOSTS("what is made is its owner's alone, and says when it was written") {
    Place place;
    const path file = place.folder / "ada.toml", folder = place.folder / "more";
    const mentor::Moment before = place.host.now();
    place.host.write({{file, std::nullopt, "x"}});
    place.host.make_folder(folder);
    const auto of_file = place.host.find_traits(file), of_folder = place.host.find_traits(folder);
    REQUIRE((of_file && of_folder));
    CHECK(of_file->mode == 0600);
    CHECK_FALSE(of_file->is_folder);
    CHECK(of_file->can_be_changed);
    // The system's clock for files may be a moment behind.
    CHECK(mentor::seconds_between(before, of_file->written) >= -1);
    CHECK(mentor::seconds_between(of_file->written, place.host.now()) >= 0);
    CHECK(of_folder->mode == 0700);
    CHECK(of_folder->is_folder);
    CHECK_FALSE(of_folder->is_open());
    CHECK_FALSE(place.host.find_traits(place.folder / "missing"));
    CHECK_FALSE(place.host.find_traits(file / "x"));
}

FOR_BOTH_HOSTS("a file that comes back has what it had, a new one of its name has not") {
    Place place;
    const path file = place.folder / "ada.toml";
    place.host.write({{file, std::nullopt, "x"}});
    place.open(file, 0640);
    const auto carried = place.host.find_carried(file);
    REQUIRE(carried);
    place.host.write({{file, "x", std::nullopt}});
    CHECK_FALSE(place.host.find_carried(file));
    place.host.write({{file, std::nullopt, "x", carried}});
    CHECK(place.host.find_traits(file)->mode == 0640);
    CHECK((place.host.find_carried(file) == carried));
    place.host.remove(file);
    place.host.write({{file, std::nullopt, "x"}});
    CHECK(place.host.find_traits(file)->mode == 0600);
}

FOR_BOTH_HOSTS("a file that is there keeps what it has, whatever the change says") {
    Place place;
    const path file = place.folder / "ada.toml";
    place.host.write({{file, std::nullopt, "x"}});
    auto carried = place.host.find_carried(file);
    REQUIRE(carried);
    carried->mode = 0666;
    place.host.write({{file, "x", "y", carried}});
    CHECK(place.host.find_traits(file)->mode == 0600);
}

FOR_BOTH_HOSTS("what is open to others becomes private, and keeps what its owner may do") {
    Place place;
    const path file = place.folder / "ada.toml";
    place.host.write({{file, std::nullopt, "x"}});
    place.open(file, 0544);
    CHECK(place.host.find_traits(file)->is_open());
    place.host.make_private(file);
    CHECK(place.host.find_traits(file)->mode == 0500);
    const std::string folder = place.folder.string();
    CHECK(system_error([&] { place.host.make_private(place.folder / "missing"); }) ==
          "can't take the permissions of others from " + folder +
              "/missing: No such file or directory");
}

} // namespace mentor::host_contract_test
