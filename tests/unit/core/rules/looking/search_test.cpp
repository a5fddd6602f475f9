// SPDX-License-Identifier: MIT
#include "core/model/config.hpp"
#include "core/model/keys/keys.hpp"
#include "core/rules/looking/search.hpp"
#include "format/decode.hpp"
#include "format/left_out.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace mentor::search_test {

namespace {

// A file with a word of its own in every text, each named after its key.
constexpr const char* whole = R"(
name = "wname"
role = "mentor"
aka = ["waka"]
type = "wtype"
met = "wmet"
through = "wthrough"
tags = ["wtags"]
about = "wabout"
address = "waddress"
values = ["wvalues"]
learn = ["wlearn"]
contact = {email = "wemail", phone = "wphone", link = "wlink", prefers = "wprefers", hours = "whours", timezone = "wtimezone"}
agreement = {where = "wwhere", expectations = "wexpectations", boundaries = "wboundaries"}
occasion = [{what = "woccasion", on = "12-10"}]
fit = {wfield = "wfit"}
goal = [{id = "g1", title = "wtitle", why = "wwhy", measure = "wmeasure", reality = "wreality", options = "woptions", way = "wway", outcome = "wreached"}]
milestone = [{id = "m1", goal = "g1", what = "wmilestone"}]
commitment = [{id = "c1", what = "wcommitment", outcome = "wkept"}]
question = [{id = "q1", ask = "wask", answer = "wanswer"}]
gift = [{id = "e1", what = "wgift"}]
advice = [{id = "a1", what = "wadvice", outcome = "wworked"}]
log = [{id = "l1", on = 2026-11-01, kind = "coffee", where = "wplace", topics = ["wtopics"], note = "wnote", wins = ["wwins"], advice = ["wolder"]}]
ending = {on = 2026-11-01, outcome = "wending"}
)";

Relationship person_of(const std::string& text) {
    return decode_relationship(Document::parse(text, "ada.toml"), "ada");
}

FoundThings search_for(const std::string& word, const Relationship& person) {
    return search(person, {SearchTerms::words({word})}, Config().kinds);
}

} // namespace

TEST_CASE("every text of a file is found, and where it stands") {
    const Document document = Document::parse(whole, "ada.toml");
    const Relationship person = decode_relationship(document, "ada");
    std::set<std::string> parts;
    const std::string text = whole;
    for (std::size_t at = text.find("\"w"); at != std::string::npos;
         at = text.find("\"w", at + 1)) {
        const std::string word = text.substr(at + 1, text.find('"', at + 1) - at - 1);
        CAPTURE(word);
        const FoundThings findings = search_for(word, person);
        REQUIRE(findings.all.size() == 1);
        const Finding& finding = findings.all.front();
        CHECK(finding.text == word);
        REQUIRE(finding.found.size() == 1);
        CHECK(finding.found.front() == TextRange{0, word.size()});
        parts.insert(std::string(to_text(finding.part)));
        Path path;
        if (!finding.table.empty()) path.emplace_back(std::string(finding.table));
        if (finding.position) path.emplace_back(*finding.position);
        path.emplace_back(std::string(finding.key));
        if (finding.element) path.emplace_back(*finding.element);
        CHECK(document.contains(path));
    }
    CHECK(parts.size() == part_names().size());
}

TEST_CASE("a key of the table that holds texts is searched, or is known not to be") {
    const std::set<std::string> others{"agreement.length", "uid"}; // "45m", and no words
    for (const Key& key : relationship_keys()) {
        const bool is_text =
            key.type == KeyType::line || key.type == KeyType::text || key.type == KeyType::words;
        if (!is_text || others.contains(std::string(key.name))) continue;
        const std::string last(key.name.substr(key.name.find('.') + 1));
        CHECK_MESSAGE(std::string(whole).find(last + " = ") != std::string::npos, key.name);
    }
}

TEST_CASE("a thing is found where all words stand in its texts, in whichever") {
    const Relationship person = person_of(whole);
    const auto search_both = [&](const std::string& one, const std::string& other) {
        return search(person, {SearchTerms::words({one, other})}, Config().kinds).all;
    };
    CHECK(search_both("wnote", "wtopics").size() == 2);
    CHECK(search_both("wnote", "wwins").empty());
    CHECK(search_both("wnote", "wtitle").empty());
    const auto both = search_both("wname", "wemail");
    REQUIRE(both.size() == 2);
    CHECK_FALSE(both[0].continues);
    CHECK(both[1].continues);
}

