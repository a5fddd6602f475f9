// SPDX-License-Identifier: MIT
#include "core/model/config.hpp"
#include "report/faces/terminal/terminal_face.hpp"
#include "report/pages/looking/search_report.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace mentor::search_report_test {

namespace {

// The page of one person's findings: as it is shown, line by line, and from its blocks.
struct Pages {
    std::string shown, from_blocks;
};

Pages pages_of(const Relationship& person, const std::vector<std::string>& words,
               const Look& look) {
    const FoundThings findings = search(person, {SearchTerms::words(words)}, Config().kinds);
    PersonFindings found{person.slug, person.name, {}};
    for (const Finding& finding : findings.all)
        found.findings.push_back({finding, 7});
    TerminalSink sink(look);
    show_found(found, sink);
    return {std::move(sink).text(), to_terminal(found_page(found), look)};
}

std::string without_codes(std::string text) {
    for (auto at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b', at))
        text.erase(at, text.find('m', at) + 1 - at);
    return text;
}

} // namespace

TEST_CASE("a page of what was found is the same however its lines are made") {
    const std::vector<std::string> parts{"tea",    "Tea",  "green",  " ",      ".",      "  ",
                                         "\n",     "\t",   "\r\n",   "\u00e9", "\u8336", "\u0301",
                                         "\u00df", "\x1b", "\u202e", "x-ray"};
    constexpr std::size_t plain_parts = 5;
    std::mt19937 chance(7);
    Look styled, narrow;
    styled.codes = Codes(Config().styles);
    narrow.columns = 40;
    for (int round = 0; round < 300; ++round) {
        const auto any_text = [&](std::size_t most) {
            std::string text = "tea";
            for (std::size_t i = chance() % most; i > 0; --i)
                text += parts[chance() % (round % 2 == 0 ? plain_parts : parts.size())];
            return text;
        };
        Relationship person;
        person.slug = "ada";
        person.name = any_text(3);
        person.about = any_text(400);
        person.address = any_text(9);
        for (int i = 0; i < 3; ++i) {
            LogEntry& entry = person.log.emplace_back();
            entry.kind = any_text(2);
            entry.note = any_text(80);
            entry.where = any_text(4);
        }
        CAPTURE(person.about);
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"tea"}, {"tea", "green"}}) {
            const Pages plain = pages_of(person, words, Look());
            const Pages marked = pages_of(person, words, styled);
            const Pages wrapped = pages_of(person, words, narrow);
            CHECK(plain.shown == plain.from_blocks);
            CHECK(marked.shown == marked.from_blocks);
            CHECK(wrapped.shown == wrapped.from_blocks);
            CHECK(without_codes(marked.shown) == plain.shown);
        }
    }
}

} // namespace mentor::search_report_test
