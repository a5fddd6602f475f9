// SPDX-License-Identifier: MIT
#include "journal/config_file.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mentor::config_file_test {

namespace {

const std::string written = "# mine\nwithin = \"2w\" # enough\n";

struct Drawer {
    MemoryHost host;
    UndoLog log{host, "/state/undo", "config"};
    ConfigFile file{host, log, "/config/mentor/config.toml"};

    void put(std::string text) { host.put(file.path(), std::move(text)); }
    FileText text() const { return host.find_text(file.path()); }
};

} // namespace

TEST_CASE("without a file the defaults hold, and nothing is wrong") {
    Drawer drawer;
    const ConfigFile::Reading reading = drawer.file.read();
    CHECK(reading.config.within == Duration{7, Unit::day});
    CHECK_FALSE(reading.fault);
    CHECK(reading.knows_journal);
    CHECK(drawer.file.document().text() == "");
}

TEST_CASE(
    "what can be read of a broken configuration holds, and says whether the journal is known") {
    Drawer drawer;
    drawer.put("within = \"2w\"\ncolor = 5\n");
    CHECK(drawer.file.read().config.within == Duration{2, Unit::week});
    CHECK(drawer.file.read().fault->file == "config.toml");
    CHECK(drawer.file.read().knows_journal);
    drawer.put("within = \"2w\"\njournal = 5\n");
    CHECK_FALSE(drawer.file.read().knows_journal);
    drawer.put("within = \"2w\njournal = \"/j\"\n");
    CHECK(drawer.file.read().fault);
    CHECK_FALSE(drawer.file.read().knows_journal);
    CHECK_THROWS_AS(drawer.file.document(), Error);
}

TEST_CASE("a key is set inside the lock, and can be taken back") {
    Drawer drawer;
    drawer.put("within = \"1w\"\n");
    bool locked = false;
    drawer.host.before_lock = [&] {
        if (!locked) drawer.put(written);
        locked = true;
    };
    const auto changes = drawer.file.set({"color"}, "never");
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().file == "/config/mentor/config.toml");
    CHECK(changes.front().before == written);
    CHECK(drawer.text() == written + "color = \"never\"\n");
    CHECK_FALSE(drawer.host.is_locked("/config/mentor"));
    CHECK(drawer.log.size() == 1);

    drawer.file.set({"color"}, std::nullopt);
    CHECK(drawer.text() == written);
    CHECK(drawer.file.set({"color"}, std::nullopt).empty());
    CHECK(drawer.log.size() == 2);
}

TEST_CASE("a key is refused for a fault of its own, and not for an old one") {
    Drawer drawer;
    drawer.put("within = 5\n");
    drawer.file.set({"color"}, "never");
    CHECK_THROWS_AS(drawer.file.set({"week_starts"}, "payday"), Error);
    CHECK(drawer.text() == "within = 5\ncolor = \"never\"\n");
}

TEST_CASE("the file is made with its folder, and never over another") {
    Drawer drawer;
    CHECK(drawer.file.create(written).size() == 1);
    CHECK(drawer.text() == written);
    CHECK(drawer.file.create("").empty());
    CHECK(drawer.text() == written);
}

TEST_CASE("a dry run makes no folder, takes no lock and writes nothing") {
    Drawer drawer;
    UndoLog shut(drawer.host, "/state/undo", "config", Writing::dry);
    ConfigFile file(drawer.host, shut, drawer.file.path());
    drawer.host.fail_next_lock(Error(Exit::system, "a read-only file system"));
    CHECK(file.set({"color"}, "never").size() == 1);
    CHECK(file.create(written).size() == 1);
    CHECK(drawer.host.files.empty());
    CHECK_FALSE(drawer.host.exists("/config"));
}

} // namespace mentor::config_file_test
