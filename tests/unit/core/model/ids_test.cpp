// SPDX-License-Identifier: MIT
#include "core/model/ids.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace mentor::ids_test {

namespace {

std::size_t number_of(std::string_view id) {
    std::size_t number = 0;
    for (const char letter : id)
        number = number * id_letters.size() + id_letters.find(letter);
    return number;
}

} // namespace

TEST_CASE("an id is four of its letters") {
    CHECK(is_id("c7k2"));
    for (const char* other : {"", "c7k", "c7k22", "C7K2", "c7ki", "c7k "})
        CHECK_FALSE(is_id(other));
    CHECK(id_from(0) == "0000");
    CHECK(id_from(1) == "1000");
    CHECK(id_from(id_count) == "0000");
    CHECK(id_from(id_count - 1) == "zzzz");
}

TEST_CASE("scattered ids are all different, and neighbours aren't alike") {
    std::vector<bool> met(id_count);
    std::string before = scattered_id(id_count - 1);
    for (std::uint64_t number = 0; number < id_count; ++number) {
        const std::string id = scattered_id(number);
        REQUIRE_FALSE(met[number_of(id)]);
        met[number_of(id)] = true;
        int alike = 0;
        for (std::size_t at = 0; at < id.size(); ++at)
            alike += id[at] == before[at] ? 1 : 0;
        REQUIRE(alike < 3);
        before = id;
    }
}

TEST_CASE("the round of ids comes by all of them before it begins anew") {
    std::string id = "c7k2";
    std::uint64_t steps = 0;
    do
        id = id_after(id);
    while (++steps < id_count && id != "c7k2");
    CHECK(steps == id_count);
    CHECK(id == "c7k2");
}

TEST_CASE("a uid is sixteen of the letters, and one that follows from words is always the same") {
    CHECK(is_uid("7k2m9x4tq8w1c3rd"));
    CHECK_FALSE(is_uid("7k2m9x4tq8w1c3r"));
    CHECK_FALSE(is_uid("7k2m9x4tq8w1c3rdd"));
    CHECK_FALSE(is_uid("7k2m9x4tq8w1c3ri"));
    CHECK_FALSE(is_uid("7K2M9X4TQ8W1C3RD"));
    CHECK(is_uid(uid_from("")));
    CHECK(uid_from("7k2m9x4tq8w1c3rd grace") == "yt46gfqns1egvnnb");
    CHECK(uid_from("a") != uid_from("b"));
}

} // namespace mentor::ids_test
