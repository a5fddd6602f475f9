// SPDX-License-Identifier: MIT
#include "core/checksum.hpp"
#include "journal/undo_record.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace mentor::undo_record_test {

namespace {

UndoStep step_with(const FileText& before, const FileText& after) {
    return {"", {Date{}, TimeOfDay{23, 5, 9}}, "goal add", {{"/journal/a\nb", before, after}}, ""};
}

} // namespace

TEST_CASE("a step comes back from its record to the byte, whatever is in it") {
    const std::string odd("\xEF\xBB\xBFname = \"Zo\xC3\xAB\"\r\nbefore 3\nabc\n\0\xFF\n", 34);
    for (const FileText& before :
         {FileText(), FileText(""), FileText("\n"), FileText(odd), FileText("-")}) {
        for (const FileText& after : {FileText(), FileText(""), FileText(odd)}) {
            UndoStep step = step_with(before, after);
            step.changes.push_back({"config.toml", after, before});
            step.undoes = {"k3f9", "x4t9"};
            const auto found = find_record(to_record(step));
            REQUIRE(found);
            CHECK(found->at == step.at);
            CHECK(found->command == "goal add");
            REQUIRE(found->changes.size() == 2);
            CHECK(found->changes[0].file == "/journal/a\nb");
            CHECK(found->changes[0].before == before);
            CHECK(found->changes[0].after == after);
            CHECK(found->changes[1].before == after);
            CHECK(found->undoes == step.undoes);
        }
    }
}

TEST_CASE("what a file carries comes back from the record, whatever is in it") {
    const std::string odd("\n\0value 3\xFF", 10);
    Carried plain, listed, noted;
    plain.mode = 06440;
    plain.owner = 0xFFFFFFFE;
    listed.access_list = odd;
    noted.access_list = "";
    noted.attributes = {{"user.a\nb", odd}, {"user.empty", ""}};
    for (const Carried& carried : {Carried{}, plain, listed, noted}) {
        UndoStep step = step_with("before", std::nullopt);
        step.changes[0].carried = carried;
        step.changes.push_back({"config.toml", std::nullopt, "after"});
        const auto found = find_record(to_record(step));
        REQUIRE(found);
        REQUIRE(found->changes.size() == 2);
        CHECK((found->changes[0].carried == carried));
        CHECK_FALSE(found->changes[1].carried);
    }
}

TEST_CASE("a record that isn't whole is none") {
    UndoStep step = step_with("before", "after");
    step.changes[0].carried = Carried{.access_list = "list", .attributes = {{"user.a", "b"}}};
    const std::string record = to_record(step);
    for (std::size_t size = 0; size < record.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(find_record(record.substr(0, size)));
    }
    CHECK_FALSE(find_record(record + "x"));
    CHECK_FALSE(find_record("mentor undo 1\n" + record.substr(14)));
    CHECK_FALSE(find_record("mentor undo 3\n" + record.substr(14)));
}

TEST_CASE("a record of which one bit has rotted is none") {
    const std::string record = to_record(step_with("before", "after"));
    for (std::size_t at = 0; at < record.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            CAPTURE(at);
            std::string rotted = record;
            rotted[at] = static_cast<char>(rotted[at] ^ (1 << bit));
            CHECK_FALSE(find_record(rotted));
        }
    }
}

TEST_CASE("a record of the first version has no checksum, and is read") {
    const std::string record = to_record(step_with("before", "after"));
    const std::string first = "mentor undo 1\n" + record.substr(14, record.rfind("sum ") - 14);
    const auto found = find_record(first);
    REQUIRE(found);
    CHECK(to_record(*found) == record);
}

TEST_CASE("the checksum never changes, or another version's records would be damaged") {
    CHECK(to_record({"", {Date{}, TimeOfDay{0, 0, 0}}, "log", {{"/a", std::nullopt, "foobar"}}, ""})
              .ends_with("foobar\nsum 1cfa240cd6f5fa80\n"));
}

TEST_CASE("a record in other bytes than it was written in is none") {
    const std::string record = to_record(step_with("before", "after"));
    // With a checksum that fits, so that the bytes alone are what is wrong.
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string parts = record.substr(14, record.rfind("sum ") - 14);
        parts.replace(parts.find(from), from.size(), to);
        return fmt::format("mentor undo 2\n{}sum {:016x}\n", parts, checksum_of(parts));
    };
    CHECK(find_record(with("T23", "T22")));
    CHECK_FALSE(find_record(with("T23", " 23")));
    CHECK_FALSE(find_record(with(":05", ":99")));
    CHECK_FALSE(find_record(with("before 6", "before 06")));
    CHECK_FALSE(find_record(with("after 5\nafter\n", "after 5\nafter\nmode 1\nx\n")));
    CHECK_FALSE(find_record(
        with("after 5\nafter\n", "after 5\nafter\nmode 3\n0x1\nowner 1\n0\ngroup 1\n0\n")));
}

} // namespace mentor::undo_record_test
