// SPDX-License-Identifier: MIT
#include "core/temporary.hpp"
#include "support/memory_host.hpp"

#include <doctest/doctest.h>

namespace mentor::temporary_test {

TEST_CASE("a temporary file's name tells whose it is, and the texts that it may come to hold") {
    const std::string plain = temporary_name(4711, 0xbadcafe, {});
    CHECK(plain == ".mentor-4711-0badcafe.tmp");
    CHECK(is_temporary(plain));
    CHECK(find_writer(plain) == 4711);
    CHECK_FALSE(names_texts(plain));

    const std::string two = temporary_name(4711, 0xbadcafe, {"new", "old"});
    CHECK(is_temporary(two));
    CHECK(find_writer(two) == 4711);
    CHECK(names_texts(two));
    for (const char* text : {"new", "old", ""})
        CHECK(names_text(two, text));
    for (const char* text : {"ne", "new\n", "theirs"})
        CHECK_FALSE(names_text(two, text));
}

TEST_CASE("the number of a text never changes, or another version's names would tell of others") {
    CHECK(temporary_name(1, 0, {"foobar"}) == ".mentor-1-00000000-85944171f73967e8.tmp");
}

TEST_CASE("a name that mentor didn't give has no writer") {
    for (const char* name : {"ada.toml", ".mentor-notes.tmp", ".mentor-12.tmp", ".mentor--1-0.tmp",
                             ".mentor-0-0.tmp", ".mentor-99999999999-0.tmp", ".mentor-1-0.tmp~"})
        CHECK_FALSE(find_writer(name));
}

TEST_CASE("a copy for an editor tells whose it is, and other files in the folder are no copies") {
    CHECK(copy_name(4711, "x7Qz2a") == "mentor-4711-x7Qz2a");
    CHECK(find_copier("mentor-4711-x7Qz2aada-lovelace.toml") == 4711);
    CHECK(find_copier("mentor-4711-x7Qz2a") == 4711);
    for (const char* name :
         {"mentor-x7Qz2aada.toml", "mentor-4711", "mentor-4711-", "mentor-4711-x7Qz2",
          "mentor-4711-x7.z2a.toml", "mentor--1-x7Qz2a", "mentor-0-x7Qz2a", "ada.toml",
          ".mentor-4711-x7Qz2a", "mentor-99999999999-x7Qz2a"})
        CHECK_FALSE(find_copier(name));
}

TEST_CASE("a temporary file that holds neither of its texts may be the only copy of another") {
    MemoryHost host;
    const std::filesystem::path file = "/j/" + temporary_name(1, 0, {"new", "old"});
    CHECK_FALSE(is_only_copy(host, file));
    host.put(file, "old");
    CHECK_FALSE(is_only_copy(host, file));
    host.put(file, "theirs");
    CHECK(is_only_copy(host, file));
    const std::filesystem::path plain = "/j/" + temporary_name(1, 0, {});
    host.put(plain, "half a text");
    CHECK_FALSE(is_only_copy(host, plain));
}

} // namespace mentor::temporary_test
