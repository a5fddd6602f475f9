// SPDX-License-Identifier: MIT
#include "journal/undo_record.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace mentor;

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
            const auto found = find_record(to_record(step));
            REQUIRE(found);
            CHECK(found->at == step.at);
            CHECK(found->command == "goal add");
            REQUIRE(found->changes.size() == 2);
            CHECK(found->changes[0].file == "/journal/a\nb");
            CHECK(found->changes[0].before == before);
            CHECK(found->changes[0].after == after);
            CHECK(found->changes[1].before == after);
        }
    }
}

TEST_CASE("a record that isn't whole is none") {
    const std::string record = to_record(step_with("before", "after"));
    for (std::size_t size = 0; size < record.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(find_record(record.substr(0, size)));
    }
    CHECK_FALSE(find_record(record + "x"));
    CHECK_FALSE(find_record("mentor undo 2\n" + record.substr(14)));
}

TEST_CASE("a record in other bytes than it was written in is none") {
    const std::string record = to_record(step_with("before", "after"));
    const auto with = [&](std::string_view from, std::string_view to) {
        return std::string(record).replace(record.find(from), from.size(), to);
    };
    CHECK_FALSE(find_record(with("T23", " 23")));
    CHECK_FALSE(find_record(with(":05", ":99")));
    CHECK_FALSE(find_record(with("before 6", "before 06")));
}