TEST_CASE("what is of a day lies in a span, newest first after what is of none") {
    const Relationship person = person_of(R"(
name = "Ada"
role = "mentor"
about = "tea"
log = [{on = 2026-10-01, kind = "coffee", note = "tea"}, {on = 2026-11-01, kind = "note", note = "tea"}]
commitment = [{what = "tea", made = 2026-10-15}, {what = "tea"}]
)");
    Search search_all{SearchTerms::words({"tea"})};
    std::vector<std::string> order;
    for (const Finding& finding : search(person, search_all, Config().kinds).all)
        order.push_back(finding.on ? to_iso(finding.on->date) : std::string(to_text(finding.part)));
    CHECK(order == std::vector<std::string>{"about", "commitment", "2026-11-01", "2026-10-15",
                                            "2026-10-01"});
    search_all.span = Span{make_date(2026, 10, 1), make_date(2026, 10, 31)};
    const auto count = [&] { return search(person, search_all, Config().kinds).all.size(); };
    CHECK(count() == 2);
    search_all.kinds = {"meeting"};
    CHECK(count() == 1);
    search_all.parts = {Part::commitment};
    CHECK(count() == 0);
}

TEST_CASE("what may not be shown isn't found") {
    const Relationship person = person_of(R"(
name = "Ada"
role = "mentor"
log = [{id = "l1", on = 2026-10-01, kind = "coffee", note = "secret", private = true}]
commitment = [{what = "secret", log = "l1"}]
)");
    CHECK(search_for("secret", person).all.size() == 2);
    CHECK(search_for("secret", person).all.front().is_private);
    CHECK(search_for("secret", without_private_words(person)).all.empty());
}

TEST_CASE("stretches that touch are one, whichever word they are of") {
    const Relationship person = person_of(R"(
name = "Ada"
role = "mentor"
about = "A teapot, and tea in pots"
)");
    const FoundThings found =
        search(person, {SearchTerms::words({"tea", "pot", "apo"})}, Config().kinds);
    REQUIRE(found.all.size() == 1);
    const auto& stretches = found.all.front().found;
    CHECK(std::vector(stretches.begin(), stretches.end()) ==
          std::vector<TextRange>{{2, 8}, {14, 17}, {21, 24}});
    const auto& firsts = found.all.front().firsts;
    CHECK(std::vector(firsts.begin(), firsts.end()) ==
          std::vector<TextRange>{{2, 5}, {5, 8}, {4, 7}});
}

TEST_CASE("what an outline leaves out is found where it stands") {
    const std::string text = R"(
name = "Ada"
role = "mentor"

[[log]]
on = 2026-10-01
kind = "coffee"
topics = ["green tea", "a \"tea\"", "milk"]
note = """
Tea, \"tea\"
and tea."""

[[commitment]]
what = "tea"

[[log]]
on = 2026-11-01
kind = "coffee"

[[log]]
on = 2026-12-01
kind = "coffee"
where = "a tea house"
note = 'tea, zoë'
)";
    Decoder decoder;
    const Relationship outline =
        decoder.decode(text, "ada.toml", "ada", Readers::plain_first, Extent::outline);
    REQUIRE(decoder.plain());
    REQUIRE(outline.log.front().note.empty());
    const Relationship person = person_of(text);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"tea"}, {"zoe", "tea"}, {"milk"}, {"\"tea\" and"}}) {
        const Search what{SearchTerms::words(words)};
        LeftOut left_out(*decoder.plain());
        const FoundThings expected = search(person, what, Config().kinds);
        const FoundThings found =
            search(outline, what, Config().kinds, [&](std::size_t entry) -> const EntryTexts& {
                return left_out.of_entry(entry);
            });
        CHECK_FALSE(expected.all.empty());
        REQUIRE(found.all.size() == expected.all.size());
        for (std::size_t i = 0; i < found.all.size(); ++i) {
            const Finding &some = found.all[i], &other = expected.all[i];
            CHECK(some.key == other.key);
            CHECK(some.element == other.element);
            CHECK(some.position == other.position);
            CHECK(some.text == other.text);
            CHECK(std::ranges::equal(some.found, other.found));
        }
    }
}

} // namespace mentor::search_test
